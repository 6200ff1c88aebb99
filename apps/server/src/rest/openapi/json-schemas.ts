import { z } from "zod";
import type { JsonSchema } from "./model.ts";

/** What is sent, or what is answered: a schema that changes what it reads has two sides. */
type Side = "input" | "output";

export interface JsonSchemas {
  /** The schema as JSON Schema; what has an `id` in its `meta` is a reference to `named`. */
  of(schema: z.ZodType, side: Side): JsonSchema;
  readonly named: Readonly<Record<string, JsonSchema>>;
}

/**
 * Collects the JSON Schemas of a document. A schema that zod cannot write says itself what it
 * takes: with JSON Schema's own keywords in its `meta`, beside what zod writes, or all of it in
 * `meta({ documentedAs: … })`, as a number in a query does, which arrives as text.
 */
export function createJsonSchemas(): JsonSchemas {
  const named: Record<string, JsonSchema> = {};
  return {
    named,
    of(schema, side) {
      const {
        $schema: _,
        $defs = {},
        ...written
      } = z.toJSONSchema(schema, {
        io: side,
        // A test finds what then says nothing of itself.
        unrepresentable: "any",
      });
      for (const [id, definition] of Object.entries($defs)) name(named, id, tidied(definition));
      return tidied(written);
    },
  };
}

function name(named: Record<string, JsonSchema>, id: string, definition: JsonSchema): void {
  const known = named[id];
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(definition)) {
    throw new Error(`two schemas are called ${id}`);
  }
  Object.assign(named, { [id]: definition });
}

/** zod's own way of saying what readers and generators are better told otherwise. */
function tidied(schema: object): JsonSchema {
  return JSON.parse(JSON.stringify(schema, tidyMember));
}

function tidyMember(key: string, value: unknown): unknown {
  // For TypeScript's `readonly`; in OpenAPI it would mean: not to be sent.
  if (key === "readOnly" && value === true) return undefined;
  if (key === "$ref" && typeof value === "string") {
    return value.replace("#/$defs/", "#/components/schemas/");
  }
  if (!isObject(value)) return value;
  const { documentedAs, ...schema } = value;
  if (!isObject(documentedAs)) return withoutBounds(withReadableTime(schema));
  const { description } = schema;
  return { ...(description !== undefined && { description }), ...documentedAs };
}

/** Every integer of zod's is a safe one; a reader looks for the limits that mean something. */
function withoutBounds({ minimum, maximum, ...rest }: Record<string, unknown>) {
  return {
    ...rest,
    ...(minimum !== undefined && minimum !== Number.MIN_SAFE_INTEGER && { minimum }),
    ...(maximum !== undefined && maximum !== Number.MAX_SAFE_INTEGER && { maximum }),
  };
}

/** zod's patterns count the days of each month, which `format` says already. */
function withReadableTime(schema: Record<string, unknown>) {
  const { format, pattern } = schema;
  if (format === "date") return { ...schema, pattern: `^${date}$` };
  if (format !== "date-time" || typeof pattern !== "string") return schema;
  const zone = pattern.includes("[+-]") ? String.raw`(Z|[+-]\d{2}:\d{2})` : "Z";
  return { ...schema, pattern: `^${date}${time}${zone}$` };
}

const date = String.raw`\d{4}-\d{2}-\d{2}`;
const time = String.raw`T\d{2}:\d{2}:[0-5]\d(\.\d+)?`;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
