import type { Voice } from "../../voice.ts";

export const premium: Voice = {
  plain: {
    anywhere: [
      "Med glæde præsenterer vi: {name}.",
      "Til dig, der vælger med omhu: {name}.",
      "Et valg, der må tage sin tid: {name}.",
      "Vi har fornøjelsen af at præsentere {named}.",
    ],
    inCategory: [
      "Fra vores udvalg i kategorien {category}: {name}.",
      "Udvalgt i kategorien {category}: {name}.",
      "Til dig, der giver dig god tid i kategorien {category}: {name}.",
      "Vi har fornøjelsen af at præsentere {named} fra kategorien {category}.",
    ],
  },
  tailed: {
    anywhere: [
      "{Tails}: {name}.",
      "Til dig, der vælger med omhu: {name}.",
      "Med glæde præsenterer vi: {name}.",
      "Vi har fornøjelsen af at præsentere {named}.",
    ],
    inCategory: [
      "Fra vores udvalg i kategorien {category}: {name}.",
      "Udvalgt i kategorien {category}: {name}.",
      "{Tails}: {name} fra vores udvalg i kategorien {category}.",
      "I kategorien {category} har vi fornøjelsen af at præsentere {named}.",
    ],
  },
  told: {
    anywhere: ["{Named} {verbs}.", "Vi har fornøjelsen af at præsentere {named}, som {verbs}."],
    inCategory: [
      "{Named} fra vores udvalg i kategorien {category} {verbs}.",
      "I kategorien {category} præsenterer vi {named}, som {verbs}.",
    ],
  },
  telling: [
    ["Produktet {verbs}.", "Desuden {head} det {rest}."],
    ["Produktet {verbs}.", "Tilmed {head} det {rest}."],
    ["For at være præcis {head} produktet {rest}.", "Desuden {head} det {rest}."],
  ],
  stating: [
    ["{Clauses}.", "{Clauses}."],
    ["For at være præcis: {Clauses}.", "{Clauses}."],
  ],
  listed: ["Flere enkeltheder – {facts}.", "For fuldstændighedens skyld – {facts}."],
  overview: [
    "Enkelthederne har vi samlet til dig i oversigten.",
    "Oversigten rummer de øvrige enkeltheder.",
    "Alle øvrige enkeltheder finder du i oversigten.",
  ],
  closing: [
    "Vi besvarer gerne dine spørgsmål.",
    "Ønsker du at vide mere, er du velkommen til at kontakte os.",
    "Vi står gerne til rådighed, hvis du har spørgsmål.",
    "Tag dig al den tid, du ønsker, til at beslutte dig.",
    "Det er os en fornøjelse at rådgive dig.",
  ],
};
