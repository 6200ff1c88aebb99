import type { Voice } from "../../voice.ts";

export const friendly: Voice = {
  plain: {
    anywhere: [
      "Found for you: {name}.",
      "Nice to see you here! On this page: {name}.",
      "May we introduce? {Name}!",
      "Say hello to {named}!",
      "Lovely that you stopped by to see {named}.",
    ],
    inCategory: [
      "Straight from our {category} corner: {name}.",
      "Browsing {category}? Here is our suggestion: {name}.",
      "Here is something from our {category} corner: {name}.",
      "Our {category} corner is home to {named}.",
      "Say hello to {named} from our {category} corner!",
    ],
  },
  tailed: {
    anywhere: [
      "Right here: {name}!",
      "May we introduce? {Name}!",
      "{Tails}: {name}!",
      "Say hello to {named}!",
    ],
    inCategory: [
      "Straight from our {category} corner: {name}.",
      "Here is something from our {category} corner: {name}.",
      "Our {category} corner is home to {named}.",
      "In our {category} corner, you will meet {named}.",
    ],
  },
  told: {
    anywhere: ["{Named} {verbs}.", "Let us tell you about {named}: it {verbs}."],
    inCategory: [
      "{Named} from our {category} corner {verbs}.",
      "At home in our {category} corner, {named} {verbs}.",
      "Let us tell you about {named} from our {category} corner: it {verbs}.",
    ],
  },
  telling: [
    ["It {verbs}.", "Oh, and it {verbs}."],
    ["Good to know: it {verbs}.", "And it {verbs}."],
    ["Just so you know, it {verbs}.", "It also {verbs}."],
  ],
  stating: [
    ["Good to know: {clauses}.", "Plus, {clauses}."],
    ["Just so you know, {clauses}.", "Oh, and {clauses}."],
    ["{Clauses}.", "Plus, {clauses}."],
  ],
  listed: ["And there is more – {facts}.", "Handy to know – {facts}."],
  overview: [
    "You will find all the little details in the overview.",
    "The overview has all the details for you.",
    "For the details, the overview is the place.",
  ],
  closing: [
    "Any questions? Just drop us a line.",
    "Not sure yet? Just ask, we are glad to help.",
    "If you would like to know more, simply ask us.",
    "Take your time, and enjoy choosing!",
    "Is there something you are wondering about? We are all ears.",
  ],
};
