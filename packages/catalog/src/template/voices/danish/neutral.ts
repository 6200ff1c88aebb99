import type { Voice } from "../../voice.ts";

export const neutral: Voice = {
  opening: [
    "Se nærmere på {name}.",
    "På denne side finder du {name}.",
    "Overvejer du {name}, er du kommet til det rette sted.",
    "{name} – måske lige det, du leder efter.",
    "Fra vores udvalg: {name}.",
    "Her kan du læse om {name}.",
  ],
  openingInCategory: [
    "Du finder {name} i kategorien {category}.",
    "Fra kategorien {category}: {name}.",
    "{name} hører til i kategorien {category}.",
    "Ser du dig om i kategorien {category}, møder du {name}.",
    "I kategorien {category} har vi {name}.",
  ],
  told: [
    "{Clauses}.",
    "Kort fortalt: {Clauses}.",
    "Det vigtigste først: {Clauses}.",
    "I korte træk: {Clauses}.",
    "Værd at vide: {Clauses}.",
  ],
  listed: ["Oplysningerne kort – {facts}.", "De vigtigste data – {facts}.", "I detaljer – {facts}."],
  listedFurther: ["Flere oplysninger – {facts}.", "Derudover – {facts}.", "Desuden – {facts}."],
  price: ["Prisen er {price}.", "Du betaler {price}.", "Prisen ligger på {price}."],
  keywords: [
    "Søger du efter {either}, kan du begynde her.",
    "Leder du efter {either}? Så tag et kig.",
    "Et forslag til dig, der søger efter {either}.",
    "Et bud til alle, der leder efter {either}.",
  ],
  closing: [
    "Kontakt os gerne, hvis du har spørgsmål.",
    "Tag dig den tid, du har brug for.",
    "Mangler du en oplysning? Spørg os.",
    "Vi svarer gerne på dine spørgsmål.",
    "Er du i tvivl om noget, så skriv til os, før du bestiller.",
  ],
  invitations: [
    "Sammenlign i dit eget tempo, og beslut dig bagefter",
    "Gem siden, og vend tilbage senere",
    "Hold produktet op mod dine egne behov",
    "Skriv navnet ned til næste bestilling",
    "Del siden med dem, der skal være med til at vælge",
  ],
};
