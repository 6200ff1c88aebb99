import type { Voice } from "../../voice.ts";

export const neutral: Voice = {
  plain: {
    anywhere: [
      "In our range: {name}.",
      "From our range: {name}.",
      "{Name}, from our range.",
      "You will find {named} in our range.",
      "This is {named}.",
    ],
    inCategory: [
      "In our {category} range: {name}.",
      "From our {category} range: {name}.",
      "{Name}, from our {category} range.",
      "You will find {named} in our {category} range.",
      "Our {category} range includes {named}.",
    ],
  },
  tailed: {
    anywhere: [
      "{Name}.",
      "In our range: {name}.",
      "{Tails}: {name}.",
      "This is {named}.",
      "Our range includes {named}.",
    ],
    inCategory: [
      "From our {category} range: {name}.",
      "In our {category} range: {name}.",
      "In our {category} range you will find {named}.",
      "Our {category} range includes {named}.",
    ],
  },
  told: {
    anywhere: ["{Named} {verbs}.", "Here is {named}: it {verbs}."],
    inCategory: [
      "{Named} from our {category} range {verbs}.",
      "Part of our {category} range, {named} {verbs}.",
    ],
  },
  telling: [
    ["It {verbs}.", "It also {verbs}."],
    ["It {verbs}.", "In addition, it {verbs}."],
    ["The item {verbs}.", "It also {verbs}."],
  ],
  stating: [
    ["{Clauses}.", "In addition, {clauses}."],
    ["{Clauses}.", "{Clauses}."],
  ],
  listed: ["Further details – {facts}.", "Also worth knowing – {facts}."],
  overview: [
    "The details are in the overview.",
    "You will find the details in the overview.",
    "The overview lists what else there is to know.",
  ],
  closing: [
    "If anything is unclear, please get in touch.",
    "Please ask us if you would like to know more.",
    "We are happy to answer your questions.",
    "If you have a question before you order, please contact us.",
    "Would you like to know more? Just ask.",
  ],
};
