import type { JsonSchema, OpenApiDocument } from "../../../rest/openapi/model.ts";
import { answerTable } from "./fields.ts";
import type { Described } from "./operations.ts";
import { objectHeading } from "./type-words.ts";

type Schemas = OpenApiDocument["components"]["schemas"];

/** The names of the objects in these operations' answers, with those that they are made of; in the document's order. */
export function objectsOf(operations: readonly Described[], schemas: Schemas): readonly string[] {
  const found = new Set<string>();
  const follow = (text: string | undefined) => {
    for (const [, name = ""] of (text ?? "").matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (found.has(name)) continue;
      found.add(name);
      follow(JSON.stringify(schemas[name]));
    }
  };
  for (const { responses } of operations) {
    for (const { response } of responses) follow(JSON.stringify(response.content?.["application/json"]));
  }
  return Object.keys(schemas).filter((name) => found.has(name));
}

/** What an object is and what it has. Markdown. */
export function objectSection(name: string, schema: JsonSchema | undefined): string {
  const { description = "" } = schema ?? {};
  return [`### ${objectHeading(name)}`, description, answerTable(schema ?? {})].join("\n\n");
}
