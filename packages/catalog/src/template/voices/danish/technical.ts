import type { Voice } from "../../voice.ts";

export const technical: Voice = {
  opening: [
    "Produkt: {name}.",
    "{name}: produktoplysninger.",
    "Denne side beskriver produktet {name}.",
    "Produktblad: {name}.",
    "Produktbetegnelse: {name}.",
    "Siden omhandler {name}.",
  ],
  openingInCategory: [
    "Produkt: {name}. Kategori: {category}.",
    "Produktblad: {name}, kategori {category}.",
    "{category}: produktoplysninger om {name}.",
    "Denne side i kategorien {category} beskriver {name}.",
    "Produktbetegnelse: {name}. Placering: {category}.",
  ],
  told: [
    "{Clauses}.",
    "Nøgledata: {Clauses}.",
    "Ifølge produktdataene gælder: {Clauses}.",
    "Væsentlige specifikationer: {Clauses}.",
    "Det er angivet, at {clauses}.",
  ],
  listed: ["Tekniske data – {facts}.", "Specifikationer – {facts}.", "Data i overblik – {facts}."],
  listedFurther: [
    "Yderligere data – {facts}.",
    "Som supplement – {facts}.",
    "Desuden registreret – {facts}.",
  ],
  price: ["Pris: {price}.", "Prisen er {price}.", "Prisen er angivet til {price}."],
  keywords: ["Indekseret under {all}.", "Kan findes under {either}.", "Relevant for søgninger efter {all}."],
  closing: [
    "Kontrollér kravene til din anvendelse, før du bestiller.",
    "Kontakt os, hvis du har spørgsmål til dataene.",
    "Kontakt os, hvis du har brug for flere data.",
    "Sammenhold oplysningerne med dine egne krav, før du bestiller.",
    "Tekniske spørgsmål er du velkommen til at sende til os.",
  ],
  invitations: [
    "Sammenhold med kravene i dit projekt",
    "Oplys den nøjagtige produktbetegnelse ved henvendelser",
    "Gem siden som reference",
    "Kontrollér kompatibiliteten med eksisterende udstyr før brug",
    "Tag produktbetegnelsen med i styklisten",
  ],
};
