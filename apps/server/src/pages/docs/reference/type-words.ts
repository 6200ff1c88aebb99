import type { JsonSchema } from "../../../rest/openapi/model.ts";
import { anchorOf } from "../anchors.ts";
import { choicesOf, objectOf, schemaIn } from "./schema-parts.ts";

/** Longer lists are read where they are explained. */
const mostValues = 12;

/** The heading under which an object is described. */
export function objectHeading(name: string): string {
  return `The ${name} object`;
}

/** What a value looks like, in a reader's words. Markdown. */
export function typeWords(schema: JsonSchema): string {
  return [...new Set(choicesOf(schema).map(oneType))].join(" or ");
}

function oneType(schema: JsonSchema): string {
  const object = objectOf(schema);
  if (object !== null) return `[${object}](#${anchorOf(objectHeading(object))})`;
  const values = schema["enum"];
  if (Array.isArray(values) && values.length <= mostValues)
    return values.map((value) => `\`${value}\``).join(" · ");
  if (schema["const"] !== undefined) return `\`${JSON.stringify(schema["const"])}\``;
  return [schema.type ?? []]
    .flat()
    .map((type) => plainType(type, schema))
    .join(" or ");
}

function plainType(type: string, schema: JsonSchema): string {
  if (type === "null") return "`null`";
  if (type === "array") return arrayType(schema);
  if (type === "object") return objectType(schema);
  if (type === "string") return stringType(schema);
  return `${type}${range(schema["minimum"], schema["maximum"], "")}`;
}

function arrayType(schema: JsonSchema): string {
  const items = schemaIn(schema["items"]);
  return `list of ${items ? typeWords(items) : "values"}${range(schema["minItems"], schema["maxItems"], "items")}`;
}

function objectType(schema: JsonSchema): string {
  const values = schemaIn(schema["additionalProperties"]);
  const most = range(schema["minProperties"], schema["maxProperties"], "pairs");
  return values ? `object with a ${typeWords(values)} for each name${most}` : "object";
}

function stringType(schema: JsonSchema): string {
  const { format, pattern } = schema;
  if (format === "date-time") return "time";
  if (typeof format === "string") return format;
  const prefix = typeof pattern === "string" ? /^\^([a-z]+_)\[/.exec(pattern)?.[1] : undefined;
  if (prefix !== undefined) return `id, \`${prefix}…\``;
  return `string${range(schema["minLength"], schema["maxLength"], "characters")}`;
}

/** `, 1 to 80 characters`, or nothing where nothing limits. */
function range(least: unknown, most: unknown, unit: string): string {
  const [from, to] = [least, most].map((limit) =>
    typeof limit === "number" ? limit.toLocaleString("en") : "",
  );
  if (!from && !to) return "";
  const words = from && to ? `${from} to ${to}` : to ? `at most ${to}` : `at least ${from}`;
  return `, ${words}${unit && ` ${unit}`}`;
}
