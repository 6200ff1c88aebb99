import type { Voice } from "../../voice.ts";

export const technical: Voice = {
  plain: {
    anywhere: [
      "Product: {name}.",
      "Product data: {name}.",
      "{Name}: product information.",
      "This entry describes {named}.",
      "Product information on {named}.",
    ],
    inCategory: [
      "Product: {name}. Category: {category}.",
      "{Category}: {name}.",
      "{Name}, category {category}.",
      "This entry in {category} describes {named}.",
    ],
  },
  tailed: {
    anywhere: ["{Name}.", "Product: {name}.", "{Tails}: {name}.", "This entry describes {named}."],
    inCategory: [
      "{Category}: {name}.",
      "Product: {name}. Category: {category}.",
      "This entry in {category} describes {named}.",
    ],
  },
  told: {
    anywhere: [
      "{Named} {verbs}.",
      "Product data: {named} {verbs}.",
      "According to the product data, {named} {verbs}.",
    ],
    inCategory: [
      "{Named} (category: {category}) {verbs}.",
      "Category {category}: {named} {verbs}.",
      "Listed under {category}, {named} {verbs}.",
    ],
  },
  telling: [
    ["It {verbs}.", "It also {verbs}."],
    ["The product {verbs}.", "In addition, it {verbs}."],
    ["It {verbs}.", "Furthermore, it {verbs}."],
  ],
  stating: [
    ["{Clauses}.", "In addition, {clauses}."],
    ["As specified, {clauses}.", "{Clauses}."],
  ],
  listed: ["Additional data – {facts}.", "Also on record – {facts}."],
  overview: [
    "The specifications are listed in the overview.",
    "The overview contains the product data.",
    "For the specifications, see the overview.",
  ],
  closing: [
    "For questions about the data, please contact us.",
    "Contact us if you need further data.",
    "Please send us any technical questions.",
    "Please check the requirements of your application before ordering.",
    "Further data are available on request.",
  ],
};
