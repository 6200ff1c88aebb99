import { count, withUnit, type KnownAttribute } from "./known-attribute.ts";

/** What fits in, and not what is stored, such as milliampere-hours. */
const liquid = /^\d[\d.,]* ?(l|ml|cl|dl|L|litres?|liters?|Liter|liter)$/;

/** How large and heavy a product is, and how much of what there is in it. */
export const measures: readonly KnownAttribute[] = [
  {
    isMeasure: true,
    en: {
      dimensions: { clause: "the dimensions are {}", verb: "measures {}", tail: "measuring {}" },
      measurements: { clause: "the measurements are {}", verb: "measures {}", tail: "measuring {}" },
    },
    de: {
      Maße: { clause: "die Maße betragen {}", verb: "misst {}", tail: "mit den Maßen {}" },
      Abmessungen: { clause: "die Abmessungen betragen {}", verb: "misst {}", tail: "mit den Maßen {}" },
    },
    da: { mål: { clause: "målene er {}", verb: "måler {}", tail: "med målene {}" } },
  },
  {
    isMeasure: true,
    isSize: true,
    en: {
      width: { clause: "the width is {}", verb: ["is {} wide", withUnit], tail: "with a width of {}" },
    },
    de: {
      Breite: {
        clause: "die Breite beträgt {}",
        verb: ["ist {} breit", withUnit],
        tail: "mit einer Breite von {}",
      },
    },
    da: { bredde: { clause: "bredden er {}", verb: "har en bredde på {}", tail: "med en bredde på {}" } },
  },
  {
    isMeasure: true,
    isSize: true,
    en: {
      depth: { clause: "the depth is {}", verb: ["is {} deep", withUnit], tail: "with a depth of {}" },
    },
    de: {
      Tiefe: {
        clause: "die Tiefe beträgt {}",
        verb: ["ist {} tief", withUnit],
        tail: "mit einer Tiefe von {}",
      },
    },
    da: { dybde: { clause: "dybden er {}", verb: "har en dybde på {}", tail: "med en dybde på {}" } },
  },
  {
    isMeasure: true,
    isSize: true,
    en: {
      height: { clause: "the height is {}", verb: ["is {} high", withUnit], tail: "with a height of {}" },
    },
    de: {
      Höhe: { clause: "die Höhe beträgt {}", verb: ["ist {} hoch", withUnit], tail: "mit einer Höhe von {}" },
    },
    da: { højde: { clause: "højden er {}", verb: "har en højde på {}", tail: "med en højde på {}" } },
  },
  {
    isMeasure: true,
    isSize: true,
    en: {
      length: { clause: "the length is {}", verb: ["is {} long", withUnit], tail: "with a length of {}" },
    },
    de: {
      Länge: {
        clause: "die Länge beträgt {}",
        verb: ["ist {} lang", withUnit],
        tail: "mit einer Länge von {}",
      },
    },
    da: { længde: { clause: "længden er {}", verb: "har en længde på {}", tail: "med en længde på {}" } },
  },
  {
    isMeasure: true,
    en: {
      diameter: {
        clause: "the diameter is {}",
        verb: "has a diameter of {}",
        tail: "with a diameter of {}",
      },
    },
    de: {
      Durchmesser: {
        clause: "der Durchmesser beträgt {}",
        verb: "hat einen Durchmesser von {}",
        tail: "mit einem Durchmesser von {}",
      },
    },
    da: {
      diameter: {
        clause: "diameteren er {}",
        verb: "har en diameter på {}",
        tail: "med en diameter på {}",
      },
    },
  },
  {
    isMeasure: true,
    en: { thickness: { clause: "the thickness is {}", verb: ["is {} thick", withUnit] } },
    de: { Dicke: { clause: "die Dicke beträgt {}", verb: ["ist {} dick", withUnit] } },
    da: { tykkelse: { clause: "tykkelsen er {}", verb: "har en tykkelse på {}" } },
  },
  {
    isMeasure: true,
    en: {
      volume: { clause: "the volume is {}", verb: ["holds {}", liquid], tail: "with a volume of {}" },
      capacity: { clause: "the capacity is {}", verb: ["holds {}", liquid], tail: "with a capacity of {}" },
    },
    de: {
      Volumen: {
        clause: "das Volumen beträgt {}",
        verb: ["fasst {}", liquid],
        tail: "mit einem Volumen von {}",
      },
      Fassungsvermögen: {
        clause: "das Fassungsvermögen beträgt {}",
        verb: ["fasst {}", liquid],
        tail: "mit einem Fassungsvermögen von {}",
      },
      Kapazität: { clause: "die Kapazität beträgt {}", tail: "mit einer Kapazität von {}" },
    },
    da: {
      volumen: {
        clause: "volumenet er {}",
        verb: ["rummer {}", liquid],
        tail: "med et volumen på {}",
      },
      kapacitet: {
        clause: "kapaciteten er {}",
        verb: ["rummer {}", liquid],
        tail: "med en kapacitet på {}",
      },
    },
  },
  {
    isMeasure: true,
    en: { "net weight": { clause: "the net weight is {}", verb: "has a net weight of {}" } },
    de: { Nettogewicht: { clause: "das Nettogewicht beträgt {}", verb: "hat ein Nettogewicht von {}" } },
    da: { nettovægt: { clause: "nettovægten er {}", verb: "har en nettovægt på {}" } },
  },
  {
    isMeasure: true,
    en: { weight: { clause: "the weight is {}", verb: ["weighs {}", withUnit], tail: "weighing {}" } },
    de: {
      Gewicht: {
        clause: "das Gewicht beträgt {}",
        verb: ["wiegt {}", withUnit],
        tail: "mit einem Gewicht von {}",
      },
    },
    da: { vægt: { clause: "vægten er {}", verb: ["vejer {}", withUnit], tail: "med en vægt på {}" } },
  },
  {
    isMeasure: true,
    en: { drawers: { verb: ["has {} drawers", count] } },
    de: { Schubladen: { verb: ["hat {} Schubladen", count] } },
    da: { skuffer: { verb: ["har {} skuffer", count] } },
  },
  {
    isMeasure: true,
    en: { seats: { verb: ["has {} seats", count] } },
    de: { Sitzplätze: { verb: ["hat {} Sitzplätze", count] } },
    da: { siddepladser: { verb: ["har {} siddepladser", count] } },
  },
  { en: { quantity: {} }, de: { Menge: {} }, da: { mængde: {} } },
  { en: { "pack size": {} }, de: { Packungsgröße: {} }, da: { pakkestørrelse: {} } },
];
