import type { Voice } from "../../voice.ts";

export const technical: Voice = {
  plain: {
    anywhere: [
      "Produkt: {name}.",
      "Produktdata: {name}.",
      "{Name}: produktoplysninger.",
      "Produktbetegnelse: {name}.",
    ],
    inCategory: [
      "Produkt: {name}. Kategori: {category}.",
      "{Category}: {name}.",
      "{Name}, kategori {category}.",
      "Produktbetegnelse: {name}. Placering: {category}.",
    ],
  },
  tailed: {
    anywhere: ["{Name}.", "Produkt: {name}.", "{Tails}: {name}.", "Produktbetegnelse: {name}."],
    inCategory: [
      "{Category}: {name}.",
      "Produkt: {name}. Kategori: {category}.",
      "Kategori {category}: {name}.",
    ],
  },
  told: {
    anywhere: ["{Named} {verbs}.", "Produktdata: {Named} {verbs}."],
    inCategory: ["{Named} (kategori: {category}) {verbs}.", "Kategori {category}: {Named} {verbs}."],
  },
  telling: [
    ["Produktet {verbs}.", "Desuden {head} det {rest}."],
    ["Ifølge produktdataene {head} produktet {rest}.", "Derudover {head} det {rest}."],
    ["Varen {verbs}.", "Desuden {head} den {rest}."],
  ],
  stating: [
    ["{Clauses}.", "{Clauses}."],
    ["Kort sagt: {Clauses}.", "{Clauses}."],
  ],
  listed: ["Yderligere data – {facts}.", "Desuden registreret – {facts}."],
  overview: [
    "De tekniske data står i oversigten.",
    "Oversigten indeholder produktdataene.",
    "Specifikationerne er angivet i oversigten.",
  ],
  closing: [
    "Kontakt os, hvis du har spørgsmål til dataene.",
    "Kontakt os, hvis du har brug for flere data.",
    "Tekniske spørgsmål er du velkommen til at sende til os.",
    "Kontrollér kravene til din anvendelse, før du bestiller.",
    "Yderligere data fås på forespørgsel.",
  ],
};
