import type { JsonSchema, OpenApiDocument, Operation, Response } from "../../src/rest/openapi/model.ts";
import { escaped, resolved } from "./pointer.ts";

interface Media {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown } | { readonly $ref: string }>>;
}

/** Each operation of a document, with what its bodies have for examples and where their schemas stand. */
export function partsOf(document: OpenApiDocument) {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const contents = contentsOf(document, operation, `/paths/${escaped(path)}/${method}`);
      return {
        method: method.toUpperCase(),
        path,
        operation,
        media: contents.map(({ media }) => media),
        examples: contents.flatMap(({ pointer, media }) =>
          valuesOf(document, media).map((value) => ({ pointer: `${pointer}/schema`, value })),
        ),
      };
    }),
  );
}

function contentsOf(document: OpenApiDocument, { requestBody, responses }: Operation, pointer: string) {
  const answers = Object.entries(responses).map(([status, response]) => {
    const at = "$ref" in response ? response.$ref.slice(1) : `${pointer}/responses/${status}`;
    return { at, content: (resolved(document, at) as Response).content };
  });
  const bodies = [{ at: `${pointer}/requestBody`, content: requestBody?.content }, ...answers];
  return bodies.flatMap(({ at, content = {} }) =>
    Object.entries(content).map(([type, media]: [string, Media]) => {
      return { pointer: `${at}/content/${escaped(type)}`, media };
    }),
  );
}

function valuesOf(document: OpenApiDocument, { example, examples = {} }: Media): readonly unknown[] {
  const named = Object.values(examples).map((written) => {
    const found = "$ref" in written ? resolved(document, written.$ref.slice(1)) : written;
    return (found as { readonly value: unknown }).value;
  });
  return example === undefined ? named : [example, ...named];
}

/** Every schema of a document, wherever it stands, with its place. */
export function schemasIn(document: OpenApiDocument): readonly (readonly [string, JsonSchema])[] {
  return Array.from(walk(document, ""));
}

const oneSchema = new Set(["schema", "items", "additionalProperties", "propertyNames", "not"]);
const severalSchemas = new Set(["anyOf", "allOf", "oneOf"]);

function* walk(value: unknown, pointer: string): Generator<readonly [string, JsonSchema]> {
  if (typeof value !== "object" || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    // What stands in an example is data, whatever it is called.
    if (name === "example" || name === "examples" || typeof member !== "object" || member === null) continue;
    const at = `${pointer}/${name}`;
    if (oneSchema.has(name)) yield [at, member];
    const parts =
      severalSchemas.has(name) || name === "properties" || (pointer === "/components" && name === "schemas");
    if (parts) for (const [key, part] of Object.entries(member)) yield [`${at}/${key}`, part as JsonSchema];
    yield* walk(member, at);
  }
}
