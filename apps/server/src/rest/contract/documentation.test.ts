import { afterAll, beforeAll, expect, it } from "vitest";
import { openServer, type TestServer } from "../../../testing/server.ts";
import { routes } from "../routes.ts";

let server: TestServer;
beforeAll(async () => {
  server = await openServer();
});
afterAll(() => server.close());

it("described by an OpenAPI 3.1 document generated from the same zod schemas that validate the requests (GET /openapi.json)", async () => {
  const { status, body } = await server.send("/openapi.json");
  expect(status).toBe(200);
  expect(body.openapi).toMatch(/^3\.1\./);
  for (const { method, path, about } of routes) {
    expect(body.paths[path][method.toLowerCase()].operationId).toBe(about.operationId);
  }
});

it("readable at /docs", async () => {
  const { status, headers, text } = await server.send("/docs", { headers: { accept: "text/html" } });
  expect(status).toBe(200);
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(text).toMatch(/<h1/);
});
