import { expect, it } from "vitest";
import type { AuditEntry } from "../../lib/api-types.ts";
import { sentenceOf } from "./history-sentence.ts";

const at = "2026-03-02T12:00:00.000Z";
const members = new Map([
  ["mem_ada", "Ada"],
  ["mem_bob", "Bob"],
]);

function told(action: AuditEntry["action"], before: AuditEntry["before"], after: AuditEntry["after"]) {
  return sentenceOf(entryOf({ action, before, after }), members);
}

function entryOf(part: Partial<AuditEntry>): AuditEntry {
  return {
    seq: 1,
    at,
    actor: { type: "user", id: "usr_1", label: "ada@example.com" },
    action: "key.issued",
    object: { type: "key", id: "key_1", label: "Zapier" },
    address: "10.1.2.3",
    requestId: null,
    before: null,
    after: null,
    previousHash: "",
    hash: "",
    ...part,
  };
}

it("tells who issued the key with what", () => {
  const after = { environment: "live", scopes: ["usage:read"], addresses: ["10.0.0.0/8"], expiresAt: null };
  expect(told("key.issued", null, after)).toEqual({
    who: "ada@example.com",
    did: "issued this live key with usage:read.",
    details: ["Expiry: never", "Addresses: 10.0.0.0/8"],
  });
});

it.each([
  [24 * 3_600, "rotated the key with an overlap of 24 hours."],
  [7 * 86_400, "rotated the key with an overlap of 7 days."],
  [0, "rotated the key without an overlap: the old secret was refused at once."],
])("tells an overlap of %i seconds", (seconds, did) => {
  const after = { publicKeyId: "b", replacedRetiresAt: Date.parse(at) + seconds * 1_000 };
  expect(told("key.rotated", { publicKeyId: "a" }, after).did).toBe(did);
});

it("tells why a key was revoked, and in whose words", () => {
  const { did, details } = told("key.revoked", null, { reason: "compromised", text: "It was in a commit." });
  expect(did).toBe("revoked the key: its secret had leaked, or may have.");
  expect(details).toEqual(["“It was in a commit.”"]);
});

it("lists what an edit changed, one line each", () => {
  const before = { name: "Zap", scopes: ["usage:read", "keys:read"], addresses: ["10.0.0.0/8"], note: "x" };
  const after = { name: "Zapier", scopes: ["usage:read", "keys:write"], addresses: [], note: null };
  expect(told("key.edited", before, after).details).toEqual([
    "Name: “Zap” became “Zapier”",
    "Scopes: added keys:write; removed keys:read",
    "Addresses: any, no longer limited",
    "Note removed",
  ]);
});

it("names both members of a handover, also one who has left", () => {
  const handed = told(
    "key.handed_over",
    { responsibleMemberId: "mem_x" },
    { responsibleMemberId: "mem_bob" },
  );
  expect(handed.did).toBe("handed the key over to Bob.");
  expect(handed.details).toEqual(["Responsible member: a member who has left became Bob"]);
});

it.each([
  [{ by: "browser", origin: "https://shop.example" }, "a browser used its secret on https://shop.example."],
  [{ by: "browser", origin: null }, "a browser used its secret."],
  [{ by: "url", origin: null }, "its secret was sent in a URL."],
])("tells how a secret was exposed: %j", (after, how) => {
  const actor = { type: "system", id: null, label: "katkey" } as const;
  const sentence = sentenceOf(entryOf({ action: "key.exposed", actor, after }), members);
  expect(`${sentence.who} ${sentence.did}`).toBe(`Katkey marked the key as exposed: ${how}`);
});

it("says which key did it over the REST API", () => {
  const actor = { type: "key", id: "key_2", label: "Deploy bot" } as const;
  expect(sentenceOf(entryOf({ actor }), members).who).toBe("The key “Deploy bot”");
});

it("survives an entry whose fields it does not know", () => {
  expect(told("key.edited", null, { colour: "red" }).details).toEqual(["colour changed"]);
  expect(told("key.rotated", null, null).did).toContain("without an overlap");
  expect(told("key.overlap_ended", null, null).did).toContain("ended the overlap");
});

it("does not spell out fifty networks", () => {
  const addresses = Array.from({ length: 50 }, (_, number) => `10.0.${number}.0/24`);
  const { details } = told("key.edited", { addresses: [] }, { addresses });
  expect(details[0]).toMatch(/^Addresses: added 10\.0\.0\.0\/24, .* and 42 more$/);
});
