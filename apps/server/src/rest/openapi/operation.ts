import type { AnswerAbout } from "../about.ts";
import { mediaTypesOf } from "../reading/media-type.ts";
import { isForApps, isForServices, type DocumentedRoute } from "./documented-route.ts";
import { headerNamesOf, headerReferences } from "./headers.ts";
import type { JsonSchemas } from "./json-schemas.ts";
import type { Header, Operation, Response } from "./model.ts";
import { parametersOf } from "./parameters.ts";
import { takesBody } from "./problem-codes.ts";
import { refusalsOf } from "./refusals.ts";

/** A route as OpenAPI writes it. */
export function operationOf(route: DocumentedRoute, schemas: JsonSchemas): Operation {
  const { about } = route;
  return {
    operationId: about.operationId,
    tags: [about.tag],
    summary: about.summary,
    description: [about.description, needOf(route)].filter(Boolean).join("\n\n"),
    security: securityOf(route),
    ...parametersOf(route, schemas),
    ...(takesBody(route) && { requestBody: requestBodyOf(route, schemas) }),
    responses: { [about.answer.status]: successOf(route, schemas), ...refusalsOf(route) },
  };
}

function securityOf(route: DocumentedRoute): Operation["security"] {
  if (isForServices(route)) return [{ serviceToken: [] }];
  const { scopes } = route;
  return isForApps(route) ? [{ apiKey: scopes }, { accessToken: scopes }] : [{ apiKey: scopes }];
}

function needOf(route: DocumentedRoute): string {
  if (isForServices(route)) return "Needs a service token.";
  const { scopes, about } = route;
  if (about.need !== undefined) return about.need;
  if (scopes.length === 0) return "Any valid key will do.";
  return `Needs a key with ${scopes.map((scope) => `\`${scope}\``).join(" and ")}.`;
}

function requestBodyOf({ method, body, about }: DocumentedRoute, schemas: JsonSchemas) {
  const schema = schemas.of(body, "input");
  const example = about.example && { example: about.example };
  // Without a body the server reads an empty object.
  const required = !body.safeParse({}).success;
  const media = { schema, ...example };
  const all = Object.fromEntries(mediaTypesOf(method).map((type) => [type, media]));
  return { required, content: { "application/json": media, ...all } };
}

function successOf(route: DocumentedRoute, schemas: JsonSchemas): Response {
  const { answer } = route.about;
  const { status, description, schema, example } = answer;
  const headers = { ...headerReferences(headerNamesOf(status, route)), ...ownHeadersOf(answer) };
  if (schema === null) return { description, headers };
  const body = { schema: schemas.of(schema, "output"), ...(example && { example }) };
  return { description, headers, content: { "application/json": body } };
}

function ownHeadersOf({ headers = {} }: AnswerAbout): Readonly<Record<string, Header>> {
  const described = Object.entries(headers).map(([name, description]) => {
    return [name, { description, required: true, schema: { type: "string" } }] as const;
  });
  return Object.fromEntries(described);
}
