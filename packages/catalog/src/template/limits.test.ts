import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languages, listingLimits, tones, type ListingText } from "../listing.ts";
import type { Brief } from "../text-engine.ts";
import { aBrief, productBriefs } from "../testing/briefs.ts";
import { templateEngine } from "./template-engine.ts";

const write = (brief: Brief) => templateEngine.write(brief);

/** Every language in every tone. */
const voices = languages.flatMap((language) => tones.map((tone) => ({ language, tone })));

/** Words of so many letters together. */
function long(length: number): string {
  return "lorem ipsum ".repeat(50).slice(0, length).trim().padEnd(length, "x");
}

function expectWithinLimits({ title, description, bullets }: ListingText): void {
  expect(title.length).toBeLessThanOrEqual(listingLimits.title);
  expect(description.length).toBeLessThanOrEqual(listingLimits.description);
  expect(bullets.length).toBeLessThanOrEqual(listingLimits.mostBullets);
  for (const bullet of bullets) expect(bullet.length).toBeLessThanOrEqual(listingLimits.bullet);
  for (const part of [title, description, ...bullets]) {
    expect(part.trim()).not.toBe("");
    expect(part.isWellFormed()).toBe(true);
  }
}

it.each(voices)("stays within the limits in $language and $tone", async (voice) => {
  await fc.assert(
    fc.asyncProperty(productBriefs(voice), async (brief) => expectWithinLimits(await write(brief))),
  );
});

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
        const rest = { name, sku: long(64), category: long(60), keywords };
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
