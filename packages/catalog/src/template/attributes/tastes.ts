import { noun, smallWord, withNoun, type KnownAttribute } from "./known-attribute.ts";

/** What a product tastes and smells like, and what a plain yes says of it. */
export const tastes: readonly KnownAttribute[] = [
  {
    isTitle: true,
    en: {
      flavour: { clause: "the flavour is {}", verb: ["has a {} flavour", smallWord] },
      flavor: { clause: "the flavor is {}", verb: ["has a {} flavor", smallWord] },
    },
    de: {
      Geschmack: { clause: ["der Geschmack ist {}", smallWord], verb: ["schmeckt nach {}", noun] },
      Geschmacksrichtung: { clause: ["die Geschmacksrichtung ist {}", withNoun] },
    },
    da: { smag: { clause: "smagen er {}" } },
  },
  {
    isTitle: true,
    en: { scent: { clause: "the scent is {}", verb: ["has a {} scent", smallWord] } },
    de: { Duft: { clause: ["der Duft ist {}", smallWord], verb: ["duftet nach {}", noun] } },
    da: { duft: { clause: "duften er {}" } },
  },
  {
    en: { "roast level": { clause: "the roast is {}" }, roast: { clause: "the roast is {}" } },
    de: { Röstung: { clause: ["die Röstung ist {}", smallWord] }, Röstgrad: {} },
    da: { ristning: { clause: "ristningen er {}" } },
  },
  {
    isName: true,
    en: { "grape variety": { clause: "the grape variety is {}" }, grape: { clause: "the grape is {}" } },
    de: { Rebsorte: { clause: "die Rebsorte ist {}" } },
    da: { druesort: { clause: "druesorten er {}" }, drue: { clause: "druen er {}" } },
  },
  { en: { ingredients: {} }, de: { Zutaten: {} }, da: { ingredienser: {} } },
  {
    en: { organic: { yes: "is organic" } },
    de: { Bio: {} },
    da: { økologisk: { yes: "er økologisk" } },
  },
  { en: { vegan: { yes: "is vegan" } }, de: { vegan: { yes: "ist vegan" } }, da: { vegansk: {} } },
  {
    en: { "machine washable": { yes: "is machine washable" } },
    de: { maschinenwaschbar: { yes: "ist maschinenwaschbar" } },
    da: { "kan maskinvaskes": { yes: "kan maskinvaskes" } },
  },
  {
    en: { "dishwasher safe": { yes: "is dishwasher safe" } },
    de: {
      spülmaschinengeeignet: { yes: "ist spülmaschinengeeignet" },
      spülmaschinenfest: { yes: "ist spülmaschinenfest" },
    },
    da: { "tåler opvaskemaskine": { yes: "tåler opvaskemaskine" } },
  },
  {
    en: { waterproof: { yes: "is waterproof" } },
    de: { wasserdicht: { yes: "ist wasserdicht" } },
    da: { vandtæt: { yes: "er vandtæt" } },
  },
  {
    en: { foldable: { yes: "can be folded" } },
    de: { klappbar: { yes: "ist klappbar" }, zusammenklappbar: { yes: "ist zusammenklappbar" } },
    da: { sammenklappelig: { yes: "kan klappes sammen" }, foldbar: { yes: "kan klappes sammen" } },
  },
  {
    en: { "height adjustable": { yes: "is height-adjustable" } },
    de: { höhenverstellbar: { yes: "ist höhenverstellbar" } },
    da: { højdejusterbar: { yes: "kan justeres i højden" } },
  },
  {
    en: { rechargeable: { yes: "can be recharged" } },
    de: { wiederaufladbar: { yes: "ist wiederaufladbar" } },
    da: { genopladelig: { yes: "kan genoplades" } },
  },
  {
    en: { wireless: { yes: "works without a cable" } },
    de: { kabellos: { yes: "kommt ohne Kabel aus" } },
    da: { trådløs: { yes: "fungerer uden ledning" } },
  },
];
