import type { Voice } from "../../voice.ts";

export const premium: Voice = {
  opening: [
    "Allow us to present {name}.",
    "May we introduce {name}?",
    "For those who choose with care: {name}.",
    "Some decisions deserve a quiet moment. Here is one: {name}.",
    "We invite you to take a closer look at {name}.",
    "A considered choice takes a moment. Give yours to {name}.",
  ],
  openingInCategory: [
    "Allow us to present {name} from our {category} selection.",
    "From our {category} selection: {name}.",
    "In our {category} selection, we would like to draw your attention to {name}.",
    "For those who browse our {category} selection with care: {name}.",
    "May we guide you through our {category} selection to {name}?",
  ],
  told: [
    "{Clauses}.",
    "To be precise, {clauses}.",
    "The essentials, without embellishment: {clauses}.",
    "What matters first: {clauses}.",
    "Let the facts speak: {clauses}.",
  ],
  listed: ["The particulars – {facts}.", "Point by point – {facts}.", "In detail – {facts}."],
  listedFurther: [
    "Further particulars – {facts}.",
    "Also of note – {facts}.",
    "To complete the picture – {facts}.",
  ],
  price: ["The price is {price}.", "Offered at {price}.", "Yours for {price}."],
  keywords: [
    "Should you be in search of {either}, you are most welcome here.",
    "A suggestion for anyone with {either} in mind.",
    "If {either} is what led you here, we bid you welcome.",
    "You were searching for {either}? Then may we make a suggestion.",
  ],
  closing: [
    "We will gladly answer your questions.",
    "Take all the time you need to decide.",
    "Should you wish to know more, please contact us.",
    "The decision is entirely yours.",
    "We leave the rest to your own judgement.",
  ],
  invitations: [
    "Consider it at leisure, without any hurry",
    "Compare with what you already own, and judge for yourself",
    "Reserve a place for it among your considerations",
    "Return to this page whenever you wish",
    "Seek the opinion of someone whose taste you trust",
  ],
};
