import { describe, expect, it } from "vitest";
import type { ListingText } from "../listing.ts";
import { aBrief, aFullBrief } from "../testing/briefs.ts";
import { templateEngine } from "./template-engine.ts";

const pageOf = ({ title, description, bullets }: ListingText) =>
  [title, "", description, "", ...bullets.map((bullet) => `* ${bullet}`)]
    .join("\n")
    .replaceAll("\u00a0", " ");

/** Somebody has read these. Whoever changes a phrase reads them again before they accept the new ones. */
describe("texts that a shop would publish", () => {
  it("in English", async () => {
    expect(pageOf(await templateEngine.write(aFullBrief({ tone: "premium" })))).toMatchInlineSnapshot(`
      "Desk Nora – Tables

      For those who browse our Tables selection with care: Desk Nora measuring 214 x 97 cm and weighing 31 kg. The price is €1,249.50. We leave the rest to your own judgement.

      * Material: walnut
      * Color: graphite
      * Collection: Aldermoor
      * Tags: writing desk, hallway"
    `);
    expect(pageOf(await templateEngine.write(aFullBrief({ tone: "friendly", version: 2 }))))
      .toMatchInlineSnapshot(`
      "Desk Nora | hallway

      Got “writing desk” or “hallway” on your mind? Then have a look. Straight from our Tables section to your screen: Desk Nora in graphite and weighing 31 kg. The price tag says €1,249.50. Not sure yet? Just ask, we are glad to help.

      * Material – walnut
      * Dimensions – 214 x 97 cm
      * Collection – Aldermoor"
    `);
  });

  it("in German", async () => {
    const desk = {
      name: "Schreibtisch Nora",
      category: "Möbel > Tische",
      attributes: {
        Material: "Nussbaum",
        Farbe: "graphit",
        Gewicht: "31 kg",
        Maße: "120 x 60 cm",
        Schubladen: "2",
      },
      keywords: ["Homeoffice", "Arbeitszimmer"],
    };
    expect(pageOf(await templateEngine.write(aFullBrief({ ...desk, language: "de" }))))
      .toMatchInlineSnapshot(`
      "Schreibtisch Nora – Homeoffice

      Hier geht es um das Produkt Schreibtisch Nora. Sie zahlen 1.249,50 €. Kurz gesagt: Das Material ist Nussbaum und die Maße betragen 120 x 60 cm. Ist noch etwas offen? Schreiben Sie uns vor der Bestellung.

      * Kategorie: Tische
      * Themen: Homeoffice, Arbeitszimmer
      * Farbe: graphit
      * Gewicht: 31 kg
      * Schubladen: 2"
    `);
    const technical = { ...desk, language: "de", tone: "technical", version: 3 } as const;
    expect(pageOf(await templateEngine.write(aFullBrief(technical)))).toMatchInlineSnapshot(`
      "Schreibtisch Nora – Arbeitszimmer

      Auffindbar unter „Homeoffice“ oder „Arbeitszimmer“. Tische: Produktinformationen zum Artikel Schreibtisch Nora. Kenndaten: Das Material ist Nussbaum und das Gewicht beträgt 31 kg. Preis: 1.249,50 €. Bei Fragen zu den Daten wenden Sie sich bitte an uns.

      * Artikelnummer – ND-31
      * Farbe – graphit
      * Maße – 120 x 60 cm
      * Schubladen – 2"
    `);
  });

  it("in Danish", async () => {
    const desk = {
      name: "Skrivebord Nora",
      category: "Møbler > Borde",
      price: { amount: 349_900, currency: "DKK" },
      attributes: { materiale: "valnød", farve: "grafit", vægt: "31 kg", mål: "120 x 60 cm", skuffer: "2" },
      keywords: ["hjemmekontor", "arbejdsværelse"],
    };
    expect(pageOf(await templateEngine.write(aFullBrief({ ...desk, language: "da" }))))
      .toMatchInlineSnapshot(`
      "Skrivebord Nora | arbejdsværelse

      Se nærmere på Skrivebord Nora. Det vigtigste først: Farven er grafit, og målene er 120 x 60 cm. Du betaler 3.499,00 kr. Kontakt os gerne, hvis du har spørgsmål.

      * Materiale: valnød
      * Vægt: 31 kg
      * Skuffer: 2
      * Kategori: Borde
      * Emner: hjemmekontor, arbejdsværelse"
    `);
    const friendly = { ...desk, language: "da", tone: "friendly", version: 4 } as const;
    expect(pageOf(await templateEngine.write(aFullBrief(friendly)))).toMatchInlineSnapshot(`
      "Skrivebord Nora

      Kig med, for her er Skrivebord Nora i grafit og med målene 120 x 60 cm. Tag det med hjem for 3.499,00 kr. Har du »hjemmekontor« eller »arbejdsværelse« i tankerne? Så kig nærmere. Har du spørgsmål? Skriv endelig til os.

      * Materiale – valnød
      * Vægt – 31 kg
      * Skuffer – 2
      * Kategori – Borde"
    `);
  });

  it("of a product with no more than a name", async () => {
    expect(pageOf(await templateEngine.write(aBrief()))).toMatchInlineSnapshot(`
      "Lamp

      Lamp: this could be what you are looking for. Is there something else you need to know? Just ask.

      * Compare at your own pace and decide when it suits you
      * Share this page with whoever decides with you
      * Note the name for your next order"
    `);
    expect(pageOf(await templateEngine.write(aBrief({ name: "Spiegel", language: "de", tone: "friendly" }))))
      .toMatchInlineSnapshot(`
      "Spiegel

      Dürfen wir vorstellen? Spiegel! Noch Fragen? Schreib uns einfach.

      * Hör auf dein Bauchgefühl und lass dir Zeit
      * Speicher dir die Seite, wenn heute nicht der richtige Tag ist
      * Merk es dir für den nächsten Geburtstag auf deiner Liste"
    `);
    expect(pageOf(await templateEngine.write(aBrief({ name: "Spejl", language: "da", tone: "premium" }))))
      .toMatchInlineSnapshot(`
      "Spejl

      Vi inviterer dig til at se nærmere på Spejl. Vi besvarer gerne dine spørgsmål.

      * Vend tilbage til siden, når du ønsker det
      * Overvej det i ro og mag, helt uden hast
      * Spørg en, hvis smag du stoler på"
    `);
  });

  it("of a product with attributes that nobody has heard of", async () => {
    const attributes = { quux: "Blorb-7", "max. frobs": "12", hasWidgets: "yes", reversible_polarity: "no" };
    expect(pageOf(await templateEngine.write(aBrief({ name: "Frobnicator", attributes, tone: "technical" }))))
      .toMatchInlineSnapshot(`
        "Frobnicator

        This entry covers Frobnicator. Data at a glance – Reversible polarity: no. Contact us if you need further data.

        * Quux – Blorb-7
        * Max. frobs – 12
        * Has widgets"
      `);
  });
});
