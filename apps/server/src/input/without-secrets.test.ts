import { tokenKinds } from "@katkey/keys";
import { describe, expect, it } from "vitest";
import { withoutSecrets } from "./without-secrets.ts";

const [id, secret] = ["a".repeat(16), "B".repeat(49)];

describe("a text without secrets", () => {
  it.each(tokenKinds)("says which %s token was there, and nothing of what is secret in it", (kind) => {
    expect(withoutSecrets(`sent kat_${kind}_${id}.${secret}, twice`)).toBe(`sent kat_${kind}_${id}.…, twice`);
    expect(withoutSecrets(`acme_${kind}_${id}.${secret.slice(0, 5)}`)).toBe(`acme_${kind}_${id}.…`);
  });

  it("is otherwise as it was", () => {
    expect(withoutSecrets(`curl/8.15 kat_svc_${id} a.b`)).toBe(`curl/8.15 kat_svc_${id} a.b`);
  });
});
