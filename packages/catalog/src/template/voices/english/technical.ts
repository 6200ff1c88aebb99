import type { Voice } from "../../voice.ts";

export const technical: Voice = {
  opening: [
    "Product: {name}.",
    "{name}: product information.",
    "This entry covers {name}.",
    "Reference entry: {name}.",
    "Product sheet for {name}.",
    "Subject of this entry: {name}.",
  ],
  openingInCategory: [
    "Product: {name}. Category: {category}.",
    "{category}: product information on {name}.",
    "Product sheet for {name}, category {category}.",
    "This entry, filed under {category}, covers {name}.",
    "{name}, classified under {category}.",
  ],
  told: [
    "{Clauses}.",
    "Key data: {clauses}.",
    "As specified, {clauses}.",
    "According to the product data, {clauses}.",
    "Main specifications: {clauses}.",
  ],
  listed: ["Specifications – {facts}.", "Technical data – {facts}.", "Data at a glance – {facts}."],
  listedFurther: [
    "Additional data – {facts}.",
    "Further to the specification – {facts}.",
    "Also on record – {facts}.",
  ],
  price: ["Price: {price}.", "The price is {price}.", "Priced at {price}."],
  keywords: ["Indexed under {all}.", "To be found under {either}.", "Relevant to searches for {all}."],
  closing: [
    "Please check the requirements of your application before ordering.",
    "For questions about the data, please contact us.",
    "Contact us if you need further data.",
    "Compare with your own requirements before ordering.",
    "Please send us any technical questions.",
  ],
  invitations: [
    "Match against the requirements of your project",
    "Include the exact product name in enquiries",
    "Keep this page for reference",
    "Verify compatibility with existing equipment before use",
    "Record the product name in your parts list",
  ],
};
