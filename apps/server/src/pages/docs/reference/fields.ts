import type { JsonSchema } from "../../../rest/openapi/model.ts";
import { choicesOf, schemaIn } from "./schema-parts.ts";
import { table } from "./table.ts";
import { typeWords } from "./type-words.ts";

interface Field {
  /** With the names that lead to it: `listing.title`. */
  readonly path: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

/** The fields of a body, and which of them have to be there. Markdown. */
export function inputTable(schema: JsonSchema): string {
  const rows = fieldsOf(schema, "").map(({ path, schema: field, required }) => {
    return [`\`${path}\``, typeWords(field), sentences(required ? "**Required.**" : "", wordsOf(field))];
  });
  return table(["field", "type", "what"], rows);
}

/** The fields of an answer: they are always there. Markdown. */
export function answerTable(schema: JsonSchema): string {
  const rows = fieldsOf(schema, "").map(({ path, schema: field }) => [
    `\`${path}\``,
    typeWords(field),
    wordsOf(field),
  ]);
  return table(["field", "type", "what"], rows);
}

/** What a field or parameter is for, and what it is without being sent. */
export function wordsOf({ description, default: usual }: JsonSchema): string {
  const isWorthSaying = usual !== undefined && usual !== null && JSON.stringify(usual) !== "[]";
  return sentences(
    description ?? "",
    isWorthSaying ? `Default: \`${typeof usual === "string" ? usual : JSON.stringify(usual)}\`.` : "",
  );
}

function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}

/** Objects without a name of their own are described where they stand. */
function fieldsOf({ properties = {}, required = [] }: JsonSchema, prefix: string): readonly Field[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const path = `${prefix}${name}`;
    const below = choicesOf(schema).flatMap((choice) => belowOf(choice, path));
    return [{ path, schema, required: required.includes(name) }, ...below];
  });
}

function belowOf(schema: JsonSchema, path: string): readonly Field[] {
  const items = schemaIn(schema["items"]);
  if (items !== null) return fieldsOf(items, `${path}[].`);
  return fieldsOf(schema, `${path}.`);
}
