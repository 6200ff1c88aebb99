import type { KnownAttribute } from "./known-attribute.ts";

/** "Eiche", "100 % Wolle": what German does not inflect. */
const oneWord = /^(\d+ ?% ?)?[\p{L}-]+$/u;
const sizeCode = /^[\dA-Z/.,-]{1,6}$/;

/** What a product looks like and is made of. */
export const looks: readonly KnownAttribute[] = [
  {
    en: { material: ["the material is", "made of"], materials: [] },
    de: { Material: ["das Material ist", "aus", oneWord], Materialien: [] },
    da: { materiale: ["materialet er", "i"], materialer: [] },
  },
  {
    en: { fabric: ["the fabric is"] },
    de: { Stoff: ["der Stoff ist"] },
    da: { stof: ["stoffet er"] },
  },
  {
    en: { colour: ["the colour is", "in"], color: ["the color is", "in"], colours: [], colors: [] },
    de: { Farbe: ["die Farbe ist", "in", oneWord], Farben: [] },
    da: { farve: ["farven er", "i"], farver: [] },
  },
  {
    en: { size: ["", "in size", sizeCode] },
    de: { Größe: ["", "in Größe", sizeCode] },
    da: { størrelse: ["", "i størrelse", sizeCode] },
  },
  {
    en: { finish: ["the finish is"] },
    de: { Oberfläche: ["die Oberfläche ist"] },
    da: { overflade: ["overfladen er"], finish: [] },
  },
  {
    en: { pattern: ["the pattern is"] },
    de: { Muster: ["das Muster ist"] },
    da: { mønster: ["mønstret er"] },
  },
  { en: { style: ["the style is"] }, de: { Stil: ["der Stil ist"] }, da: { stil: ["stilen er"] } },
  { en: { fit: ["the fit is"] }, de: { Passform: ["die Passform ist"] }, da: { pasform: ["pasformen er"] } },
  { en: { scent: ["the scent is"] }, de: { Duft: ["der Duft ist"] }, da: { duft: ["duften er"] } },
  {
    en: { flavour: ["the flavour is"], flavor: ["the flavor is"] },
    de: { Geschmack: [], Geschmacksrichtung: ["die Geschmacksrichtung ist"] },
    da: { smag: ["smagen er"] },
  },
  { en: { lining: [] }, de: { Futter: [] }, da: { for: [] } },
  { en: { sole: [] }, de: { Sohle: [] }, da: { sål: [] } },
  { en: { neckline: [] }, de: { Ausschnitt: [] }, da: { halsudskæring: [] } },
  { en: { "sleeve length": [] }, de: { Ärmellänge: [] }, da: { ærmelængde: [] } },
  { en: { closure: [] }, de: { Verschluss: [] }, da: { lukning: [] } },
  { en: { ingredients: [] }, de: { Zutaten: [] }, da: { ingredienser: [] } },
  { en: { "roast level": [], roast: [] }, de: { Röstgrad: [], Röstung: [] }, da: { ristning: [] } },
  { en: { "grape variety": [], grape: [] }, de: { Rebsorte: [] }, da: { druesort: [], drue: [] } },
  { en: { care: [], "care instructions": [] }, de: { Pflege: [], Pflegehinweise: [] }, da: { pleje: [] } },
  { en: { "machine washable": [] }, de: { maschinenwaschbar: [] }, da: { "kan maskinvaskes": [] } },
  {
    en: { "dishwasher safe": [] },
    de: { spülmaschinengeeignet: [], spülmaschinenfest: [] },
    da: { "tåler opvaskemaskine": [] },
  },
  { en: { waterproof: [] }, de: { wasserdicht: [] }, da: { vandtæt: [] } },
];
