import { expect, it } from "vitest";
import type { AuditAction, AuditEntry } from "../../lib/api-types.ts";
import { actionGroups } from "./audit-actions.ts";
import { sentenceOf } from "./sentence.ts";

function entry(action: AuditAction, rest: Partial<AuditEntry> = {}): AuditEntry {
  return {
    seq: 1,
    at: "2026-11-21T10:00:00.000Z",
    actor: { type: "user", id: "usr_1", label: "ada@acme.example" },
    action,
    object: { type: "key", id: "key_1", label: "Zapier" },
    address: null,
    requestId: null,
    before: null,
    after: null,
    previousHash: "0",
    hash: "1",
    ...rest,
  };
}

it.each<[string, AuditEntry]>([
  ["issued the live key", entry("key.issued", { after: { environment: "live" } })],
  [
    "rotated the key at once",
    entry("key.rotated", { after: { replacedRetiresAt: Date.UTC(2026, 10, 21, 10) } }),
  ],
  [
    "rotated the key with an overlap",
    entry("key.rotated", { after: { replacedRetiresAt: Date.UTC(2026, 10, 22, 10) } }),
  ],
  ["revoked the key: compromised", entry("key.revoked", { after: { reason: "compromised" } })],
  ["edited the key's scopes and expiry", entry("key.edited", { after: { scopes: [], expiresAt: null } })],
  [
    "changed the role from admin to member",
    entry("member.role_changed", { before: { role: "admin" }, after: { role: "member" } }),
  ],
  ["left", entry("member.removed", { object: { type: "member", id: "mem_1", label: "ada@acme.example" } })],
  ["removed the member", entry("member.removed")],
])("says: %s", (sentence, told) => {
  expect(sentenceOf(told)).toBe(sentence);
});

it("has words for every action that the filter offers, even when an entry says nothing more", () => {
  const actions = actionGroups.flatMap(({ items }) => items.map(({ value }) => value));
  for (const action of actions) {
    expect(sentenceOf(entry(action as AuditAction))).toMatch(/^[a-z].*[a-z?]$/);
  }
});
