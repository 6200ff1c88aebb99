import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languages, tones, type ListingText } from "../listing.ts";
import type { Brief } from "../text-engine.ts";
import { aBrief, aFullBrief, productBriefs } from "../testing/briefs.ts";
import { templateEngine } from "./template-engine.ts";

const write = (brief: Brief) => templateEngine.write(brief);
const bodyOf = ({ description, bullets }: ListingText) => [description, ...bullets].join("\n");
const wholeOf = (text: ListingText) => `${text.title}\n${bodyOf(text)}`;

/** What a shop says in its own language. */
const ownWords = {
  en: {
    material: "walnut",
    color: "graphite",
    weight: "31 kg",
    dimensions: "214 x 97 cm",
    range: "Aldermoor",
  },
  de: { Material: "Nussbaum", Farbe: "Graphit", Gewicht: "31 kg", Maße: "214 x 97 cm", Serie: "Aldermoor" },
  da: { materiale: "valnød", farve: "grafit", vægt: "31 kg", mål: "214 x 97 cm", serie: "Aldermoor" },
} as const;

/** Every language in every tone. */
const voices = languages.flatMap((language) => tones.map((tone) => ({ language, tone })));

/** What a text is made of that nobody should read twice: its sentences and its bullets. */
function sentencesOf({ description, bullets }: ListingText): readonly string[] {
  return [...description.split(/(?<=[.!?])\s+(?=\p{Lu})/u), ...bullets];
}

const occurrences = (text: string, part: string) => text.split(part).length - 1;

it("says that it wrote the text", () => {
  expect(templateEngine.name).toBe("template");
});

it("writes the same for the same brief", async () => {
  await fc.assert(
    fc.asyncProperty(productBriefs(), async (brief) => {
      expect(await write(structuredClone(brief))).toEqual(await write(brief));
    }),
  );
});

describe.each(voices)("in $language and $tone", ({ language, tone }) => {
  const attributes = ownWords[language];

  it("varies from product to product", async () => {
    const texts = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        write(aFullBrief({ language, tone, attributes, id: `prd_${index}` })),
      ),
    );
    expect(new Set(texts.map(wholeOf)).size).toBeGreaterThan(180);
    expect(new Set(texts.map(({ description }) => description)).size).toBeGreaterThan(130);
    expect(new Set(texts.map(({ title }) => title)).size).toBeGreaterThanOrEqual(4);
    expect(new Set(texts.map(({ bullets }) => bullets.join("\n"))).size).toBeGreaterThanOrEqual(8);
  });

  it("varies also where a name is all there is", async () => {
    const texts = await Promise.all(
      Array.from({ length: 200 }, (_, index) => write(aBrief({ language, tone, id: `prd_${index}` }))),
    );
    expect(new Set(texts.map(({ description }) => description)).size).toBeGreaterThanOrEqual(10);
    expect(texts.flatMap(({ bullets }) => bullets)).toEqual([]);
  });

  it("never writes the same for two versions in a row", async () => {
    for (const brief of [aBrief({ language, tone }), aFullBrief({ language, tone })]) {
      const texts: string[] = [];
      for (let version = 1; version <= 50; version += 1) {
        texts.push((await write({ ...brief, version })).description);
      }
      expect(texts.filter((text, index) => text === texts[index - 1])).toEqual([]);
    }
  });

  it("takes no sentence twice within one text", async () => {
    await fc.assert(
      fc.asyncProperty(productBriefs({ language, tone }), async (brief) => {
        const sentences = sentencesOf(await write(brief));
        expect(new Set(sentences).size).toBe(sentences.length);
      }),
    );
  });

  it("leaves neither gaps nor stray punctuation", async () => {
    await fc.assert(
      fc.asyncProperty(productBriefs({ language, tone }), async (brief) => {
        const text = await write(brief);
        for (const part of [text.title, text.description, ...text.bullets]) {
          expect(part).toBe(part.trim());
          expect(part).not.toMatch(/ {2}|[{}]|undefined|null|\s[.,;:!?]|[.,;:!?][.,;:]|[.,]{2}|““|\(\)/);
          expect(part).toMatch(/^\P{Ll}|^\p{Ll}+\p{Lu}/u);
        }
        expect(text.description).toMatch(/[.!?]$/);
      }),
    );
  });

  it("mentions an attribute once at most, and whole", async () => {
    const values = Array.from({ length: 50 }, (_, index) => `q${index}z`);
    for (let count = 0; count <= values.length; count += 1) {
      const parts = Object.fromEntries(values.slice(0, count).map((value) => [`Part ${value}`, value]));
      const body = bodyOf(await write(aBrief({ language, tone, attributes: parts })));
      for (const [index, value] of values.entries()) {
        const told = occurrences(body, `Part ${value}`);
        expect(told).toBeLessThanOrEqual(1);
        if (count <= 6 && index < count) expect(told).toBe(1);
      }
    }
  });

  it("says what shops often say once, too, and names it again in the title at most", async () => {
    for (let index = 0; index < 100; index += 1) {
      const body = bodyOf(await write(aFullBrief({ language, tone, attributes, id: `prd_${index}` })));
      for (const value of Object.values(attributes)) {
        expect(occurrences(body, value)).toBe(1);
      }
    }
  });

  it("uses everything that it is told but the price, which would be wrong when it changes", async () => {
    const price = { amount: 8_888_888, currency: "EUR" };
    for (let index = 0; index < 100; index += 1) {
      const text = await write(aFullBrief({ language, tone, price, attributes, id: `prd_${index}` }));
      expect(text.title).toMatch(/Nora.* – writing desk/);
      expect(text.description).toContain("Nora");
      expect(text.description).toContain("Tables");
      expect(wholeOf(text)).not.toMatch(/8|€|EUR/);
    }
  });

  it("makes no bullet without a fact", async () => {
    await fc.assert(
      fc.asyncProperty(productBriefs({ language, tone }), async (brief) => {
        const { bullets } = await write(brief);
        const { attributes: known, sku } = brief.product;
        const most = Object.keys(known).length + (sku === null ? 0 : 1);
        expect(bullets.length).toBeLessThanOrEqual(most);
        const values = [...Object.values(known).map((value) => value.replaceAll(".", "")), sku ?? ""];
        for (const bullet of bullets) {
          const [, value] = bullet.split(/: | – /);
          // A plain yes leaves its label, and a no is said in the language of the text.
          if (value === undefined || /^(no|nein|nej)$/.test(value)) continue;
          expect(values).toContain(value.replaceAll(".", ""));
        }
      }),
    );
  });

  it("says in a sentence or two what is known, and makes no more of it", async () => {
    for (let index = 0; index < 50; index += 1) {
      const width = { width: "140 cm" };
      const text = await write(aBrief({ language, tone, attributes: width, id: `prd_${index}` }));
      expect(text.bullets).toEqual([]);
      expect(text.description).toContain("140 cm");
    }
  });
});

it("puts nothing into the text that looks like a place in a phrase", async () => {
  const { description } = await write(aBrief({ name: "{category} {name}", category: "Tables" }));
  expect(description).toContain("{category} {name}");
});

it("ends no sentence twice", async () => {
  for (let index = 0; index < 50; index += 1) {
    const price = { amount: 12_900, currency: "DKK" };
    const brief = aBrief({ language: "da", name: "Acme Inc.", price, id: `prd_${index}` });
    expect(wholeOf(await write(brief))).not.toContain("..");
  }
});
