import type { Voice } from "../../voice.ts";

export const premium: Voice = {
  opening: [
    "Vi har fornøjelsen af at præsentere {name}.",
    "Til dig, der vælger med omhu: {name}.",
    "Nogle valg fortjener et roligt øjeblik. Her er et af dem: {name}.",
    "Vi inviterer dig til at se nærmere på {name}.",
    "Et velovervejet valg begynder med et nærmere blik, for eksempel på {name}.",
    "Lad os præsentere {name}.",
  ],
  openingInCategory: [
    "Fra vores udvalg i kategorien {category}: {name}.",
    "I kategorien {category} vil vi gerne henlede din opmærksomhed på {name}.",
    "Til dig, der giver dig god tid i kategorien {category}: {name}.",
    "Vi har fornøjelsen af at præsentere {name} fra kategorien {category}.",
    "Må vi føre dig gennem kategorien {category} til {name}?",
  ],
  told: [
    "{Clauses}.",
    "For at være præcis: {Clauses}.",
    "Det væsentlige uden omsvøb: {Clauses}.",
    "Lad kendsgerningerne tale: {Clauses}.",
    "Kort og præcist: {Clauses}.",
  ],
  listed: ["Enkelthederne – {facts}.", "Punkt for punkt – {facts}.", "I detaljen – {facts}."],
  listedFurther: [
    "Flere enkeltheder – {facts}.",
    "Også værd at bemærke – {facts}.",
    "For fuldstændighedens skyld – {facts}.",
  ],
  price: ["Prisen er {price}.", "Vi tilbyder produktet for {price}.", "Produktet er dit for {price}."],
  keywords: [
    "Søger du {either}, er du mere end velkommen her.",
    "Et forslag til alle med {either} i tankerne.",
    "Hvis {either} har ført dig hertil, byder vi dig velkommen.",
    "Du søgte {either}; må vi foreslå et nærmere blik?",
  ],
  closing: [
    "Vi besvarer gerne dine spørgsmål.",
    "Tag dig al den tid, du ønsker, til at beslutte dig.",
    "Ønsker du at vide mere, er du velkommen til at kontakte os.",
    "Beslutningen er helt og holdent din.",
    "Resten overlader vi til din egen dømmekraft.",
  ],
  invitations: [
    "Overvej det i ro og mag, helt uden hast",
    "Sammenlign med det, du allerede ejer, og døm selv",
    "Vend tilbage til siden, når du ønsker det",
    "Spørg en, hvis smag du stoler på",
    "Giv det en plads på din egen liste over muligheder",
  ],
};
