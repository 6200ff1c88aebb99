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
      "Desk Nora – writing desk

      Our Tables selection includes Desk Nora in graphite. To be precise, it is made of walnut and weighs 31 kg. It will be our pleasure to advise you.

      * Dimensions: 214 x 97 cm
      * Collection: Aldermoor"
    `);
    expect(pageOf(await templateEngine.write(aFullBrief({ tone: "friendly", version: 2 }))))
      .toMatchInlineSnapshot(`
      "Desk Nora – writing desk

      In our Tables corner, you will meet Desk Nora in graphite. It weighs 31 kg and measures 214 x 97 cm. If you would like to know more, simply ask us.

      * Material – walnut
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
      "Schreibtisch Nora aus Nussbaum – Homeoffice

      Schreibtisch Nora ist aus Nussbaum gefertigt und wiegt 31 kg. Der Artikel hat 2 Schubladen. Möchten Sie mehr wissen? Fragen Sie uns.

      * Farbe: graphit
      * Maße: 120 x 60 cm"
    `);
    const technical = { ...desk, language: "de", tone: "technical", version: 3 } as const;
    expect(pageOf(await templateEngine.write(aFullBrief(technical)))).toMatchInlineSnapshot(`
      "Schreibtisch Nora – Homeoffice, Arbeitszimmer

      Produktdaten: Schreibtisch Nora ist aus Nussbaum gefertigt und misst 120 x 60 cm. Die Farbe ist graphit. Wenn Sie weitere Daten benötigen, kontaktieren Sie uns bitte.

      * Gewicht – 31 kg
      * Schubladen – 2
      * Artikelnummer – ND-31"
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
      "Skrivebord Nora lavet af valnød – hjemmekontor

      Skrivebord Nora er holdt i grafit og lavet af valnød. Produktet vejer 31 kg. Kontakt os gerne, hvis du har spørgsmål.

      * Mål: 120 x 60 cm
      * Skuffer: 2"
    `);
    const friendly = { ...desk, language: "da", tone: "friendly", version: 4 } as const;
    expect(pageOf(await templateEngine.write(aFullBrief(friendly)))).toMatchInlineSnapshot(`
      "Skrivebord Nora – hjemmekontor

      Lige her: Skrivebord Nora lavet af valnød! Produktet har 2 skuffer og måler 120 x 60 cm.

      * Farve – grafit
      * Vægt – 31 kg"
    `);
  });

  it("of a product with no more than a name", async () => {
    expect(pageOf(await templateEngine.write(aBrief()))).toMatchInlineSnapshot(`
      "Lamp

      In our range: Lamp. We are happy to answer your questions.
      "
    `);
    expect(pageOf(await templateEngine.write(aBrief({ name: "Spiegel", language: "de", tone: "friendly" }))))
      .toMatchInlineSnapshot(`
      "Spiegel

      Für dich entdeckt: Spiegel. Noch Fragen? Schreib uns einfach.
      "
    `);
    expect(pageOf(await templateEngine.write(aBrief({ name: "Spejl", language: "da", tone: "premium" }))))
      .toMatchInlineSnapshot(`
      "Spejl

      Med glæde præsenterer vi: Spejl. Vi besvarer gerne dine spørgsmål.
      "
    `);
  });

  it("of a product with attributes that nobody has heard of", async () => {
    const attributes = { quux: "Blorb-7", "max. frobs": "12", hasWidgets: "yes", reversible_polarity: "no" };
    expect(pageOf(await templateEngine.write(aBrief({ name: "Frobnicator", attributes, tone: "technical" }))))
      .toMatchInlineSnapshot(`
      "Frobnicator

      Frobnicator: product information. The overview contains the product data.

      * Quux – Blorb-7
      * Max. frobs – 12
      * Has widgets
      * Reversible polarity – no"
    `);
  });
});
