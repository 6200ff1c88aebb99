import { withUnit, type KnownAttribute } from "./known-attribute.ts";

const energyClass = /^[A-G]\+*$/;
const bytes = /^\d+ ?[KMGTP]?B$/;

/** What machines are rated at. */
export const electrics: readonly KnownAttribute[] = [
  {
    isMeasure: true,
    en: {
      power: { clause: "the power is {}", verb: "is rated at {}", tail: "rated at {}" },
      wattage: { clause: "the wattage is {}", verb: "is rated at {}", tail: "rated at {}" },
    },
    de: {
      Leistung: {
        clause: "die Leistung beträgt {}",
        verb: ["leistet {}", withUnit],
        tail: "mit einer Leistung von {}",
      },
    },
    da: { effekt: { clause: "effekten er {}", verb: "har en effekt på {}", tail: "med en effekt på {}" } },
  },
  {
    isMeasure: true,
    en: { voltage: { clause: "the voltage is {}", verb: ["runs on {}", withUnit] } },
    de: { Spannung: { clause: "die Spannung beträgt {}", verb: ["arbeitet mit {}", withUnit] } },
    da: { spænding: { clause: "spændingen er {}", verb: "har en spænding på {}" } },
  },
  {
    isMeasure: true,
    en: {
      "battery life": {
        clause: "the battery life is {}",
        verb: "has a battery life of {}",
        tail: "with a battery life of {}",
      },
    },
    de: {
      Akkulaufzeit: {
        clause: ["die Akkulaufzeit beträgt {}", withUnit],
        verb: "hat eine Akkulaufzeit von {}",
        tail: "mit einer Akkulaufzeit von {}",
      },
    },
    da: {
      batteritid: {
        clause: "batteritiden er {}",
        verb: "har en batteritid på {}",
        tail: "med en batteritid på {}",
      },
    },
  },
  {
    isMeasure: true,
    en: { resolution: { clause: "the resolution is {}", verb: "has a resolution of {}" } },
    de: { Auflösung: { clause: "die Auflösung beträgt {}", verb: "hat eine Auflösung von {}" } },
    da: { opløsning: { clause: "opløsningen er {}", verb: "har en opløsning på {}" } },
  },
  {
    isMeasure: true,
    en: { "screen size": { clause: "the screen size is {}", verb: "has a screen size of {}" } },
    de: {
      Bildschirmgröße: {
        clause: "die Bildschirmgröße beträgt {}",
        verb: "hat eine Bildschirmgröße von {}",
      },
    },
    da: { skærmstørrelse: { clause: "skærmstørrelsen er {}", verb: "har en skærmstørrelse på {}" } },
  },
  {
    isMeasure: true,
    en: { storage: { clause: "the storage is {}", verb: ["has {} of storage", bytes] } },
    de: {
      Speicherplatz: { verb: ["bietet {} Speicherplatz", bytes] },
      Speicher: { verb: ["bietet {} Speicher", bytes] },
    },
    da: { lagerplads: { verb: ["har {} lagerplads", bytes] } },
  },
  {
    isMeasure: true,
    en: { memory: { verb: ["has {} of memory", bytes] }, RAM: { verb: ["has {} of RAM", bytes] } },
    de: {
      Arbeitsspeicher: { verb: ["hat {} Arbeitsspeicher", bytes] },
      RAM: { verb: ["hat {} RAM", bytes] },
    },
    da: { RAM: { verb: ["har {} RAM", bytes] } },
  },
  {
    isName: true,
    en: { connectivity: { verb: "connects via {}" } },
    de: { Konnektivität: { verb: "verbindet sich über {}" }, Verbindung: {} },
    da: { forbindelse: { verb: "tilsluttes via {}" }, tilslutning: { verb: "tilsluttes via {}" } },
  },
  {
    isMeasure: true,
    en: { "load capacity": { clause: "the load capacity is {}", verb: "has a load capacity of {}" } },
    de: { Belastbarkeit: { verb: ["ist bis {} belastbar", withUnit] } },
    da: { bæreevne: { clause: "bæreevnen er {}", verb: "har en bæreevne på {}" } },
  },
  {
    isMeasure: true,
    en: {
      "alcohol content": { verb: "has an alcohol content of {}" },
      alcohol: { verb: "has an alcohol content of {}" },
    },
    de: { Alkoholgehalt: { verb: "hat einen Alkoholgehalt von {}" } },
    da: { alkoholindhold: { verb: "har et alkoholindhold på {}" } },
  },
  {
    isName: true,
    en: { "energy class": { verb: ["is in energy class {}", energyClass] } },
    de: { Energieeffizienzklasse: { verb: ["hat die Energieeffizienzklasse {}", energyClass] } },
    da: { energiklasse: { verb: ["har energiklasse {}", energyClass] } },
  },
  { en: { ports: {} }, de: { Anschlüsse: {} }, da: { porte: {} } },
];
