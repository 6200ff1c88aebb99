import type { Voice } from "../../voice.ts";

export const friendly: Voice = {
  plain: {
    anywhere: [
      "Schön, dass du da bist! Unser Vorschlag: {name}.",
      "Dürfen wir vorstellen? {Name}!",
      "Für dich entdeckt: {name}.",
      "Schau mal: {name}!",
      "Sag hallo zu {named}!",
    ],
    inCategory: [
      "Frisch aus unserer Abteilung {category}: {name}.",
      "Du stöberst gerade in der Abteilung {category}? Hier ist unser Vorschlag: {name}.",
      "Aus unserer Abteilung {category} haben wir etwas für dich: {name}.",
      "In unserer Abteilung {category} triffst du auf {named}.",
    ],
  },
  tailed: {
    anywhere: [
      "Dürfen wir vorstellen? {Name}!",
      "Schau mal: {name}!",
      "{Tails}: {name}!",
      "Hier haben wir für dich {named}.",
    ],
    inCategory: [
      "Frisch aus unserer Abteilung {category}: {name}.",
      "Aus unserer Abteilung {category} haben wir etwas für dich: {name}.",
      "In unserer Abteilung {category} triffst du auf {named}.",
    ],
  },
  told: {
    anywhere: ["{Named} {verbs}.", "Dürfen wir vorstellen? {Named} {verbs}."],
    inCategory: [
      "{Named} aus unserer Abteilung {category} {verbs}.",
      "Frisch aus unserer Abteilung {category}: {Named} {verbs}.",
    ],
  },
  telling: [
    ["Das gute Stück {verbs}.", "Außerdem {head} es {rest}."],
    ["Gut zu wissen: Das gute Stück {verbs}.", "Und dazu {head} es {rest}."],
    ["Das gute Stück {verbs}.", "Übrigens {head} es {rest}."],
  ],
  stating: [
    ["Gut zu wissen: {Clauses}.", "Übrigens: {Clauses}."],
    ["{Clauses}.", "Übrigens: {Clauses}."],
    ["Damit du Bescheid weißt: {Clauses}.", "Übrigens: {Clauses}."],
  ],
  listed: ["Und sonst noch – {facts}.", "Nur damit du es weißt – {facts}."],
  overview: [
    "Alle kleinen Details findest du in der Übersicht.",
    "Die Übersicht verrät dir den Rest.",
    "Mehr dazu steht für dich in der Übersicht.",
  ],
  closing: [
    "Noch Fragen? Schreib uns einfach.",
    "Noch unsicher? Frag uns, wir helfen dir gerne.",
    "Fehlt dir hier eine Info? Sag uns Bescheid.",
    "Lass dir Zeit und hab Spaß beim Aussuchen!",
    "Wenn du mehr wissen möchtest, frag uns einfach.",
  ],
};
