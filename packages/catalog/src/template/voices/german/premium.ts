import type { Voice } from "../../voice.ts";

export const premium: Voice = {
  plain: {
    anywhere: [
      "Mit Freude präsentiert: {name}.",
      "Für alle, die mit Bedacht wählen: {name}.",
      "Wir dürfen vorstellen: {name}.",
      "Mit Freude präsentieren wir Ihnen {named}.",
    ],
    inCategory: [
      "Aus unserer Auswahl im Bereich {category}: {name}.",
      "Mit Freude präsentiert, aus dem Bereich {category}: {name}.",
      "Ausgewählt im Bereich {category}: {name}.",
      "Im Bereich {category} präsentieren wir Ihnen {named}.",
    ],
  },
  tailed: {
    anywhere: [
      "{Tails}: {name}.",
      "Für alle, die mit Bedacht wählen: {name}.",
      "Wir dürfen vorstellen: {name}.",
      "Mit Freude präsentieren wir Ihnen {named}.",
    ],
    inCategory: [
      "Aus unserer Auswahl im Bereich {category}: {name}.",
      "Ausgewählt im Bereich {category}: {name}.",
      "{Tails}: {name} aus unserer Auswahl im Bereich {category}.",
      "Im Bereich {category} präsentieren wir Ihnen {named}.",
    ],
  },
  told: {
    anywhere: ["{Named} {verbs}.", "Wir dürfen vorstellen: {Named} {verbs}."],
    inCategory: [
      "{Named} aus unserer Auswahl im Bereich {category} {verbs}.",
      "Aus unserer Auswahl im Bereich {category}: {Named} {verbs}.",
    ],
  },
  telling: [
    ["Dieses Produkt {verbs}.", "Zudem {head} es {rest}."],
    ["Das Produkt {verbs}.", "Darüber hinaus {head} es {rest}."],
    ["Im Einzelnen: Das Produkt {verbs}.", "Zudem {head} es {rest}."],
  ],
  stating: [
    ["{Clauses}.", "{Clauses}."],
    ["Um es genau zu sagen: {Clauses}.", "{Clauses}."],
  ],
  listed: ["Weitere Einzelheiten – {facts}.", "Um das Bild zu vervollständigen – {facts}."],
  overview: [
    "Die Einzelheiten haben wir für Sie in der Übersicht zusammengestellt.",
    "Jede weitere Einzelheit nennt Ihnen die Übersicht.",
    "Alles Weitere entnehmen Sie der Übersicht.",
  ],
  closing: [
    "Gerne beantworten wir Ihre Fragen.",
    "Wünschen Sie weitere Auskünfte? Wenden Sie sich bitte an uns.",
    "Für Ihre Fragen stehen wir Ihnen gerne zur Verfügung.",
    "Nehmen Sie sich für Ihre Entscheidung alle Zeit, die Sie wünschen.",
    "Wir beraten Sie mit Vergnügen.",
  ],
};
