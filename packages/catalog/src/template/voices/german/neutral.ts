import type { Voice } from "../../voice.ts";

export const neutral: Voice = {
  opening: [
    "Aus unserem Angebot: {name}.",
    "{name}: vielleicht genau das, was Sie suchen.",
    "Auf dieser Seite stellen wir Ihnen das Produkt {name} vor.",
    "Sie interessieren sich für das Produkt {name}? Dann sind Sie hier richtig.",
    "Hier im Blick: {name}.",
    "Hier geht es um das Produkt {name}.",
  ],
  openingInCategory: [
    "Aus der Kategorie {category}: {name}.",
    "In der Kategorie {category} finden Sie das Produkt {name}.",
    "{name} – zu finden in der Kategorie {category}.",
    "Wer sich in der Kategorie {category} umsieht, stößt auf das Produkt {name}.",
    "Das Produkt {name} gehört zur Kategorie {category}.",
  ],
  told: [
    "{Clauses}.",
    "Kurz gesagt: {Clauses}.",
    "Das Wichtigste vorab: {Clauses}.",
    "Auf einen Blick: {Clauses}.",
    "Gut zu wissen: {Clauses}.",
  ],
  listed: ["Die Angaben im Einzelnen – {facts}.", "Die Eckdaten – {facts}.", "Im Detail – {facts}."],
  listedFurther: ["Weitere Angaben – {facts}.", "Außerdem – {facts}.", "Ergänzend dazu – {facts}."],
  price: ["Der Preis beträgt {price}.", "Sie zahlen {price}.", "Der Preis liegt bei {price}."],
  keywords: [
    "Wenn Sie nach {either} suchen, sehen Sie sich in Ruhe um.",
    "Sie suchen nach {either}? Dann sehen Sie sich dieses Produkt genauer an.",
    "Ein Vorschlag für alle, die nach {either} suchen.",
    "Wer nach {either} sucht, sollte einen Blick darauf werfen.",
  ],
  closing: [
    "Bei Fragen wenden Sie sich gerne an uns.",
    "Nehmen Sie sich für die Entscheidung die Zeit, die Sie brauchen.",
    "Fehlt Ihnen eine Angabe? Sprechen Sie uns an.",
    "Ihre Fragen beantworten wir gerne.",
    "Ist noch etwas offen? Schreiben Sie uns vor der Bestellung.",
  ],
  invitations: [
    "In Ruhe vergleichen und dann entscheiden",
    "Diese Seite speichern und später wiederkommen",
    "Mit den eigenen Anforderungen abgleichen",
    "Den Namen für die nächste Bestellung notieren",
    "Diese Seite mit allen teilen, die mitentscheiden",
  ],
};
