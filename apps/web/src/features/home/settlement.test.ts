import { beforeAll, expect, it } from "vitest";
import type { KeyView } from "../../lib/api/api-types.ts";
import { loadWords } from "../../lib/language/i18n.ts";
import { settlementOf } from "./settlement.ts";

beforeAll(() => loadWords(["home"]));

const exposure = {
  at: "2026-11-21T12:00:00.000Z",
  by: "browser",
  origin: null,
  address: null,
  source: null,
  url: null,
} as const;

const secret = (state: "current" | "retiring", exposed: boolean): KeyView["secrets"][number] => ({
  publicKeyId: state,
  hint: "abcd",
  maskedToken: "kat_live_…abcd",
  state,
  createdAt: "2026-11-21T12:00:00.000Z",
  retiresAt: null,
  exposure: exposed ? exposure : null,
  quarantine: null,
  lastUse: null,
});

function aKey(...secrets: KeyView["secrets"]): KeyView {
  return {
    id: "key_1",
    name: "Shop",
    note: null,
    environment: "live",
    status: "active",
    scopes: [],
    effectiveScopes: [],
    addresses: [],
    expiresAt: null,
    createdAt: "2026-11-21T12:00:00.000Z",
    createdBy: { type: "system", id: null, label: "test" },
    responsibleMemberId: "mem_1",
    revocation: null,
    exposure,
    lastUse: null,
    rotationVerdict: null,
    secrets,
  };
}

it.each([
  ["the current secret leaked", aKey(secret("current", true)), "rotate"],
  ["both did", aKey(secret("current", true), secret("retiring", true)), "rotate"],
  [
    "only the one that was replaced did",
    aKey(secret("current", false), secret("retiring", true)),
    "end_overlap",
  ],
] as const)("ends the leak by the shortest way when %s", (_, key, open) => {
  expect(settlementOf("exposed", key, "owner").open).toBe(open);
});

it.each([
  ["expiring", "admin", "Change expiry", "edit"],
  ["expiring", "member", "Issue a successor", "issue"],
  ["curtailed", "owner", "Hand over", "edit"],
  ["curtailed", "member", "Edit", "edit"],
  ["safe_to_end", "member", "End overlap", "end_overlap"],
  ["unused", "member", "Revoke", "revoke"],
] as const)("settles %s, for an %s, by: %s", (reason, role, action, open) => {
  expect(settlementOf(reason, aKey(secret("current", false)), role)).toMatchObject({ action, open });
});
