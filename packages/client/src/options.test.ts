import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createKatkey, KatkeyConfigurationError, type KatkeyOptions } from "./index.ts";
import { aServiceToken, aToken } from "./testing/stub.ts";

const fine = { url: "https://keys.example", serviceToken: aServiceToken };
const cache = (maxStaleMilliseconds: number, maxEntries: number) => ({
  cache: { maxStaleMilliseconds, maxEntries },
});

describe("an option that cannot be right is refused at once, and the service token is not shown", () => {
  it.each([
    ["url", { url: "keys.example" }],
    ["url", { url: "ftp://keys.example" }],
    ["url", { url: "https://me:secret@keys.example" }],
    ["url", { url: "https://keys.example?a=b" }],
    ["url", { url: "https://keys.example#a" }],
    ["url", { url: undefined as unknown as string }],
    ["publicUrl", { publicUrl: "/docs" }],
    ["serviceToken", { serviceToken: "" }],
    ["serviceToken", { serviceToken: undefined as unknown as string }],
    ["serviceToken", { serviceToken: aServiceToken.slice(0, -1) }],
    ["serviceToken", { serviceToken: `Bearer ${aServiceToken}` }],
    ["serviceToken is an API key", { serviceToken: aToken }],
    ["timeoutMilliseconds", { timeoutMilliseconds: 0 }],
    ["timeoutMilliseconds", { timeoutMilliseconds: Number.NaN }],
    ["timeoutMilliseconds", { timeoutMilliseconds: "3000" as unknown as number }],
    ["retries", { retries: -1 }],
    ["retries", { retries: 1.5 }],
    ["cache.maxStaleMilliseconds", cache(0, 1)],
    ["cache.maxStaleMilliseconds", cache(60_001, 1)],
    ["cache.maxEntries", cache(1, 0)],
    ["cache.maxEntries", cache(1, Number.POSITIVE_INFINITY)],
  ] as [string, Partial<KatkeyOptions>][])("%s", (name, wrong) => {
    const make = () => createKatkey({ ...fine, ...wrong });
    expect(make).toThrow(KatkeyConfigurationError);
    expect(make).toThrow(name);
    expect(make).not.toThrow(/[abcd]{10}/);
  });
});

it("takes the service token of an installation with a brand of its own", () => {
  expect(createKatkey({ ...fine, serviceToken: aServiceToken.replace("kat", "acme") })).toBeDefined();
});

it("shows no token to whoever prints it", () => {
  expect(inspect(createKatkey(fine), { depth: 9, showHidden: true })).not.toContain(aServiceToken.slice(-20));
});
