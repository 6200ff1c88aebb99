import type { OpenApiDocument } from "../../../rest/openapi/model.ts";

const reference = "#/components/schemas/Scope";

/** A reader is told what scopes there are where one is asked for: a page that lists them would have nothing else to say. */
export function withoutScopeReferences({ components, paths, ...document }: OpenApiDocument): OpenApiDocument {
  const written = JSON.stringify(paths, (_, value) =>
    isReference(value) ? { ...components.schemas["Scope"], ...value, $ref: undefined } : value,
  );
  return { ...document, components, paths: JSON.parse(written) };
}

function isReference(value: unknown): value is { readonly $ref: string } {
  return typeof value === "object" && value !== null && "$ref" in value && value.$ref === reference;
}
