import { beforeAll, expect, it } from "vitest";
import type { AuditEntry } from "../../../lib/api/api-types.ts";
import { loadWords } from "../../../lib/language/i18n.ts";
import { changesIn } from "./changes-in.ts";

beforeAll(() => loadWords(["audit"]));

const members = new Map([["mem_ada", "Ada"]]);

function told(before: AuditEntry["before"], after: AuditEntry["after"]) {
  const entry: AuditEntry = {
    seq: 1,
    at: "2026-11-21T10:00:00.000Z",
    actor: { type: "user", id: "usr_1", label: "ada@acme.example" },
    action: "key.edited",
    object: { type: "key", id: "key_1", label: "Zapier" },
    address: null,
    requestId: null,
    before,
    after,
    previousHash: "0",
    hash: "1",
  };
  return changesIn(entry, members).map(({ label, before, after, list }) => [label, list ?? [before, after]]);
}

it("tells whose entries were taken out, also where they have no id", () => {
  expect(told(null, { actorId: null, actorType: "operator" })).toEqual([["Who", [null, "The shell"]]]);
  expect(told(null, { actorId: null, actorType: "system" })).toEqual([["Who", [null, "Katkey itself"]]]);
});

it("tells what each field was and became, in words", () => {
  const before = {
    name: "Zap",
    note: null,
    expiresAt: null,
    responsibleMemberId: "mem_gone",
    apiAccess: true,
  };
  const after = {
    name: "Zapier",
    note: "for orders",
    expiresAt: Date.UTC(2027, 0, 2),
    responsibleMemberId: "mem_ada",
    apiAccess: false,
  };
  expect(told(before, after)).toEqual([
    ["Name", ["Zap", "Zapier"]],
    ["Note", ["none", "for orders"]],
    ["Expiry", ["never", expect.stringMatching(/^2 Jan 2027/)]],
    ["Responsible member", ["a member who has left", "Ada"]],
    ["API access", ["on", "off"]],
  ]);
});

it("compares lists item by item", () => {
  const before = { scopes: ["usage:read", "keys:read"], addresses: ["10.0.0.0/8"] };
  const after = { scopes: ["usage:read", "keys:write"], addresses: ["10.0.0.0/8", "::1/128"] };
  expect(told(before, after)).toEqual([
    ["Scopes", { kept: ["usage:read"], removed: ["keys:read"], added: ["keys:write"] }],
    ["Addresses", { kept: ["10.0.0.0/8"], removed: [], added: ["::1/128"] }],
  ]);
});

it("says what an empty list means, and shows another order as one", () => {
  expect(
    told({ addresses: ["10.0.0.0/8"], scopes: ["a", "b"] }, { addresses: [], scopes: ["b", "a"] }),
  ).toEqual([
    ["Addresses", ["10.0.0.0/8", "any address"]],
    ["Scopes", ["a, b", "b, a"]],
  ]);
});

it("tells what something new has, and what something that ended had, without what it never had", () => {
  const made = { environment: "live", scopes: ["usage:read"], note: null, role: "admin" };
  expect(told(null, made)).toEqual([
    ["Environment", [null, "live"]],
    ["Scopes", { kept: ["usage:read"], removed: [], added: [] }],
    ["Role", [null, "admin"]],
  ]);
  expect(told({ role: "viewer" }, null)).toEqual([["Role", ["viewer", null]]]);
  expect(told(null, null)).toEqual([]);
});

it("tells what an export of keys was asked for", () => {
  const asked = {
    search: "zap",
    status: "in_use",
    need: "safe_to_end",
    expiresInDays: 14,
    sort: "-expiresAt",
  };
  expect(told(null, { format: "csv", ...asked, neverUsed: true })).toEqual([
    ["Format", [null, "CSV"]],
    ["Searched for", [null, "zap"]],
    ["Status", [null, "in use"]],
    ["Needs attention", [null, "rotation safe to end"]],
    ["Expires within", [null, "14 days"]],
    ["Order", [null, "last to expire first"]],
    ["Never used", [null, "yes"]],
  ]);
});

it("tells amounts, durations and reasons, and what nobody has foreseen as it is", () => {
  const after = {
    total: 260,
    currency: "EUR",
    maximumLifetimeDays: 90,
    reason: "compromised",
    depth: { a: [1] },
  };
  expect(told({ maximumLifetimeDays: null }, after)).toEqual([
    ["Maximum lifetime", ["none", "90 days"]],
    ["Total", [null, "EUR 2.60"]],
    ["Currency", [null, "EUR"]],
    ["Reason", [null, "its secret had leaked, or may have"]],
    ["depth", [null, '{"a":[1]}']],
  ]);
});
