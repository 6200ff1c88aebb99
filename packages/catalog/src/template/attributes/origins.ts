import { count, noun, smallWord, type KnownAttribute } from "./known-attribute.ts";

const digits = /^\d{4}$/;
/** English says "the USA", and this does not know it of every country. */
const englishPlace = /^(?!the |Netherlands|United|US|UK|Philippines|Czech Rep)\p{Lu}/u;
const germanPlace = /^(?!Schweiz|Niederlande|USA|Türkei|Ukraine|Slowakei|Ver|Iran|Irak)\p{Lu}[\p{L}-]+$/u;

/** Where a product comes from. */
export const origins: readonly KnownAttribute[] = [
  {
    isName: true,
    isTitle: true,
    en: { author: { clause: "the author is {}", verb: "is by {}", tail: "by {}" } },
    de: {
      "Autor/in": { verb: "stammt von {}", tail: "von {}" },
      Autor: { clause: "der Autor ist {}", verb: "stammt von {}", tail: "von {}" },
      Autorin: { clause: "die Autorin ist {}", verb: "stammt von {}", tail: "von {}" },
    },
    da: { forfatter: { clause: "forfatteren er {}", verb: "er skrevet af {}", tail: "af {}" } },
  },
  {
    isName: true,
    en: { brand: { clause: "the brand is {}", verb: "comes from {}", tail: "by {}" } },
    de: { Marke: { clause: "die Marke ist {}", verb: "kommt von {}", tail: "von {}" } },
    da: { mærke: { clause: "mærket er {}", verb: "kommer fra {}", tail: "fra {}" } },
  },
  {
    isName: true,
    en: { manufacturer: { clause: "the manufacturer is {}", verb: "is made by {}", tail: "by {}" } },
    de: {
      Hersteller: { clause: "der Hersteller ist {}", verb: "wird von {} hergestellt", tail: "von {}" },
    },
    da: { producent: { clause: "producenten er {}", verb: "er fremstillet af {}", tail: "fra {}" } },
  },
  {
    isName: true,
    en: { publisher: { clause: "the publisher is {}", verb: "is published by {}" } },
    de: { Verlag: { clause: "der Verlag ist {}", verb: "ist bei {} erschienen" } },
    da: { forlag: { clause: "forlaget er {}", verb: "er udgivet af {}" } },
  },
  {
    en: { "publication year": { verb: ["was published in {}", digits] } },
    de: { Erscheinungsjahr: { verb: ["ist {} erschienen", digits] } },
    da: { udgivelsesår: { verb: ["er udgivet i {}", digits] } },
  },
  {
    en: { language: { clause: "the language is {}", verb: "is written in {}" } },
    de: { Sprache: { clause: ["die Sprache ist {}", noun], verb: ["ist auf {} verfasst", noun] } },
    da: { sprog: { clause: "sproget er {}", verb: "er på {}" } },
  },
  {
    isMeasure: true,
    en: { pages: { verb: ["has {} pages", count] }, "page count": {} },
    de: { Seiten: { verb: ["hat {} Seiten", count] }, Seitenzahl: { verb: ["hat {} Seiten", count] } },
    da: { sider: { verb: ["er på {} sider", count] }, sidetal: { verb: ["er på {} sider", count] } },
  },
  {
    en: {
      "country of origin": {
        clause: "the country of origin is {}",
        verb: ["comes from {}", englishPlace],
      },
      origin: { verb: ["comes from {}", englishPlace] },
      "made in": { verb: ["is made in {}", englishPlace] },
    },
    de: {
      Herkunftsland: { clause: ["das Herkunftsland ist {}", noun], verb: ["kommt aus {}", germanPlace] },
      Herkunft: { verb: ["kommt aus {}", germanPlace] },
    },
    da: {
      oprindelsesland: { clause: "oprindelseslandet er {}", verb: "kommer fra {}", tail: "fra {}" },
      oprindelse: { verb: ["kommer fra {}", /^\p{Lu}/u] },
    },
  },
  {
    en: { vintage: { clause: "the vintage is {}" } },
    de: { Jahrgang: { clause: "der Jahrgang ist {}" } },
    da: { årgang: { clause: "årgangen er {}" } },
  },
  {
    en: { condition: { clause: "the condition is {}", verb: ["is in {} condition", smallWord] } },
    de: { Zustand: { clause: ["der Zustand ist {}", smallWord] } },
    da: { stand: { clause: "standen er {}" } },
  },
  {
    isName: true,
    en: { "operating system": { clause: "the operating system is {}", verb: "runs {}" } },
    de: { Betriebssystem: { clause: "das Betriebssystem ist {}", verb: "läuft mit {}" } },
    da: { styresystem: { clause: "styresystemet er {}", verb: "kører {}" } },
  },
  {
    en: { "compatible with": { verb: "is compatible with {}" } },
    de: { "kompatibel mit": { verb: "ist kompatibel mit {}" } },
    da: { "kompatibel med": { verb: "er kompatibel med {}" } },
  },
  { en: { model: {} }, de: { Modell: {} }, da: { model: {} } },
  { en: { edition: {} }, de: { Ausgabe: {}, Auflage: {} }, da: { udgave: {} } },
  { en: { genre: {} }, de: { Genre: {} }, da: { genre: {} } },
  { en: { season: {} }, de: { Saison: {} }, da: { sæson: {} } },
  { en: { warranty: {} }, de: { Garantie: {} }, da: { garanti: {} } },
  { en: { certification: {} }, de: { Zertifizierung: {} }, da: { certificering: {} } },
  { en: { "recommended age": {} }, de: { Altersempfehlung: {} }, da: { "anbefalet alder": {} } },
  { en: { "what is included": {}, contents: {} }, de: { Lieferumfang: {} }, da: { "i æsken": {} } },
];
