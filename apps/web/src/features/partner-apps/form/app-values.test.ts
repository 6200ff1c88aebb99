import { expect, it } from "vitest";
import type { PartnerApp } from "../../../lib/api/api-types.ts";
import { loadWords } from "../../../lib/language/i18n.ts";
import { mistakesIn, noValues, patchOf, requestOf, valuesOf } from "./app-values.ts";

const app: PartnerApp = {
  id: "app_1",
  name: "Stock Sync",
  description: "Keeps stock the same.",
  homepage: null,
  logo: null,
  type: "confidential",
  redirectUris: ["https://a.example/", "https://b.example/"],
  scopes: ["products:read"],
  publicKeys: [],
  approval: "own",
  disabledAt: null,
  blockedAt: null,
  createdAt: "2026-11-22T00:00:00.000Z",
  createdBy: "ada@example.com",
  revision: 1,
  secrets: [],
};

it("sends only what was changed", () => {
  const values = valuesOf(app);
  expect(patchOf(app, values)).toEqual({});
  expect(patchOf(app, { ...values, description: " ", homepage: "https://a.example" })).toEqual({
    description: null,
    homepage: "https://a.example",
  });
  expect(patchOf(app, { ...values, redirectUris: "https://b.example/\n\n" })).toEqual({
    redirectUris: ["https://b.example/"],
  });
});

it("sends texts without the spaces around them", () => {
  expect(requestOf({ ...noValues, name: " Stock " })).toMatchObject({ name: "Stock", description: null });
});

it("says what is wrong with each line of the redirect URIs", async () => {
  await loadWords(["partnerApps"]);
  const { redirectUris, ...others } = mistakesIn({
    ...valuesOf(app),
    redirectUris: "https://a.example/\nhttp://b.example/\nnonsense",
  });
  expect(redirectUris?.split("\n")).toEqual([
    expect.stringMatching(/^Line 2: .*https:/),
    expect.stringMatching(/^Line 3: /),
  ]);
  expect(Object.values(others)).toEqual([null, null, null, null]);
});

it("sends keys only when they are others, and takes them away when there are none any more", () => {
  const key = { kty: "OKP", crv: "Ed25519", x: "abc" };
  const keyed = { ...app, publicKeys: [{ ...key, thumbprint: "xyz" }] };
  const values = valuesOf(keyed);
  expect(values.jwks).not.toContain("thumbprint");
  expect(patchOf(keyed, { ...values, jwks: JSON.stringify({ keys: [key] }) })).toEqual({});
  expect(patchOf(keyed, { ...values, jwks: " " })).toEqual({ jwks: null });
  expect(patchOf(app, values)).toEqual({ jwks: { keys: [key] } });
});
