import { beforeAll, expect, it } from "vitest";
import type { AuditAction, AuditEntry } from "../api/api-types.ts";
import { sentenceOf } from "./audit-words.ts";
import { loadWords } from "../language/i18n.ts";

beforeAll(() => loadWords(["audit"]));

const at = "2026-03-02T12:00:00.000Z";
const members = new Map([
  ["mem_ada", "Ada"],
  ["mem_bob", "Bob"],
]);

function told(action: AuditAction, before: AuditEntry["before"], after: AuditEntry["after"]) {
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
  const after = {
    environment: "live",
    scopes: ["usage:read"],
    addresses: ["10.0.0.0/8"],
    expiresAt: null,
    responsibleMemberId: "mem_ada",
    note: null,
  };
  expect(told("key.issued", null, after)).toEqual({
    who: "ada@example.com",
    did: "issued the live key",
    details: ["Scopes: usage:read", "Expiry: never", "Addresses: 10.0.0.0/8", "Responsible member: Ada"],
  });
});

it.each([
  [24 * 3_600, "rotated the key with an overlap of 24 hours"],
  [7 * 86_400, "rotated the key with an overlap of 7 days"],
  [0, "rotated the key without an overlap: the old secret was refused at once"],
])("tells an overlap of %i seconds", (seconds, did) => {
  const after = { publicKeyId: "b", replacedRetiresAt: Date.parse(at) + seconds * 1_000 };
  const sentence = told("key.rotated", { publicKeyId: "a" }, after);
  expect(sentence.did).toBe(did);
  expect(sentence.details).toEqual(["Public id: a became b"]);
});

it("tells why a key was revoked, and in whose words", () => {
  const { did, details } = told("key.revoked", null, { reason: "compromised", text: "It was in a commit." });
  expect(did).toBe("revoked the key: its secret had leaked, or may have");
  expect(details).toEqual(["“It was in a commit.”"]);
});

it("lists what an edit changed, one line each", () => {
  const before = { name: "Zap", scopes: ["usage:read", "keys:read"], addresses: ["10.0.0.0/8"], note: "x" };
  const after = { name: "Zapier", scopes: ["usage:read", "keys:write"], addresses: [], note: null };
  const { did, details } = told("key.edited", before, after);
  expect(did).toBe("edited the key's name, scopes, addresses and note");
  expect(details).toEqual([
    "Name: “Zap” became “Zapier”",
    "Scopes: added keys:write; removed keys:read",
    "Addresses: any, no longer limited",
    "Note removed",
  ]);
});

it("calls a changed field what people call it", () => {
  const { did, details } = told("key.edited", { expiresAt: null }, { expiresAt: Date.UTC(2027, 1, 19, 9) });
  expect(did).toBe("edited the key's expiry");
  expect(details).toEqual(["Expiry: never became 19 Feb 2027"]);
});

it.each([
  ["mem_ada", "handed the key over from Ada to Bob"],
  ["mem_x", "handed the key over from a member who has left to Bob"],
])("names both members of a hand-over from %s, and needs no more words", (from, did) => {
  const handed = told("key.handed_over", { responsibleMemberId: from }, { responsibleMemberId: "mem_bob" });
  expect(handed).toMatchObject({ did, details: [] });
});

it("calls nobody gone while the members are not known yet", () => {
  const entry = entryOf({ action: "key.handed_over", before: { responsibleMemberId: "mem_ada" } });
  expect(sentenceOf(entry, new Map()).did).not.toContain("left");
});

it.each([
  [{ by: "browser", origin: "https://shop.example" }, "a browser used its secret on https://shop.example"],
  [{ by: "browser", origin: null }, "a browser used its secret"],
  [{ by: "url", origin: null }, "its secret was sent in a URL"],
  [{ by: "report", source: "github commit", url: null }, "its token was found and reported"],
])("tells how a secret was exposed: %j", (after, how) => {
  const actor = { type: "system", id: null, label: "katkey" } as const;
  const sentence = sentenceOf(entryOf({ actor, action: "key.exposed", after }), members);
  expect(`${sentence.who} ${sentence.did}`).toBe(`Katkey marked the key as exposed: ${how}`);
});

it.each(["key.exposed", "key.quarantined", "key.revoked", "key.overlap_ended"] as const)(
  "tells where a token was found: %s",
  (action) => {
    const { details } = told(action, null, { source: "github commit", url: "https://github.com/acme/app" });
    expect(details).toEqual(["Reported from: github commit", "Where: https://github.com/acme/app"]);
  },
);

it("says which key did it over the REST API", () => {
  const actor = { type: "key", id: "key_2", label: "Deploy bot" } as const;
  expect(sentenceOf(entryOf({ actor }), members).who).toBe("The key “Deploy bot”");
});

it("tells a change of role, and leaving from being removed", () => {
  expect(told("member.role_changed", { role: "admin" }, { role: "member" }).did).toBe(
    "changed the role from admin to member",
  );
  const self = { type: "member", id: "mem_1", label: "ada@example.com" } as const;
  expect(sentenceOf(entryOf({ action: "member.removed", object: self }), members).did).toBe("left");
  expect(told("member.removed", { role: "viewer" }, null)).toMatchObject({
    did: "removed the member",
    details: ["Role: viewer"],
  });
});

it("survives an entry whose fields it does not know", () => {
  expect(told("key.edited", null, { colour: "red" }).details).toEqual(["colour changed"]);
  expect(told("key.rotated", null, null).did).toContain("without an overlap");
  expect(told("key.overlap_ended", null, null).details).toEqual([]);
});

it("does not spell out fifty networks", () => {
  const addresses = Array.from({ length: 50 }, (_, number) => `10.0.${number}.0/24`);
  const { details } = told("key.edited", { addresses: [] }, { addresses });
  expect(details[0]).toMatch(/^Addresses: added 10\.0\.0\.0\/24, .* and 42 more$/);
});

it("tells that Katkey closed a month, and what it costs", () => {
  const entry = entryOf({
    action: "statement.closed",
    actor: { type: "system", id: null, label: "katkey" },
    object: { type: "statement", id: "2026-10", label: "2026-10" },
    after: { plan: "standard", requests: 12_345, total: 234, currency: "EUR" },
  });
  expect(sentenceOf(entry, members)).toEqual({
    who: "Katkey",
    did: "closed the month October 2026",
    details: ["Plan: standard", "Requests: 12,345", "Total: EUR 2.34"],
  });
});

it("tells what became of an organization, and that it was the operator", () => {
  const object = { type: "organization", id: "org_1", label: "Acme" } as const;
  const by = (type: "user" | "operator", part: Partial<AuditEntry>) =>
    sentenceOf(
      entryOf({ object, actor: { type, id: "usr_1", label: "olivia@example.com" }, ...part }),
      members,
    );
  const suspended = by("operator", {
    action: "organization.suspended",
    before: { suspendedAt: null, suspensionReason: null },
    after: { suspendedAt: 1, suspensionReason: "Unpaid since May" },
  });
  expect(suspended).toEqual({
    who: "The operator olivia@example.com",
    did: "suspended the organization",
    details: ["“Unpaid since May”"],
  });
  const atShell = { type: "operator", id: null, label: "katkey org resume" } as const;
  const resumed = entryOf({ object, action: "organization.resumed", actor: atShell });
  expect(sentenceOf(resumed, members).who).toBe("The operator (shell: katkey org resume)");
  const ruled = by("user", {
    action: "organization.key_rules_changed",
    before: { maximumLifetimeDays: null, expiryRequired: false, defaultAddresses: [] },
    after: { maximumLifetimeDays: 90, expiryRequired: true, defaultAddresses: ["10.0.0.0/8"] },
  });
  expect(ruled.who).toBe("olivia@example.com");
  expect(ruled.details).toEqual([
    "Maximum lifetime: none became 90 days",
    "Expiry: required",
    "Default addresses: 10.0.0.0/8",
  ]);
});
