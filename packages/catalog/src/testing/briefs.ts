import * as fc from "fast-check";
import { languages, tones } from "../listing.ts";
import type { ProductFacts, ProductId } from "../product.ts";
import type { Brief } from "../text-engine.ts";

type Wish = Partial<ProductFacts> & Partial<Omit<Brief, "product">> & { readonly id?: ProductId };

/** A brief that says no more than it must. */
export function aBrief({
  language = "en",
  tone = "neutral",
  keywords = [],
  version = 1,
  ...facts
}: Wish = {}): Brief {
  const product = {
    id: "prd_1",
    name: "Lamp",
    sku: null,
    category: null,
    price: null,
    attributes: {},
    ...facts,
  } as const;
  return { product, language, tone, keywords, version };
}

/** A brief with some of everything. */
export function aFullBrief(wish: Wish = {}): Brief {
  return aBrief({
    name: "Desk Nora",
    sku: "ND-31",
    category: "Furniture > Tables",
    price: { amount: 124_950, currency: "EUR" },
    attributes: {
      material: "walnut",
      color: "graphite",
      weight: "31 kg",
      dimensions: "214 x 97 cm",
      collection: "Aldermoor",
    },
    keywords: ["writing desk", "hallway"],
    ...wish,
  });
}

const word = fc.stringMatching(/^[a-zæøåäöüß]{2,12}$/);
const words = fc
  .array(word, { minLength: 1, maxLength: 4 })
  .map((each) => each.join(" "))
  .map((text) => text.charAt(0).toUpperCase() + text.slice(1));

const attributeName = fc.oneof(
  words,
  fc.constantFrom(
    "color",
    "Farbe",
    "vægt",
    "weight",
    "material",
    "size",
    "brand",
    "dishwasher_safe",
    "cableLength",
  ),
);
const attributeValue = fc.oneof(
  words,
  fc.constantFrom("12 kg", "30 x 40 cm", "yes", "false", "M", "oak, oiled", "ca. 5 in."),
);

/** Products as shops have them, in words without punctuation of their own. */
export function productBriefs(wish: Pick<Wish, "language" | "tone"> = {}): fc.Arbitrary<Brief> {
  const facts = fc.record({
    name: words,
    sku: fc.option(fc.stringMatching(/^[A-Z]{2}-\d{2,4}$/)),
    category: fc.option(words),
    price: fc.option(
      fc.record({
        amount: fc.nat({ max: 10_000_000 }),
        currency: fc.constantFrom("EUR", "DKK", "USD", "JPY", "HUF", "KWD"),
      }),
    ),
    attributes: fc.dictionary(attributeName, attributeValue, { maxKeys: 20 }),
    keywords: fc.uniqueArray(words, { maxLength: 6 }),
    language: fc.constantFrom(...languages),
    tone: fc.constantFrom(...tones),
    version: fc.integer({ min: 1, max: 1_000 }),
    id: word.map((id): ProductId => `prd_${id}`),
  });
  return facts.map((each) => aBrief({ ...each, ...wish }));
}
