import type { JsonSchemas } from "./json-schemas.ts";
import type { Route } from "../route.ts";
import type { Parameter } from "./model.ts";

/** What a route reads from the path, the query and the header. */
export function parametersOf(route: Route, schemas: JsonSchemas) {
  const parameters = [
    ...pathParametersOf(route),
    ...queryParametersOf(route, schemas),
    ...(route.about.conditional ? [{ $ref: "#/components/parameters/IfMatch" }] : []),
  ];
  return parameters.length > 0 ? { parameters } : {};
}

/** Those to which routes refer. */
export const sharedParameters: Readonly<Record<string, Parameter>> = {
  IfMatch: {
    name: "If-Match",
    in: "header",
    description:
      "The version that the change is meant for, as `ETag` gave it. If another is stored by now, nothing is changed, and the answer is 412.",
    required: false,
    schema: { type: "string", examples: ['"3"'] },
  },
};

function pathParametersOf({ path, about }: Route): readonly Parameter[] {
  return Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = ""]) => {
    const { description = "", example } = about.parameters?.[name] ?? {};
    return { name, in: "path", description, required: true, schema: { type: "string" }, example };
  });
}

function queryParametersOf({ query }: Route, schemas: JsonSchemas): readonly Parameter[] {
  const { properties = {}, required = [] } = schemas.of(query, "input");
  return Object.entries(properties).map(([name, { description = "", ...schema }]) => {
    return { name, in: "query", description, required: required.includes(name), schema };
  });
}
