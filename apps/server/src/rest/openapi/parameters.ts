import type { DocumentedRoute } from "./documented-route.ts";
import type { JsonSchemas } from "./json-schemas.ts";
import type { Parameter } from "./model.ts";

/** What a route reads from the path, the query and the header. */
export function parametersOf(route: DocumentedRoute, schemas: JsonSchemas) {
  const parameters = [
    ...pathParametersOf(route),
    ...queryParametersOf(route, schemas),
    ...(route.once ? [{ $ref: "#/components/parameters/IdempotencyKey" }] : []),
    ...(route.about.conditional ? [{ $ref: "#/components/parameters/IfMatch" }] : []),
  ];
  return parameters.length > 0 ? { parameters } : {};
}

/** Those to which routes refer. */
export const sharedParameters: Readonly<Record<string, Parameter>> = {
  IdempotencyKey: {
    name: "Idempotency-Key",
    in: "header",
    description:
      "Made up by you, such as a UUID: within 24 hours a request with the same value is done once, however often it is sent. Sent again, it is answered with what was made, as it is now (404 if it is gone), marked `Idempotency-Replayed`, and never with a token. Bare or in double quotes (draft-ietf-httpapi-idempotency-key-header).",
    required: false,
    schema: { type: "string", minLength: 1, maxLength: 255, pattern: "^[ -~]+$" },
    example: "8e03978e-40d5-43dd-bc93-6894a57f9324",
  },
  IfMatch: {
    name: "If-Match",
    in: "header",
    description:
      "The `version` that the change is meant for, as an entity tag; several, or `*` for any. If what is stored has another by now, nothing is changed, and the answer is 412.",
    required: false,
    schema: { type: "string" },
    example: '"3"',
  },
};

function pathParametersOf({ path, about }: DocumentedRoute): readonly Parameter[] {
  return Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = ""]) => {
    const { description = "", example } = about.parameters?.[name] ?? {};
    return { name, in: "path", description, required: true, schema: { type: "string" }, example };
  });
}

function queryParametersOf({ query }: DocumentedRoute, schemas: JsonSchemas): readonly Parameter[] {
  const { properties = {}, required = [] } = schemas.of(query, "input");
  return Object.entries(properties).map(([name, { description = "", ...schema }]) => {
    return { name, in: "query", description, required: required.includes(name), schema };
  });
}
