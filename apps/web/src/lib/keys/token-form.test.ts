import { randomBytes } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createToken, publicKeyIdOf, tokenKinds } from "../../../../../packages/keys/src/admission/token.ts";
import { holdsToken, withoutSecret } from "./token-form.ts";

const id = "Ab3dEf6hIj9kLm2n";
const secret = "s".repeat(49);

const issuedToken = fc
  .record({ brand: fc.stringMatching(/^[a-z]{2,10}$/), kind: fc.constantFrom(...tokenKinds) })
  .map(({ brand, kind }) => ({ brand, token: createToken(brand, kind, randomBytes) }));

describe("a token as it is issued, of any brand and kind,", () => {
  it("is told by its form", () => {
    fc.assert(fc.property(issuedToken, ({ token }) => holdsToken(token)));
  });

  it("is told by its form wherever it was cut off, once its secret has begun", () => {
    const cut = fc.record({ issued: issuedToken, missing: fc.integer({ min: 0, max: 48 }) });
    fc.assert(
      fc.property(cut, ({ issued: { token }, missing }) =>
        holdsToken(token.slice(0, token.length - missing)),
      ),
    );
  });

  it("leaves its publicKeyId, and nothing of its secret", () => {
    const pasted = fc.record({
      issued: issuedToken.filter(({ token }) => /_(?:live|test|svc)_/.test(token)),
      before: fc.constantFrom("", " ", "Authorization: Bearer ", "token=", '{"token":"'),
      after: fc.constantFrom("", " ", '"}', "&limit=1", ", thanks"),
    });
    fc.assert(
      fc.property(pasted, ({ issued: { brand, token }, before, after }) => {
        expect(withoutSecret(before + token + after)).toBe(publicKeyIdOf(brand, token));
      }),
    );
  });
});

it.each([
  ["a token", `kat_live_${id}.${secret}`],
  ["a token of another brand", `acme_test_${id}.${secret}`],
  ["a service token", `kat_svc_${id}.${secret}`],
  ["a token without its beginning", `ve_${id}.${secret}`],
  ["an id and its secret", `${id}.${secret}`],
  ["a token without its end", `kat_live_${id}.s`],
  ["a token as the lists mask it", `kat_live_${id}.…sssss`],
  ["a header", ` Authorization: Bearer kat_live_${id}.${secret} `],
  ["a token behind other words", `${"zapier ".repeat(20)}kat_live_${id}.${secret}`],
])("of %s only the id is left", (_, text) => {
  expect(withoutSecret(text)).toBe(id);
});

it.each(["Zapier", "api.example.com", "www.a-rather-long-name.example.com", id, `key_${id}`, "v1.2"])(
  "of %s everything is left",
  (text) => {
    expect(withoutSecret(text)).toBe(text);
    expect(holdsToken(text)).toBe(false);
  },
);
