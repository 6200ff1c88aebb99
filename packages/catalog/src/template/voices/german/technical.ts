import type { Voice } from "../../voice.ts";

export const technical: Voice = {
  opening: [
    "Produkt: {name}.",
    "{name}: Produktinformationen.",
    "Dieser Eintrag beschreibt das Produkt {name}.",
    "Produktblatt: {name}.",
    "Gegenstand dieses Eintrags: {name}.",
    "Produktbezeichnung: {name}.",
  ],
  openingInCategory: [
    "Produkt: {name}. Kategorie: {category}.",
    "Produktblatt: {name}, Kategorie {category}.",
    "{category}: Produktinformationen zum Artikel {name}.",
    "Dieser Eintrag der Kategorie {category} beschreibt das Produkt {name}.",
    "Produktbezeichnung: {name}. Einordnung: {category}.",
  ],
  told: [
    "{Clauses}.",
    "Kenndaten: {Clauses}.",
    "Laut Produktdaten gilt: {Clauses}.",
    "Wesentliche Spezifikation: {Clauses}.",
    "Spezifiziert ist: {Clauses}.",
  ],
  listed: ["Technische Daten – {facts}.", "Spezifikationen – {facts}.", "Daten im Überblick – {facts}."],
  listedFurther: ["Weitere Daten – {facts}.", "Ergänzend – {facts}.", "Außerdem verzeichnet – {facts}."],
  price: ["Preis: {price}.", "Der Preis beträgt {price}.", "Der Preis ist mit {price} angegeben."],
  keywords: [
    "Verschlagwortet mit {all}.",
    "Auffindbar unter {either}.",
    "Relevant für die Suche nach {all}.",
  ],
  closing: [
    "Bitte prüfen Sie vor der Bestellung die Anforderungen Ihrer Anwendung.",
    "Bei Fragen zu den Daten wenden Sie sich bitte an uns.",
    "Wenn Sie weitere Daten benötigen, kontaktieren Sie uns bitte.",
    "Bitte gleichen Sie die Angaben vor der Bestellung mit Ihren Anforderungen ab.",
    "Technische Fragen richten Sie bitte an uns.",
  ],
  invitations: [
    "Mit den Anforderungen des Projekts abgleichen",
    "Bei Anfragen die genaue Produktbezeichnung angeben",
    "Diese Seite als Referenz aufbewahren",
    "Vor dem Einsatz die Kompatibilität mit vorhandener Ausstattung prüfen",
    "Die Produktbezeichnung in die Stückliste aufnehmen",
  ],
};
