import type { Voice } from "../../voice.ts";

export const premium: Voice = {
  plain: {
    anywhere: [
      "Presented with pleasure: {name}.",
      "A choice to be made at leisure: {name}.",
      "For those who choose with care: {name}.",
      "We are pleased to present {named}.",
      "It is a pleasure to introduce {named}.",
    ],
    inCategory: [
      "From our {category} selection: {name}.",
      "Presented with pleasure, from our {category} selection: {name}.",
      "In our {category} selection: {name}.",
      "Our {category} selection includes {named}.",
      "We are pleased to present {named} from our {category} selection.",
    ],
  },
  tailed: {
    anywhere: [
      "{Tails}: {name}.",
      "For those who choose with care: {name}.",
      "Presented with pleasure: {name}.",
      "We are pleased to present {named}.",
      "It is a pleasure to introduce {named}.",
    ],
    inCategory: [
      "From our {category} selection: {name}.",
      "In our {category} selection: {name}.",
      "{Tails}: {name}, from our {category} selection.",
      "Our {category} selection includes {named}.",
      "From our {category} selection, we are pleased to present {named}.",
    ],
  },
  told: {
    anywhere: ["{Named} {verbs}.", "We are pleased to present {named}. It {verbs}."],
    inCategory: [
      "{Named} from our {category} selection {verbs}.",
      "From our {category} selection, {named} {verbs}.",
      "We are pleased to present {named} from our {category} selection. It {verbs}.",
    ],
  },
  telling: [
    ["It {verbs}.", "Moreover, it {verbs}."],
    ["It {verbs}.", "It also {verbs}."],
    ["To be precise, it {verbs}.", "Moreover, it {verbs}."],
  ],
  stating: [
    ["{Clauses}.", "Moreover, {clauses}."],
    ["To be precise, {clauses}.", "{Clauses}."],
  ],
  listed: ["Further particulars – {facts}.", "To complete the picture – {facts}."],
  overview: [
    "The particulars are set out in the overview.",
    "The overview sets out every detail.",
    "All further particulars await you in the overview.",
  ],
  closing: [
    "We will gladly answer your questions.",
    "Should you wish to know more, please contact us.",
    "We remain at your disposal for any question.",
    "Take all the time you need to decide.",
    "It will be our pleasure to advise you.",
  ],
};
