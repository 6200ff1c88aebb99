import type { Voice } from "../../voice.ts";

export const neutral: Voice = {
  plain: {
    anywhere: [
      "In unserem Sortiment: {name}.",
      "Aus unserem Sortiment: {name}.",
      "{Name} – aus unserem Sortiment.",
      "Bei uns finden Sie {named}.",
      "In unserem Sortiment finden Sie {named}.",
    ],
    inCategory: [
      "Aus dem Bereich {category}: {name}.",
      "In unserem Sortiment im Bereich {category}: {name}.",
      "{Name} – aus unserem Bereich {category}.",
      "Im Bereich {category} finden Sie {named}.",
      "Im Bereich {category} führen wir {named}.",
    ],
  },
  tailed: {
    anywhere: [
      "{Name}.",
      "In unserem Sortiment: {name}.",
      "{Tails}: {name}.",
      "Bei uns finden Sie {named}.",
      "In unserem Sortiment finden Sie {named}.",
    ],
    inCategory: [
      "Aus dem Bereich {category}: {name}.",
      "Aus unserem Sortiment im Bereich {category}: {name}.",
      "Im Bereich {category} finden Sie {named}.",
      "Im Bereich {category} führen wir {named}.",
    ],
  },
  told: {
    anywhere: ["{Named} {verbs}.", "Unser Angebot: {Named} {verbs}."],
    inCategory: [
      "{Named} aus dem Bereich {category} {verbs}.",
      "{Named} aus unserem Bereich {category} {verbs}.",
    ],
  },
  telling: [
    ["Das Produkt {verbs}.", "Außerdem {head} es {rest}."],
    ["Der Artikel {verbs}.", "Außerdem {head} er {rest}."],
    ["Dieses Produkt {verbs}.", "Zudem {head} es {rest}."],
  ],
  stating: [
    ["{Clauses}.", "{Clauses}."],
    ["Gut zu wissen: {Clauses}.", "{Clauses}."],
  ],
  listed: ["Weitere Angaben – {facts}.", "Außerdem – {facts}."],
  overview: [
    "Die Einzelheiten finden Sie in der Übersicht.",
    "Alles Weitere steht in der Übersicht.",
    "Die Übersicht nennt die Einzelheiten.",
  ],
  closing: [
    "Bei Fragen wenden Sie sich gerne an uns.",
    "Ihre Fragen beantworten wir gerne.",
    "Fehlt Ihnen eine Angabe? Sprechen Sie uns an.",
    "Ist noch etwas offen? Schreiben Sie uns vor der Bestellung.",
    "Möchten Sie mehr wissen? Fragen Sie uns.",
  ],
};
