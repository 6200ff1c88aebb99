import type { KnownAttribute } from "./known-attribute.ts";

/** Where a product comes from, what kind it is and for whom. */
export const origins: readonly KnownAttribute[] = [
  { en: { brand: ["", "by"] }, de: { Marke: ["", "von"] }, da: { mærke: ["", "fra"] } },
  {
    en: { manufacturer: ["the manufacturer is", "by"] },
    de: { Hersteller: ["der Hersteller ist", "von"] },
    da: { producent: ["producenten er", "fra"] },
  },
  {
    en: { author: ["the author is", "by"] },
    de: { "Autor/in": [], Autor: ["", "von"], Autorin: ["", "von"] },
    da: { forfatter: ["forfatteren er", "af"] },
  },
  { en: { model: ["the model is"] }, de: { Modell: ["das Modell ist"] }, da: { model: ["modellen er"] } },
  {
    en: { "country of origin": ["the country of origin is"] },
    de: { Herkunftsland: ["das Herkunftsland ist"] },
    da: { oprindelsesland: ["oprindelseslandet er", "fra"] },
  },
  { en: { origin: [] }, de: { Herkunft: [] }, da: { oprindelse: [] } },
  {
    en: { publisher: ["the publisher is"] },
    de: { Verlag: ["der Verlag ist"] },
    da: { forlag: ["forlaget er"] },
  },
  {
    en: { language: ["the language is"] },
    de: { Sprache: ["die Sprache ist"] },
    da: { sprog: ["sproget er"] },
  },
  { en: { edition: [] }, de: { Ausgabe: [], Auflage: [] }, da: { udgave: [] } },
  {
    en: { vintage: ["the vintage is"] },
    de: { Jahrgang: ["der Jahrgang ist"] },
    da: { årgang: ["årgangen er"] },
  },
  { en: { season: ["the season is"] }, de: { Saison: ["die Saison ist"] }, da: { sæson: ["sæsonen er"] } },
  {
    en: { condition: ["the condition is"] },
    de: { Zustand: ["der Zustand ist"] },
    da: { stand: ["standen er"] },
  },
  { en: { warranty: [] }, de: { Garantie: [] }, da: { garanti: [] } },
  { en: { certification: [] }, de: { Zertifizierung: [] }, da: { certificering: [] } },
  { en: { "recommended age": [] }, de: { Altersempfehlung: [] }, da: { "anbefalet alder": [] } },
  { en: { "compatible with": [] }, de: { "kompatibel mit": [] }, da: { "kompatibel med": [] } },
  { en: { "operating system": [] }, de: { Betriebssystem: [] }, da: { styresystem: [] } },
  { en: { "energy class": [] }, de: { Energieeffizienzklasse: [] }, da: { energiklasse: [] } },
  { en: { "what is included": [], contents: [] }, de: { Lieferumfang: [] }, da: { "i æsken": [] } },
];
