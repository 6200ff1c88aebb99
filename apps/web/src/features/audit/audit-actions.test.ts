import { beforeAll, expect, it } from "vitest";
import type { AuditEntry } from "../../lib/api/api-types.ts";
import { sentenceOf } from "../../lib/audit/audit-words.ts";
import { loadWords } from "../../lib/language/i18n.ts";
import { actionGroups, auditActionOf } from "./audit-actions.ts";

const entry: Omit<AuditEntry, "action"> = {
  seq: 1,
  at: "2026-11-21T10:00:00.000Z",
  actor: { type: "user", id: "usr_1", label: "ada@acme.example" },
  object: { type: "key", id: "key_1", label: "Zapier" },
  address: null,
  requestId: null,
  before: null,
  after: null,
  previousHash: "0",
  hash: "1",
};

beforeAll(() => loadWords(["audit"]));

it("offers no action for which the log has no words, even when an entry says nothing more", () => {
  const offered = actionGroups().flatMap(({ items }) => items.map(({ value }) => value));
  for (const value of offered) {
    const action = auditActionOf(value);
    expect(action).toBeDefined();
    if (action !== undefined)
      expect(sentenceOf({ ...entry, action }, new Map()).did).toMatch(/^[a-z].*[a-z?]$/);
  }
});
