import type { JsonSchema } from "../../../rest/openapi/model.ts";

/** What a keyword of JSON Schema may hold, where the model leaves it open. */
export function schemaIn(value: unknown): JsonSchema | null {
  return isSchema(value) ? value : null;
}

function schemasIn(value: unknown): readonly JsonSchema[] {
  return Array.isArray(value) ? value.filter(isSchema) : [];
}

/** The schemas of which any one has to fit; the schema itself where there is no choice. */
export function choicesOf(schema: JsonSchema): readonly JsonSchema[] {
  const choices = [...schemasIn(schema["anyOf"]), ...schemasIn(schema["oneOf"])];
  return choices.length > 0 ? choices : [schema];
}

/** The name of the object that a schema refers to. */
export function objectOf({ $ref }: JsonSchema): string | null {
  return $ref?.split("/").at(-1) ?? null;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
