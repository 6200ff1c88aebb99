import { languages, mostAttributes, tones } from "@katkey/catalog";
import { z } from "zod";
import { pagingInput } from "./paging-input.ts";
import { refusalOf, refusing } from "./refusing.ts";
import { lineInput } from "./text.ts";
import { wholeInput } from "./whole.ts";

const nameInput = lineInput(200).describe("What the product is called.");

const skuInput = lineInput(64)
  .nullable()
  .describe("Your own number for it. Unique in organization and environment.");

const categoryInput = lineInput(100).nullable().describe("Where it belongs in your shop.");

const amountInput = wholeInput(0)
  // JSON knows a nought below nought, which texts would show.
  .overwrite((amount) => amount + 0)
  .describe("In the currency's minor unit: 4900 is 49.00 EUR, or 4900 JPY, which has none.");

const currencies = new Set(Intl.supportedValuesOf("currency"));

const currencyInput = z
  .string()
  .refine(
    (text) => currencies.has(text),
    refusing("malformed", "Must be a currency code of ISO 4217, such as EUR."),
  )
  .meta({ description: "ISO 4217, in capitals.", pattern: "^[A-Z]{3}$", examples: ["EUR"] });

const priceInput = z.strictObject({ amount: amountInput, currency: currencyInput });

// Of every object already: whoever copies it would lose the attribute, zod's record among them.
const attributeName = lineInput(50).refine(
  (name) => name !== "__proto__",
  refusing("not_allowed", "No attribute has this name."),
);
const attributeValue = lineInput(500);

/** Names are compared as they are kept: trimmed, and with one spelling for each letter. */
function attributesInput<Value extends z.ZodType>(value: Value, most: number) {
  return z
    .preprocess(
      (all, context) => (isTooMany(all, most) ? refuseAll(context, most) : withKeptNames(all, context)),
      z.record(attributeName, value),
    )
    .meta({ maxProperties: most });
}

function isTooMany(attributes: unknown, most: number): boolean {
  return typeof attributes === "object" && attributes !== null && Object.keys(attributes).length > most;
}

/** Before any is looked at: a body can hold ten thousand. */
function refuseAll(context: z.RefinementCtx, most: number): object {
  context.addIssue(refusalOf("too_long", `At most ${most} attributes.`));
  return {};
}

function withKeptNames(attributes: unknown, context: z.RefinementCtx): unknown {
  if (typeof attributes !== "object" || attributes === null || Array.isArray(attributes)) return attributes;
  const kept = new Map<string, unknown>();
  for (const [name, value] of Object.entries(attributes)) {
    const parsed = attributeName.safeParse(name);
    // What is wrong with a name was found by rules of our own, since it is text.
    const fault =
      parsed.error?.issues.find(({ code }) => code === "custom") ??
      (kept.has(parsed.data ?? name) ? standsTwice : null);
    if (fault !== null) context.addIssue({ ...fault, path: [name] });
    kept.set(parsed.data ?? name, value);
  }
  return Object.fromEntries(kept);
}

const standsTwice = refusalOf("repeated", "The attribute stands there more than once.");

const languageInput = z.enum(languages);
const toneInput = z.enum(tones);

const keywordsInput = z
  .array(lineInput(50))
  .max(20)
  .default([])
  .describe("What the text should mention, if it can.");

export const createInput = z.strictObject({
  name: nameInput,
  sku: skuInput.default(null),
  category: categoryInput.default(null),
  price: priceInput.nullable().default(null).describe("What it costs."),
  attributes: attributesInput(attributeValue, mostAttributes)
    .default({})
    .describe("Whatever else there is to say, by name."),
  language: languageInput.default("en").describe("Of the listing."),
  tone: toneInput.default("neutral").describe("Of the listing."),
  keywords: keywordsInput,
});

/** A merge patch (RFC 7396): objects are merged by name, and `null` removes. */
export const patchInput = z.strictObject({
  name: nameInput.exactOptional(),
  sku: skuInput.exactOptional(),
  category: categoryInput.exactOptional(),
  price: z
    .strictObject({ amount: amountInput.exactOptional(), currency: currencyInput.exactOptional() })
    .nullable()
    .exactOptional()
    .describe("Merged with the price that is there; `null` removes it."),
  // All that there are can be removed, and as many others given.
  attributes: attributesInput(attributeValue.nullable(), 2 * mostAttributes)
    .nullable()
    .exactOptional()
    .describe("Merged by name with those that are there; `null` removes one, or all."),
});

export const regenerateInput = z.strictObject({
  language: languageInput.exactOptional().describe("By itself that of the present listing."),
  tone: toneInput.exactOptional().describe("By itself that of the present listing."),
  keywords: keywordsInput,
});

const mostSearched = 100;

export const versionsQuery = z.strictObject(pagingInput({ usual: 20, most: 100 }));

export const productsQuery = versionsQuery.extend({
  q: z
    .string()
    .trim()
    .refine(
      (text) => [...text].length <= mostSearched,
      refusing("too_long", `At most ${mostSearched} characters.`),
    )
    .exactOptional()
    .meta({
      description:
        "Finds names, SKUs, categories and titles of listings that have this in them, in whatever case.",
      maxLength: mostSearched,
    }),
});
