import type { Voice } from "../../voice.ts";

export const neutral: Voice = {
  opening: [
    "Take a closer look at {name}.",
    "If you are considering {name}, you are in the right place.",
    "On this page you will find {name}.",
    "{name}: this could be what you are looking for.",
    "In our shop: {name}.",
    "Introducing {name}.",
  ],
  openingInCategory: [
    "You will find {name} in our {category} section.",
    "{name} can be found under {category}.",
    "Anyone browsing our {category} section will come across {name}.",
    "From our {category} section: {name}.",
    "Are you comparing what is in our {category} section? Then consider {name}.",
  ],
  told: [
    "{Clauses}.",
    "In short, {clauses}.",
    "To start with the essentials, {clauses}.",
    "The main points: {clauses}.",
    "At a glance: {clauses}.",
  ],
  listed: ["The details in brief – {facts}.", "In brief – {facts}.", "Worth knowing – {facts}."],
  listedFurther: ["Also worth knowing – {facts}.", "Beyond that – {facts}.", "In addition – {facts}."],
  price: ["The price is {price}.", "You pay {price}.", "Priced at {price}."],
  keywords: [
    "If you are searching for {either}, have a look.",
    "Searching for {either}? Then take a look around here.",
    "One to consider if {either} brought you here.",
    "Of interest to anyone searching for {either}.",
  ],
  closing: [
    "If anything is unclear, please get in touch.",
    "Take the time you need to decide.",
    "Is there something else you need to know? Just ask.",
    "Please contact us with any questions before you order.",
    "We are happy to answer your questions.",
  ],
  invitations: [
    "Compare at your own pace and decide when it suits you",
    "Save this page to come back to it later",
    "Check whether this product meets your requirements",
    "Note the name for your next order",
    "Share this page with whoever decides with you",
  ],
};
