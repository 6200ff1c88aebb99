import type { Voice } from "../../voice.ts";

export const premium: Voice = {
  opening: [
    "Wir dürfen vorstellen: {name}.",
    "Für alle, die mit Bedacht wählen: {name}.",
    "Manche Entscheidungen verdienen einen ruhigen Moment. Hier ist eine davon: {name}.",
    "Wir laden Sie ein, das Produkt {name} näher zu betrachten.",
    "Eine gute Wahl braucht einen genauen Blick, zum Beispiel auf dieses Produkt: {name}.",
    "Mit Freude präsentieren wir Ihnen: {name}.",
  ],
  openingInCategory: [
    "Aus unserer Auswahl in der Kategorie {category}: {name}.",
    "Aus der Kategorie {category} präsentieren wir Ihnen: {name}.",
    "In der Kategorie {category} möchten wir Ihre Aufmerksamkeit auf ein Produkt lenken: {name}.",
    "Für alle, die sich in der Kategorie {category} Zeit nehmen: {name}.",
    "Dürfen wir Sie durch die Kategorie {category} führen? Unsere Empfehlung für den nächsten Halt: {name}.",
  ],
  told: [
    "{Clauses}.",
    "Um es genau zu sagen: {Clauses}.",
    "Das Wesentliche ohne Umschweife: {Clauses}.",
    "Lassen wir die Fakten sprechen: {Clauses}.",
    "Worauf es zuerst ankommt: {Clauses}.",
  ],
  listed: ["Die Einzelheiten – {facts}.", "Punkt für Punkt – {facts}.", "Im Detail betrachtet – {facts}."],
  listedFurther: [
    "Weitere Einzelheiten – {facts}.",
    "Ebenfalls von Interesse – {facts}.",
    "Um das Bild zu vervollständigen – {facts}.",
  ],
  price: [
    "Der Preis beträgt {price}.",
    "Wir bieten Ihnen das Produkt für {price} an.",
    "Für {price} gehört das Produkt Ihnen.",
  ],
  keywords: [
    "Sollten Sie nach {either} suchen, laden wir Sie zu einem genaueren Blick ein.",
    "Ein Vorschlag für alle, die {either} im Sinn haben.",
    "Wenn {either} Sie hierher geführt hat, heißen wir Sie willkommen.",
    "Sie suchen nach {either}? Wir empfehlen einen zweiten Blick.",
  ],
  closing: [
    "Gerne beantworten wir Ihre Fragen.",
    "Nehmen Sie sich für Ihre Entscheidung alle Zeit, die Sie wünschen.",
    "Wünschen Sie weitere Auskünfte? Wenden Sie sich bitte an uns.",
    "Die Entscheidung liegt ganz bei Ihnen.",
    "Alles Weitere überlassen wir Ihrem Urteil.",
  ],
  invitations: [
    "In aller Ruhe betrachten und abwägen",
    "Mit dem vergleichen, was Sie bereits besitzen",
    "Jederzeit auf diese Seite zurückkehren",
    "Den Rat eines Menschen einholen, dessen Geschmack Sie schätzen",
    "Einen Platz auf Ihrer persönlichen Auswahlliste vorsehen",
  ],
};
