import { createConfig, lintFromString } from "@redocly/openapi-core";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { documentedBy } from "../../../testing/openapi/documented.ts";
import { judgementsOf, queryJudgementsOf } from "../../../testing/openapi/judgements.ts";
import { partsOf, schemasIn } from "../../../testing/openapi/parts.ts";
import { aServer } from "../../../testing/server.ts";
import { documentedRoutes, isForServices } from "./documented-route.ts";
import { openApiDocument } from "./openapi-document.ts";

const document = openApiDocument("https://katkey.example.org");
const documented = documentedBy(document);
const operations = partsOf(document);

describe("the document", () => {
  it("is valid by the schema that the OpenAPI initiative publishes", async () => {
    const result = await new Validator().validate({ ...document });
    expect(result).toEqual({ valid: true });
  });

  it("has nothing that a strict linter would not like", async () => {
    const config = await createConfig({
      extends: ["recommended-strict"],
      rules: {
        // It has none, and says nothing that is not so.
        "info-license": "off",
        "operation-4xx-problem-details-rfc7807": "error",
        "operation-description": "error",
        "parameter-description": "error",
        "response-contains-header": { severity: "error", names: { "2XX": ["X-Request-Id"] } },
        "tag-description": "error",
      },
    });
    const source = JSON.stringify(document);
    const faults = await lintFromString({ source, absoluteRef: "openapi.json", config });
    expect(faults.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual(
      [],
    );
  });

  it("says on every answer to a key how its limit stands, and to no service how another's does", () => {
    for (const { operation } of operations) {
      const answers = Object.entries(operation.responses).filter(([status]) => Number(status) < 300);
      for (const [, answer] of answers) {
        const headers = "headers" in answer ? Object.keys(answer.headers) : [];
        expect(headers.includes("RateLimit")).toBe(operation.security[0].apiKey !== undefined);
      }
    }
  });

  it("has the operations of the tables of routes, and no others", () => {
    const written = operations.map(({ method, path, operation }) => [method, path, operation.operationId]);
    const tabled = documentedRoutes.map(({ method, path, about }) => [method, path, about.operationId]);
    expect(written.toSorted()).toEqual(tabled.toSorted());
    expect(new Set(tabled.map(([, , id]) => id)).size).toBe(tabled.length);
  });

  it("names operations so that they can be functions", () => {
    for (const { operation } of operations) expect(operation.operationId).toMatch(/^[a-z]+([A-Z][a-z]+)+$/);
  });

  it("asks for the very scopes that the table asks for, of keys and mostly of apps, or for a service token", () => {
    const written = operations.map(({ operation }) => [operation.operationId, operation.security]);
    const tabled = documentedRoutes.map((route) => {
      if (isForServices(route)) return [route.about.operationId, [{ serviceToken: [] }]];
      const ofKey = { apiKey: route.scopes };
      const forKeysAlone = route.about.errors.includes("api_key_required");
      const needed = forKeysAlone ? [ofKey] : [ofKey, { accessToken: route.scopes }];
      return [route.about.operationId, needed];
    });
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(tabled));
  });

  it("gives every schema a shape, and every object an end", () => {
    for (const [pointer, schema] of schemasIn(document)) {
      const shaped = ["type", "$ref", "anyOf", "allOf", "enum", "const"].some((keyword) => keyword in schema);
      expect(shaped, `${pointer} says nothing`).toBe(true);
      const open = schema.type === "object" && !pointer.includes("/allOf/");
      expect(!open || schema["additionalProperties"] !== undefined, `${pointer} is open`).toBe(true);
      expect(schema.description ?? "said", `${pointer} is described by nothing`).not.toBe("");
    }
  });

  it("gives examples that are as it says, for every body and every answer", () => {
    const examples = operations.flatMap(({ examples }) => examples);
    expect(examples.length).toBeGreaterThan(documentedRoutes.length);
    for (const { pointer, value } of examples) {
      expect(documented.faultsAt(pointer, value), pointer).toEqual([]);
    }
  });

  it("gives an example wherever there is a body", () => {
    for (const { method, path, operation, media } of operations) {
      for (const { example, examples } of media) {
        const given = example !== undefined || Object.keys(examples ?? {}).length > 0;
        expect(given, `${method} ${path}: ${operation.operationId}`).toBe(true);
      }
    }
  });
});

describe("GET /openapi.json", () => {
  it("answers everybody with the document of this installation, to be kept for a while", async () => {
    const server = await aServer({ origin: "https://keys.example.org" });
    const { status, headers, body } = await server.send("/openapi.json");
    expect(status).toBe(200);
    expect(body).toEqual(openApiDocument("https://keys.example.org"));
    expect(body.servers[0].url).toBe("https://keys.example.org");
    expect(headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(headers["cache-control"]).toBe("public, max-age=300");
    expect(headers["vary"]).toBeUndefined();
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });

  it("has no body for HEAD, and nothing for other methods", async () => {
    const server = await aServer();
    const head = await server.send("/openapi.json", { method: "HEAD" });
    expect([head.status, head.text]).toEqual([200, ""]);
    expect((await server.send("/openapi.json", { method: "POST" })).status).toBe(404);
  });
});

describe("what the document says of requests is what the server does", () => {
  it.each(documentedRoutes.map((route) => [route.about.operationId, route] as const))("%s", (_, route) => {
    const judgements = [
      ...judgementsOf(documented, route),
      ...queryJudgementsOf(documented, document, route),
    ];
    expect(judgements.filter(({ documented: said, server }) => said !== server)).toEqual([]);
  });
});
