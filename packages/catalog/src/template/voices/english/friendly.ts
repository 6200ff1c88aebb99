import type { Voice } from "../../voice.ts";

export const friendly: Voice = {
  opening: [
    "Say hello to {name}!",
    "Have you met {name} yet?",
    "Let us introduce you to {name}.",
    "We would love to show you {name}.",
    "You and {name}? We can picture that.",
    "Go on, take a peek at {name}.",
  ],
  openingInCategory: [
    "Browsing our {category} section? Then say hello to {name}!",
    "Straight from our {category} section to your screen: {name}.",
    "We would love to show you something from our {category} section: {name}.",
    "Having a look around our {category} section? Make a stop at {name}.",
    "Your stroll through our {category} section has brought you to {name}. Nice to see you here!",
  ],
  told: [
    "Here is the short version: {clauses}.",
    "Good to know: {clauses}.",
    "In a nutshell, {clauses}.",
    "First things first: {clauses}.",
    "Let us start with the basics: {clauses}.",
  ],
  listed: [
    "Here is what you will want to know – {facts}.",
    "The little details – {facts}.",
    "Handy to know – {facts}.",
  ],
  listedFurther: [
    "And there is more – {facts}.",
    "Just so you know – {facts}.",
    "While we are at it – {facts}.",
  ],
  price: [
    "All yours for {price}.",
    "And the price? {price}.",
    "Take it home for {price}.",
    "The price tag says {price}.",
  ],
  keywords: [
    "Got {either} on your mind? Then have a look.",
    "Did {either} bring you here? Lovely, come on in.",
    "If you have been hunting for {either}, pause here for a moment.",
    "Looking for {either}? Let us know what you think.",
  ],
  closing: [
    "Any questions? Just drop us a line.",
    "Take your time, and enjoy choosing!",
    "Not sure yet? Just ask, we are glad to help.",
    "If you are missing something here, simply ask us.",
    "We hope you find just what you had in mind.",
  ],
  invitations: [
    "Picture it at your place and see how it feels",
    "Keep it in mind for the next birthday on your list",
    "Show it to a friend and hear what they think",
    "Save it for later if today is not the day",
    "Trust your gut, and have fun deciding",
  ],
};
