import { noun, smallWord, withNoun, type KnownAttribute } from "./known-attribute.ts";

const sizeCode = /^[\dA-Z/.,-]{1,6}$/;
/** "slim", but not "slim fit", which would say it twice, or "stripes". */
const adjective = /^\p{Ll}[\p{Ll}-]+(?<!s)$/u;
const nouns = /^\p{Lu}[\p{L}-]+( und \p{Lu}[\p{L}-]+)?$/u;

/** What a product looks like, and what it is made of. */
export const looks: readonly KnownAttribute[] = [
  {
    isTitle: true,
    en: {
      colour: { clause: "the colour is {}", verb: "comes in {}", tail: "in {}" },
      color: { clause: "the color is {}", verb: "comes in {}", tail: "in {}" },
      colours: { verb: "comes in {}" },
      colors: { verb: "comes in {}" },
    },
    de: {
      Farbe: { clause: "die Farbe ist {}", verb: ["ist in {} gehalten", nouns], tail: ["in {}", nouns] },
      Farben: { verb: ["ist in {} gehalten", nouns] },
    },
    da: {
      farve: { clause: "farven er {}", verb: "er holdt i {}", tail: "i {}" },
      farver: { verb: "er holdt i {}" },
    },
  },
  {
    isTitle: true,
    en: {
      material: { clause: "the material is {}", verb: "is made of {}", tail: "made of {}" },
      materials: { verb: "is made of {}", tail: "made of {}" },
    },
    de: {
      Material: {
        clause: ["das Material ist {}", withNoun],
        verb: ["ist aus {} gefertigt", noun],
        tail: ["aus {}", noun],
      },
      Materialien: { verb: ["ist aus {} gefertigt", nouns], tail: ["aus {}", nouns] },
    },
    da: {
      materiale: { clause: "materialet er {}", verb: "er lavet af {}", tail: "lavet af {}" },
      materialer: { verb: "er lavet af {}", tail: "lavet af {}" },
    },
  },
  {
    isTitle: true,
    en: { fabric: { clause: "the fabric is {}" } },
    de: { Stoff: { clause: ["der Stoff ist {}", withNoun] } },
    da: { stof: { clause: "stoffet er {}" } },
  },
  {
    en: { size: { clause: ["the size is {}", sizeCode], tail: ["in size {}", sizeCode] } },
    de: { Größe: { clause: ["die Größe ist {}", sizeCode], tail: ["in Größe {}", sizeCode] } },
    da: { størrelse: { clause: ["størrelsen er {}", sizeCode], tail: ["i størrelse {}", sizeCode] } },
  },
  {
    en: { finish: { clause: "the finish is {}", verb: ["has a {} finish", smallWord] } },
    de: { Oberfläche: { clause: "die Oberfläche ist {}" } },
    da: { overflade: { clause: "overfladen er {}" }, finish: {} },
  },
  {
    en: { pattern: { clause: "the pattern is {}", verb: ["has a {} pattern", adjective] } },
    de: { Muster: { clause: "das Muster ist {}" } },
    da: { mønster: { clause: "mønstret er {}" } },
  },
  {
    en: { style: { clause: "the style is {}", verb: ["is {} in style", /^[\p{L}-]+$/u] } },
    de: { Stil: { clause: "der Stil ist {}" } },
    da: { stil: { clause: "stilen er {}" } },
  },
  {
    en: { fit: { clause: "the fit is {}", verb: ["has a {} fit", adjective] } },
    de: { Passform: { clause: "die Passform ist {}" } },
    da: { pasform: { clause: "pasformen er {}" } },
  },
  {
    en: { lining: { clause: "the lining is {}", verb: ["is lined with {}", smallWord] } },
    de: { Futter: { verb: ["ist mit {} gefüttert", noun] } },
    da: { for: { verb: "er foret med {}" } },
  },
  {
    en: { sole: { verb: ["has a {} sole", smallWord] } },
    de: { Sohle: { clause: ["die Sohle ist aus {}", noun] } },
    da: { sål: { clause: ["sålen er af {}", smallWord] } },
  },
  { en: { neckline: {} }, de: { Ausschnitt: {} }, da: { halsudskæring: {} } },
  { en: { "sleeve length": {} }, de: { Ärmellänge: {} }, da: { ærmelængde: {} } },
  { en: { closure: {} }, de: { Verschluss: {} }, da: { lukning: {} } },
  { en: { care: {}, "care instructions": {} }, de: { Pflege: {}, Pflegehinweise: {} }, da: { pleje: {} } },
];
