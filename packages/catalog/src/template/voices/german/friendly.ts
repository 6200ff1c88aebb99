import type { Voice } from "../../voice.ts";

export const friendly: Voice = {
  opening: [
    "Dürfen wir vorstellen? {name}!",
    "Herzlich willkommen! Hier kommt unser Vorschlag: {name}.",
    "Kennst du schon das Produkt {name}?",
    "Schau mal, was wir für dich haben: {name}.",
    "{name}: Wäre das etwas für dich?",
    "Augen auf, hier kommt etwas für dich: {name}!",
  ],
  openingInCategory: [
    "Du stöberst in der Kategorie {category}? Dann schau mal hier: {name}.",
    "Direkt aus der Kategorie {category} auf deinen Bildschirm: {name}.",
    "Aus der Kategorie {category} möchten wir dir etwas zeigen: {name}.",
    "Dein Bummel durch die Kategorie {category} führt dich zu diesem Produkt: {name}.",
    "Neugierig auf die Kategorie {category}? Hier ist unser Vorschlag: {name}.",
  ],
  told: [
    "Kurz und knapp: {Clauses}.",
    "Gut zu wissen: {Clauses}.",
    "Das Wichtigste zuerst: {Clauses}.",
    "Damit du Bescheid weißt: {Clauses}.",
    "Fangen wir vorne an: {Clauses}.",
  ],
  listed: [
    "Das möchtest du bestimmt wissen – {facts}.",
    "Die kleinen Details – {facts}.",
    "Für dich zusammengefasst – {facts}.",
  ],
  listedFurther: [
    "Und es geht noch weiter – {facts}.",
    "Nur damit du es weißt – {facts}.",
    "Wo wir gerade dabei sind – {facts}.",
  ],
  price: [
    "Für {price} kann es bei dir einziehen.",
    "Und der Preis? {price}.",
    "Für {price} ist das Produkt deins.",
    "Du zahlst {price}.",
  ],
  keywords: [
    "Hast du {either} im Kopf? Dann schau in Ruhe rein.",
    "Hat dich {either} hierher geführt? Dann sieh dich gerne um.",
    "Falls du gerade nach {either} suchst, mach hier kurz halt.",
    "Du suchst nach {either}? Dann wirf einen Blick darauf.",
  ],
  closing: [
    "Noch Fragen? Schreib uns einfach.",
    "Lass dir Zeit und hab Spaß beim Aussuchen!",
    "Noch unsicher? Frag uns, wir helfen dir gerne.",
    "Fehlt dir hier eine Info? Sag uns Bescheid.",
    "Wir hoffen, du findest genau das, was du dir vorgestellt hast.",
  ],
  invitations: [
    "Stell es dir bei dir zu Hause vor und spür nach, wie es sich anfühlt",
    "Merk es dir für den nächsten Geburtstag auf deiner Liste",
    "Zeig es deinen Freunden und hör, was sie sagen",
    "Speicher dir die Seite, wenn heute nicht der richtige Tag ist",
    "Hör auf dein Bauchgefühl und lass dir Zeit",
  ],
};
