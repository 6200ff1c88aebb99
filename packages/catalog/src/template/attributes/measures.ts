import type { KnownAttribute } from "./known-attribute.ts";

/** What is measured or counted in a product. */
export const measures: readonly KnownAttribute[] = [
  {
    isMeasure: true,
    en: {
      dimensions: ["the dimensions are", "measuring"],
      measurements: ["the measurements are", "measuring"],
    },
    de: {
      Maße: ["die Maße betragen", "mit den Maßen"],
      Abmessungen: ["die Abmessungen betragen", "mit den Abmessungen"],
    },
    da: { mål: ["målene er", "med målene"] },
  },
  {
    isMeasure: true,
    en: { length: ["the length is", "with a length of"] },
    de: { Länge: ["die Länge beträgt", "mit einer Länge von"] },
    da: { længde: ["længden er", "med en længde på"] },
  },
  {
    isMeasure: true,
    en: { width: ["the width is", "with a width of"] },
    de: { Breite: ["die Breite beträgt", "mit einer Breite von"] },
    da: { bredde: ["bredden er", "med en bredde på"] },
  },
  {
    isMeasure: true,
    en: { height: ["the height is", "with a height of"] },
    de: { Höhe: ["die Höhe beträgt", "mit einer Höhe von"] },
    da: { højde: ["højden er", "med en højde på"] },
  },
  {
    isMeasure: true,
    en: { depth: ["the depth is", "with a depth of"] },
    de: { Tiefe: ["die Tiefe beträgt", "mit einer Tiefe von"] },
    da: { dybde: ["dybden er", "med en dybde på"] },
  },
  {
    isMeasure: true,
    en: { diameter: ["the diameter is", "with a diameter of"] },
    de: { Durchmesser: ["der Durchmesser beträgt", "mit einem Durchmesser von"] },
    da: { diameter: ["diameteren er", "med en diameter på"] },
  },
  {
    isMeasure: true,
    en: { thickness: ["the thickness is", "with a thickness of"] },
    de: { Dicke: ["die Dicke beträgt", "mit einer Dicke von"], Stärke: [] },
    da: { tykkelse: ["tykkelsen er", "med en tykkelse på"] },
  },
  {
    isMeasure: true,
    en: { capacity: ["the capacity is", "with a capacity of"] },
    de: {
      Kapazität: ["die Kapazität beträgt", "mit einer Kapazität von"],
      Fassungsvermögen: ["das Fassungsvermögen beträgt", "mit einem Fassungsvermögen von"],
    },
    da: { kapacitet: ["kapaciteten er", "med en kapacitet på"] },
  },
  {
    isMeasure: true,
    en: { volume: ["the volume is", "with a volume of"] },
    de: { Volumen: ["das Volumen beträgt", "mit einem Volumen von"] },
    da: { volumen: ["volumenet er", "med et volumen på"] },
  },
  {
    isMeasure: true,
    en: { power: ["the power is", "rated at"], wattage: ["the wattage is", "rated at"] },
    de: { Leistung: ["die Leistung beträgt", "mit einer Leistung von"] },
    da: { effekt: ["effekten er", "med en effekt på"] },
  },
  {
    isMeasure: true,
    en: { voltage: ["the voltage is", "with a voltage of"] },
    de: { Spannung: ["die Spannung beträgt", "mit einer Spannung von"] },
    da: { spænding: ["spændingen er", "med en spænding på"] },
  },
  {
    isMeasure: true,
    en: { "battery life": ["the battery life is", "with a battery life of"] },
    de: { Akkulaufzeit: ["die Akkulaufzeit beträgt", "mit einer Akkulaufzeit von"] },
    da: { batteritid: ["batteritiden er", "med en batteritid på"] },
  },
  {
    isMeasure: true,
    en: { resolution: ["the resolution is", "with a resolution of"] },
    de: { Auflösung: ["die Auflösung beträgt", "mit einer Auflösung von"] },
    da: { opløsning: ["opløsningen er", "med en opløsning på"] },
  },
  {
    isMeasure: true,
    en: { "screen size": ["the screen size is", "with a screen size of"] },
    de: { Bildschirmgröße: ["die Bildschirmgröße beträgt", "mit einer Bildschirmgröße von"] },
    da: { skærmstørrelse: ["skærmstørrelsen er", "med en skærmstørrelse på"] },
  },
  {
    isMeasure: true,
    en: { weight: ["the weight is", "weighing"] },
    de: { Gewicht: ["das Gewicht beträgt", "mit einem Gewicht von"] },
    da: { vægt: ["vægten er", "med en vægt på"] },
  },
  { en: { storage: [] }, de: { Speicherplatz: [], Speicher: [] }, da: { lagerplads: [] } },
  { en: { memory: [], RAM: [] }, de: { Arbeitsspeicher: [], RAM: [] }, da: { RAM: [] } },
  { en: { "load capacity": [] }, de: { Belastbarkeit: [] }, da: { bæreevne: [] } },
  { en: { "alcohol content": [], alcohol: [] }, de: { Alkoholgehalt: [] }, da: { alkoholindhold: [] } },
  { en: { pages: [] }, de: { Seitenzahl: [], Seiten: [] }, da: { sidetal: [], sider: [] } },
  { en: { quantity: [] }, de: { Menge: [] }, da: { mængde: [] } },
  { en: { "pack size": [] }, de: { Packungsgröße: [] }, da: { pakkestørrelse: [] } },
  { en: { seats: [] }, de: { Sitzplätze: [] }, da: { siddepladser: [] } },
  { en: { ports: [] }, de: { Anschlüsse: [] }, da: { porte: [] } },
];
