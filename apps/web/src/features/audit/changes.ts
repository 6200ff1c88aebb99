import { exactTime } from "../../lib/time-words.ts";
import { jsonField } from "./json-field.ts";

export interface Change {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What changed, field by field; `null` where there was or is nothing. */
export function changesOf(before: unknown, after: unknown): readonly Change[] {
  const fields = new Set([...fieldsOf(before), ...fieldsOf(after)]);
  return [...fields].map((field) => ({
    field,
    before: wordsOf(field, jsonField(before, field)),
    after: wordsOf(field, jsonField(after, field)),
  }));
}

function fieldsOf(json: unknown): readonly string[] {
  return typeof json === "object" && json !== null ? Object.keys(json) : [];
}

function wordsOf(field: string, value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  // The log keeps times as milliseconds, and their names end in At.
  if (typeof value === "number" && field.endsWith("At")) return exactTime(new Date(value).toISOString());
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(textOf).join(", ");
  return textOf(value);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
