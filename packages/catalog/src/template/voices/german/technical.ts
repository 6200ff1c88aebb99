import type { Voice } from "../../voice.ts";

export const technical: Voice = {
  plain: {
    anywhere: [
      "Produkt: {name}.",
      "Produktdaten: {name}.",
      "{Name}: Produktinformationen.",
      "Produktbezeichnung: {name}.",
    ],
    inCategory: [
      "Produkt: {name}. Kategorie: {category}.",
      "{Category}: {name}.",
      "{Name}, Kategorie {category}.",
      "Produktbezeichnung: {name}. Einordnung: {category}.",
    ],
  },
  tailed: {
    anywhere: ["{Name}.", "Produkt: {name}.", "{Tails}: {name}.", "Produktbezeichnung: {name}."],
    inCategory: [
      "{Category}: {name}.",
      "Produkt: {name}. Kategorie: {category}.",
      "Kategorie {category}: {name}.",
    ],
  },
  told: {
    anywhere: ["{Named} {verbs}.", "Produktdaten: {Named} {verbs}."],
    inCategory: ["{Named} (Kategorie: {category}) {verbs}.", "Kategorie {category}: {Named} {verbs}."],
  },
  telling: [
    ["Das Produkt {verbs}.", "Zudem {head} es {rest}."],
    ["Der Artikel {verbs}.", "Ferner {head} er {rest}."],
    ["Laut Produktdaten {head} der Artikel {rest}.", "Zudem {head} er {rest}."],
  ],
  stating: [
    ["{Clauses}.", "{Clauses}."],
    ["Kurz gefasst: {Clauses}.", "{Clauses}."],
  ],
  listed: ["Weitere Daten – {facts}.", "Außerdem verzeichnet – {facts}."],
  overview: [
    "Die technischen Daten stehen in der Übersicht.",
    "Die Übersicht enthält die Produktdaten.",
    "Die Spezifikationen sind in der Übersicht aufgeführt.",
  ],
  closing: [
    "Bei Fragen zu den Daten wenden Sie sich bitte an uns.",
    "Wenn Sie weitere Daten benötigen, kontaktieren Sie uns bitte.",
    "Technische Fragen richten Sie bitte an uns.",
    "Bitte prüfen Sie vor der Bestellung die Anforderungen Ihrer Anwendung.",
    "Weitere Daten erhalten Sie auf Anfrage.",
  ],
};
