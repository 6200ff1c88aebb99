import { expect, it } from "vitest";
import { scopesOfRoute } from "./scopes-of-route.ts";

it.each([
  ["GET /v1/products", ["products:read"]],
  ["HEAD /v1/products", ["products:read"]],
  ["POST /v1/keys/{id}/rotate", ["keys:write"]],
  ["GET /v1/user", []],
  ["OPTIONS /v1/products", []],
  ["PUT /v1/products", []],
  ["GET (unknown path)", []],
  ["POST (remote)", null],
  ["GET /orders/{id}", null],
  ["orders", null],
])("knows what %s needs, as it is counted", (route, scopes) => {
  expect(scopesOfRoute(route)).toEqual(scopes);
});
