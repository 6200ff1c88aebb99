import type { Voice } from "../../voice.ts";

export const friendly: Voice = {
  plain: {
    anywhere: [
      "Dejligt, at du kigger forbi! Her er vores forslag: {name}.",
      "Må vi præsentere? {Name}!",
      "Lige her: {name}!",
      "Fundet til dig: {name}.",
      "Sig hej til {named}!",
    ],
    inCategory: [
      "Direkte fra kategorien {category}: {name}.",
      "Går du på opdagelse i {category}? Her er vores forslag: {name}.",
      "Fra kategorien {category} har vi noget til dig: {name}.",
      "Sig hej til {named} fra kategorien {category}!",
    ],
  },
  tailed: {
    anywhere: ["Må vi præsentere? {Name}!", "Lige her: {name}!", "{Tails}: {name}!", "Sig hej til {named}!"],
    inCategory: [
      "Fra kategorien {category} har vi noget til dig: {name}.",
      "Går du på opdagelse i {category}? Her er vores forslag: {name}.",
      "I kategorien {category} kan du møde {named}.",
    ],
  },
  told: {
    anywhere: ["{Named} {verbs}.", "Må vi præsentere? {Named} {verbs}."],
    inCategory: [
      "{Named} fra kategorien {category} {verbs}.",
      "I kategorien {category} kan du møde {named}, som {verbs}.",
    ],
  },
  telling: [
    ["Produktet {verbs}.", "Og så {head} det {rest}."],
    ["Rart at vide: Produktet {verbs}.", "Desuden {head} det {rest}."],
    ["Bare så du ved det, {head} produktet {rest}.", "Og så {head} det {rest}."],
  ],
  stating: [
    ["Rart at vide: {Clauses}.", "Også værd at vide: {Clauses}."],
    ["{Clauses}.", "Også værd at vide: {Clauses}."],
    ["Bare så du ved det: {Clauses}.", "Også værd at vide: {Clauses}."],
  ],
  listed: ["Og der er mere endnu – {facts}.", "Nu vi er i gang – {facts}."],
  overview: [
    "Du finder alle de små detaljer i oversigten.",
    "Resten har vi samlet til dig i oversigten.",
    "Oversigten fortæller dig mere.",
  ],
  closing: [
    "Har du spørgsmål? Skriv endelig til os.",
    "Er du i tvivl? Spørg os, vi hjælper gerne.",
    "Savner du en oplysning? Så sig bare til.",
    "Tag dig god tid, og god fornøjelse med at vælge!",
    "Vil du vide mere, så spørg os bare.",
  ],
};
