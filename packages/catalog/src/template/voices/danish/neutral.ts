import type { Voice } from "../../voice.ts";

export const neutral: Voice = {
  plain: {
    anywhere: [
      "I vores sortiment: {name}.",
      "Fra vores sortiment: {name}.",
      "{Name} – fra vores sortiment.",
      "Hos os finder du {named}.",
      "Vi har {named} i vores sortiment.",
    ],
    inCategory: [
      "Fra kategorien {category}: {name}.",
      "I vores sortiment under {category}: {name}.",
      "{Name} – fra kategorien {category}.",
      "Du finder {named} i kategorien {category}.",
      "I kategorien {category} har vi {named}.",
    ],
  },
  tailed: {
    anywhere: [
      "{Name}.",
      "I vores sortiment: {name}.",
      "{Tails}: {name}.",
      "Hos os finder du {named}.",
      "Vores sortiment byder på {named}.",
    ],
    inCategory: [
      "Fra kategorien {category}: {name}.",
      "I vores sortiment under {category}: {name}.",
      "I kategorien {category} finder du {named}.",
      "I kategorien {category} har vi {named}.",
    ],
  },
  told: {
    anywhere: ["{Named} {verbs}.", "Hos os finder du {named}, som {verbs}."],
    inCategory: [
      "{Named} fra kategorien {category} {verbs}.",
      "I kategorien {category} finder du {named}, som {verbs}.",
    ],
  },
  telling: [
    ["Produktet {verbs}.", "Desuden {head} det {rest}."],
    ["Varen {verbs}.", "Derudover {head} den {rest}."],
    ["Produktet {verbs}.", "Derudover {head} det {rest}."],
  ],
  stating: [
    ["{Clauses}.", "{Clauses}."],
    ["Værd at vide: {Clauses}.", "{Clauses}."],
  ],
  listed: ["Flere oplysninger – {facts}.", "Desuden – {facts}."],
  overview: [
    "Du finder detaljerne i oversigten.",
    "Resten står i oversigten.",
    "Oversigten viser detaljerne.",
  ],
  closing: [
    "Kontakt os gerne, hvis du har spørgsmål.",
    "Vi svarer gerne på dine spørgsmål.",
    "Mangler du en oplysning? Spørg os.",
    "Er du i tvivl om noget, så skriv til os, før du bestiller.",
    "Vil du vide mere, er du velkommen til at spørge.",
  ],
};
