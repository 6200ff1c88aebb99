import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languages, listingLimits, tones, type ListingText } from "../listing.ts";
import type { Brief } from "../text-engine.ts";
import { aBrief, aFullBrief, productBriefs } from "../testing/briefs.ts";
import { templateEngine } from "./template-engine.ts";

const write = (brief: Brief) => templateEngine.write(brief);
const wholeOf = ({ title, description, bullets }: ListingText) => [title, description, ...bullets].join("\n");

/** Every language in every tone. */
const voices = languages.flatMap((language) => tones.map((tone) => ({ language, tone })));

/** What a text is made of that nobody should read twice: its sentences and its bullets. */
function sentencesOf({ description, bullets }: ListingText): readonly string[] {
  return [...description.split(/(?<=[.!?])\s+(?=\p{Lu})/u), ...bullets];
}

const occurrences = (text: string, part: string) => text.split(part).length - 1;

/** Words of so many letters together. */
function long(length: number): string {
  return "lorem ipsum ".repeat(50).slice(0, length).trim().padEnd(length, "x");
}

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
  it("varies from product to product", async () => {
    const texts = await Promise.all(
      Array.from({ length: 200 }, (_, index) => write(aFullBrief({ language, tone, id: `prd_${index}` }))),
    );
    expect(new Set(texts.map(wholeOf)).size).toBeGreaterThan(190);
    expect(new Set(texts.map(({ description }) => description)).size).toBeGreaterThan(180);
    expect(new Set(texts.map(({ title }) => title)).size).toBeGreaterThanOrEqual(5);
    expect(new Set(texts.map(({ bullets }) => bullets.join("\n"))).size).toBeGreaterThan(30);
  });

  it("varies also where a name is all there is", async () => {
    const texts = await Promise.all(
      Array.from({ length: 200 }, (_, index) => write(aBrief({ language, tone, id: `prd_${index}` }))),
    );
    expect(new Set(texts.map(({ description }) => description)).size).toBeGreaterThanOrEqual(25);
    expect(new Set(texts.map(wholeOf)).size).toBeGreaterThan(150);
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

  it("stays within the limits", async () => {
    await fc.assert(
      fc.asyncProperty(productBriefs({ language, tone }), async (brief) =>
        expectWithinLimits(await write(brief)),
      ),
    );
  });

  it("mentions an attribute once at most, and whole", async () => {
    const values = Array.from({ length: 50 }, (_, index) => `q${index}z`);
    for (let count = 0; count <= values.length; count += 1) {
      const attributes = Object.fromEntries(values.slice(0, count).map((value) => [`Part ${value}`, value]));
      const { title, description, bullets } = await write(aBrief({ language, tone, attributes }));
      for (const value of values) {
        const told = occurrences([title, description, ...bullets].join("\n"), `Part ${value}`);
        expect(told).toBeLessThanOrEqual(1);
        if (count <= 6 && Number(value.slice(1, -1)) < count) expect(told).toBe(1);
      }
    }
  });

  it("says what shops often say at most once, too", async () => {
    for (let index = 0; index < 100; index += 1) {
      const text = wholeOf(await write(aFullBrief({ language, tone, id: `prd_${index}` })));
      for (const value of ["walnut", "graphite", "31 kg", "214 x 97 cm", "Aldermoor"]) {
        expect(occurrences(text, value)).toBe(1);
      }
    }
  });

  it("uses everything that it is told", async () => {
    for (let index = 0; index < 100; index += 1) {
      const brief = aFullBrief({ language, tone, id: `prd_${index}` });
      const text = await write(brief);
      expect(text.title).toContain("Nora");
      expect(text.description).toContain("Nora");
      const body = [text.description, ...text.bullets].join("\n");
      for (const word of ["writing desk", "hallway", "Tables"]) expect(body).toContain(word);
      expect(body).toMatch(/1[.,]249[.,]50/);
    }
  });
});

function expectWithinLimits({ title, description, bullets }: ListingText): void {
  expect(title.length).toBeLessThanOrEqual(listingLimits.title);
  expect(description.length).toBeLessThanOrEqual(listingLimits.description);
  expect(bullets.length).toBeGreaterThanOrEqual(listingLimits.fewestBullets);
  expect(bullets.length).toBeLessThanOrEqual(listingLimits.mostBullets);
  for (const bullet of bullets) expect(bullet.length).toBeLessThanOrEqual(listingLimits.bullet);
  for (const part of [title, description, ...bullets]) {
    expect(part.trim()).not.toBe("");
    expect(part.isWellFormed()).toBe(true);
  }
}

describe("with the longest that it may be given", () => {
  const attributes = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [`Attribute ${index} ${long(80)}`, long(500)]),
  );
  const known = Object.fromEntries(["material", "color", "weight"].map((name) => [name, `9 ${long(58)}`]));

  it.each([
    ["words", long(200)],
    ["one word", "x".repeat(200)],
    ["pictures", "🪑".repeat(200)],
    ["letters of several parts", "👩‍👩‍👧".repeat(25)],
    ["accents upon accents", `e${"\u0301".repeat(199)}`],
  ])("a name of %s", async (_, name) => {
    for (const voice of voices) {
      for (let index = 0; index < 20; index += 1) {
        const keywords = Array.from({ length: 20 }, (_, each) => `${each} ${long(70)}`);
        const rest = { name, sku: long(64), category: long(80), keywords };
        const price = { amount: Number.MAX_SAFE_INTEGER, currency: "KWD" };
        const brief = aBrief({
          ...voice,
          ...rest,
          price,
          attributes: { ...attributes, ...known },
          id: `prd_${index}`,
        });
        expectWithinLimits(await write(brief));
      }
    }
  });

  it("anything at all", async () => {
    const text = fc
      .string({ unit: "binary", minLength: 1, maxLength: 200 })
      .filter((each) => each.trim() !== "");
    const anything = fc.record({
      name: text,
      category: fc.option(text),
      sku: fc.option(text),
      keywords: fc.array(text, { maxLength: 20 }),
      attributes: fc.dictionary(text, fc.string({ unit: "binary", maxLength: 500 }), { maxKeys: 50 }),
    });
    await fc.assert(
      fc.asyncProperty(anything, fc.constantFrom(...voices), async (facts, voice) =>
        expectWithinLimits(await write(aBrief({ ...facts, ...voice }))),
      ),
    );
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
