import { z } from "zod";
import { listingLimits, type ListingText } from "../listing.ts";
import { Fault } from "./fault.ts";

/**
 * What a listing looks like, for endpoints that can be held to it. The lengths are not in it,
 * because strict endpoints refuse a schema with keywords that they do not know.
 */
export const answerFormat = {
  type: "json_schema" as const,
  json_schema: {
    name: "listing",
    strict: true,
    schema: {
      type: "object",
      properties: {
        title: { type: "string" },
        description: { type: "string" },
        bullets: { type: "array", items: { type: "string" } },
      },
      required: ["title", "description", "bullets"],
      additionalProperties: false,
    },
  },
};

const completionShape = z.object({
  choices: z.array(
    z.object({
      finish_reason: z.string().nullish(),
      message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
    }),
  ),
});

const { title, description, bullet, mostBullets } = listingLimits;

const listingShape = z.object({
  title: line(title),
  description: text(description),
  bullets: z.array(line(bullet)).max(mostBullets),
});

/** The listing in an endpoint's answer. @throws Fault without anything that the endpoint wrote */
export function listingIn(completion: unknown): ListingText {
  const answered = completionShape.safeParse(completion);
  if (!answered.success) throw new Fault("its answer is no chat completion");
  const [choice] = answered.data.choices;
  if (choice === undefined) throw new Fault("its answer is empty");
  const { content, refusal } = choice.message;
  if (typeof refusal === "string" && refusal !== "") throw new Fault("the model refused");
  if (choice.finish_reason === "length") throw new Fault("the model was cut short");
  if (choice.finish_reason === "content_filter") throw new Fault("the model's answer was withheld");
  return listingFrom(content ?? "");
}

function listingFrom(content: string): ListingText {
  const listing = listingShape.safeParse(jsonIn(content));
  if (listing.success) return listing.data;
  // Field names and kinds of fault are ours; what the model wrote is not repeated.
  const faults = listing.error.issues.map(({ path, code }) => `${path.join(".") || "all"} ${code}`);
  throw new Fault(`the model's text is not a listing (${faults.slice(0, 3).join(", ")})`);
}

/** Models that are held to no schema like to put a fence around it, or a word before. */
function jsonIn(content: string): unknown {
  try {
    return JSON.parse(content.slice(content.indexOf("{"), content.lastIndexOf("}") + 1));
  } catch {
    return null;
  }
}

// Control characters; marks that turn the text around; and what nothing is drawn for, but for what joins the
// parts of an emoji or selects a drawing: a product's data can bring a model to write any of them.
const unwanted =
  /[[\p{Cc}--[\n\t]][\p{Default_Ignorable_Code_Point}--[\p{Variation_Selector}\p{Join_Control}]]]/gv;
/** What alone makes no text. */
const invisible = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Mark}\u2800]*$/u;

/** On one line, without control characters, counted in code points as listings are. */
function line(most: number) {
  return text(most, (value) => value.replaceAll(/\s+/g, " "));
}

function text(most: number, kept = (value: string) => value.replaceAll(/\r\n?/g, "\n")) {
  return z
    .string()
    .transform((value) => kept(value.toWellFormed()).replaceAll(unwanted, "").trim())
    .refine((value) => !invisible.test(value) && [...value].length <= most);
}
