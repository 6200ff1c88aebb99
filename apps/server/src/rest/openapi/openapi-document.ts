import { builtInScopeRules, type ScopeRules } from "@katkey/keys";
import packageJson from "../../../package.json" with { type: "json" };
import { tags } from "../about.ts";
import { documentedRoutes, type DocumentedRoute } from "./documented-route.ts";
import { headers } from "./headers.ts";
import { createJsonSchemas, type JsonSchemas } from "./json-schemas.ts";
import type { OpenApiDocument } from "./model.ts";
import { operationOf } from "./operation.ts";
import { sharedParameters } from "./parameters.ts";
import { problemAnswer, problemExample } from "./problem-answer.ts";
import { problemsBesideRoutes, problemsOf } from "./problem-codes.ts";
import {
  accessTokenDescription,
  description,
  serviceTokenDescription,
  summary,
  tagDescriptions,
  tokenDescription,
} from "./prose.ts";
import { exampleOf, sharedRefusals } from "./refusals.ts";
import { scopeSchema } from "./scope-schema.ts";

/**
 * The REST API as an OpenAPI 3.1 document, made from the table of routes and from the very
 * schemas that validate requests. One operation per route: its parameters, body and answers with
 * an example each, the scopes that it needs under `security`, and every refusal by status with
 * its problem codes. Whatever several operations share is a reference into `components`.
 * `origin` is where the installation is reached, without a trailing slash; `all`: the scopes that it has.
 */
export function openApiDocument(
  origin: string,
  { all }: Pick<ScopeRules, "all"> = builtInScopeRules,
): OpenApiDocument {
  const schemas = createJsonSchemas();
  const paths = pathsOf(documentedRoutes, schemas);
  const codes = [...new Set(documentedRoutes.flatMap(codesOf))];
  schemas.of(problemAnswer([...codes, ...problemsBesideRoutes]), "output");
  return {
    openapi: "3.1.1",
    info: { title: "Katkey REST API", version: packageJson.version, summary, description },
    externalDocs: { url: `${origin}/docs`, description: "Guides and the reference, to be read" },
    servers: [{ url: origin, description: "This installation" }],
    tags: tags.filter(isUsed).map((name) => ({ name, description: tagDescriptions[name] })),
    paths,
    components: {
      schemas: { ...schemas.named, Scope: scopeSchema(all) },
      responses: sharedRefusals,
      parameters: sharedParameters,
      headers,
      examples: Object.fromEntries(documentedRoutes.flatMap((route) => examplesOf(route, origin))),
      securitySchemes: {
        apiKey: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "kat_live_… or kat_test_…",
          description: tokenDescription,
        },
        accessToken: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "kat_oat_…",
          description: accessTokenDescription,
        },
        serviceToken: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "kat_svc_…",
          description: serviceTokenDescription,
        },
      },
    },
  };
}

function pathsOf(all: readonly DocumentedRoute[], schemas: JsonSchemas): OpenApiDocument["paths"] {
  const byPath = Map.groupBy(all, ({ path }) => path);
  const items = Array.from(byPath, ([path, of]) => {
    const operations = of.map((route) => [route.method.toLowerCase(), operationOf(route, schemas)]);
    return [path, Object.fromEntries(operations)] as const;
  });
  return Object.fromEntries(items);
}

function examplesOf(route: DocumentedRoute, origin: string) {
  return Array.from(problemsOf(route), ([status, codes]) => {
    return codes.map((code) => [exampleOf(code, status), problemExample(code, { origin, status })] as const);
  }).flat();
}

function codesOf(route: DocumentedRoute) {
  return [...problemsOf(route).values()].flat();
}

function isUsed(tag: string): boolean {
  return documentedRoutes.some(({ about }) => about.tag === tag);
}
