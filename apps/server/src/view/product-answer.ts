import { languages, listingLimits, mostAttributes, tones } from "@katkey/catalog";
import { z } from "zod";
import { idInput } from "../input/id.ts";
import { nextCursorAnswer } from "./next-cursor-answer.ts";
import { timeAnswer } from "./time-answer.ts";

const { title, description, bullet, mostBullets } = listingLimits;

const listingAnswer = z
  .strictObject({
    title: z.string().max(title),
    description: z.string().max(description),
    bullets: z.array(z.string().max(bullet)).max(mostBullets).readonly(),
    version: z.int().min(1).describe("Counts the texts that were written for the product."),
    engine: z
      .string()
      .meta({ description: "What wrote it: `template`, or `chat:` and a model.", examples: ["template"] }),
    language: z.enum(languages),
    tone: z.enum(tones),
    createdAt: timeAnswer,
  })
  .readonly()
  .meta({ id: "Listing", description: "A product's text for a shop." });

export type ListingView = z.output<typeof listingAnswer>;

export const productAnswer = z
  .strictObject({
    id: idInput("prd"),
    name: z.string(),
    sku: z.string().nullable().describe("Unique in organization and environment."),
    category: z.string().nullable(),
    price: z
      .strictObject({
        amount: z.int().min(0).describe("In the currency's minor unit, such as cents."),
        currency: z.string().meta({ description: "ISO 4217.", examples: ["EUR"] }),
      })
      .readonly()
      .nullable(),
    attributes: z.record(z.string(), z.string()).readonly().meta({ maxProperties: mostAttributes }),
    listing: listingAnswer,
    version: z.int().min(1).describe("Counts every change. What `If-Match` names."),
    createdAt: timeAnswer,
    updatedAt: timeAnswer,
  })
  .readonly()
  .meta({ id: "Product", description: "A product and the latest text of its listing." });

export type ProductView = z.output<typeof productAnswer>;

export const productListAnswer = z
  .strictObject({ data: z.array(productAnswer).readonly(), nextCursor: nextCursorAnswer })
  .meta({ id: "ProductList", description: "A page of products, newest first." });

export const listingListAnswer = z
  .strictObject({ data: z.array(listingAnswer).readonly(), nextCursor: nextCursorAnswer })
  .meta({ id: "ListingList", description: "A page of a listing's versions, newest first." });
