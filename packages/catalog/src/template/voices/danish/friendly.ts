import type { Voice } from "../../voice.ts";

export const friendly: Voice = {
  opening: [
    "Sig hej til {name}!",
    "Har du mødt {name}?",
    "Må vi præsentere {name}?",
    "Dejligt, at du kigger forbi! Her er vores forslag: {name}.",
    "Dig og {name}? Det kan vi godt se for os.",
    "Kig med, for her er {name}.",
  ],
  openingInCategory: [
    "Går du på opdagelse i kategorien {category}? Så sig hej til {name}!",
    "Direkte fra kategorien {category} til din skærm: {name}.",
    "Fra kategorien {category} vil vi gerne vise dig {name}.",
    "Din tur gennem kategorien {category} har ført dig til {name}. Velkommen til!",
    "Nysgerrig på kategorien {category}? Så gør holdt ved {name}.",
  ],
  told: [
    "Den korte version: {Clauses}.",
    "Rart at vide: {Clauses}.",
    "Lad os begynde med det vigtigste: {Clauses}.",
    "Bare så du ved det: {Clauses}.",
    "Helt kort: {Clauses}.",
  ],
  listed: ["Det vil du nok gerne vide – {facts}.", "De små detaljer – {facts}.", "Samlet til dig – {facts}."],
  listedFurther: ["Og der er mere endnu – {facts}.", "Nu vi er i gang – {facts}.", "Mere til dig – {facts}."],
  price: [
    "Det bliver dit for {price}.",
    "Og prisen? {price}.",
    "Tag det med hjem for {price}.",
    "Prisskiltet siger {price}.",
  ],
  keywords: [
    "Har du {either} i tankerne? Så kig nærmere.",
    "Var det {either}, der førte dig hertil? Dejligt, kom indenfor!",
    "Er du på jagt efter {either}, så stop op her et øjeblik.",
    "Leder du efter {either}? Fortæl os, hvad du synes.",
  ],
  closing: [
    "Har du spørgsmål? Skriv endelig til os.",
    "Tag dig god tid, og god fornøjelse med at vælge!",
    "Er du i tvivl? Spørg os, vi hjælper gerne.",
    "Savner du en oplysning? Så sig bare til.",
    "Vi håber, du finder lige det, du havde forestillet dig.",
  ],
  invitations: [
    "Forestil dig det hjemme hos dig, og mærk efter",
    "Husk det til den næste fødselsdag på listen",
    "Vis det til en ven, og hør en anden mening",
    "Gem siden, hvis det ikke lige skal være i dag",
    "Stol på din mavefornemmelse, og giv dig god tid",
  ],
};
