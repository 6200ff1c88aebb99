import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPathTable } from "./path-table.ts";

const patterns = [
  "/v1/keys",
  "/v1/keys/{id}",
  "/v1/keys/{id}/rotate",
  "/v1/keys/self/revoke",
  "/v1/products/{id}/versions/{version}",
];
const table = createPathTable(patterns.map((pattern) => [pattern, pattern] as const));

describe("a path", () => {
  it.each([
    ["/v1/keys", "/v1/keys", {}],
    ["/v1/keys/", "/v1/keys", {}],
    ["/V1/Keys", "/v1/keys", {}],
    ["/v1/keys/key_Ab", "/v1/keys/{id}", { id: "key_Ab" }],
    ["/v1/keys/a%2Fb%20c/", "/v1/keys/{id}", { id: "a/b c" }],
    ["/v1/keys/self", "/v1/keys/{id}", { id: "self" }],
    ["/v1/keys/self/revoke", "/v1/keys/self/revoke", {}],
    ["/v1/keys/SELF/rotate", "/v1/keys/{id}/rotate", { id: "SELF" }],
    ["/v1/keys/__proto__", "/v1/keys/{id}", { id: "__proto__" }],
    ["/v1/products/p/versions/3", "/v1/products/{id}/versions/{version}", { id: "p", version: "3" }],
  ])("%s is %s", (path, value, parameters) => {
    expect(table.find(path)).toEqual({ value, parameters });
  });

  it.each([
    "",
    "/",
    "/v1",
    "/v1/key",
    "/v1/keys//",
    "/v1/keys//rotate",
    "//v1/keys",
    "/v1/keys/a/b",
    "/v1/%6beys",
    "*",
  ])("%j is nothing", (path) => {
    expect(table.find(path)).toBeNull();
  });

  it("that cannot be decoded is an error of its own", () => {
    expect(() => table.find("/v1/keys/%zz")).toThrow(URIError);
  });
});

it("gives back whatever stands in place of a parameter", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (id) => {
      const found = table.find(`/v1/keys/${encodeURIComponent(id)}/rotate`);
      expect(found).toEqual({ value: "/v1/keys/{id}/rotate", parameters: { id } });
    }),
  );
});
