import { expect, it } from "vitest";
import type { AuditEntry } from "@katkey/keys";
import { exportHead, exportLines } from "./audit-lines.ts";

const entry: AuditEntry = {
  organizationId: "org_1",
  seq: 2,
  at: Date.UTC(2026, 10, 21, 12),
  actor: { type: "user", id: "usr_1", label: "ann@example.com" },
  action: "key.edited",
  object: { type: "key", id: "key_1", label: '=HYPERLINK("x")' },
  address: "192.0.2.1",
  requestId: null,
  before: { name: "Zap" },
  after: { name: '=HYPERLINK("x")' },
  previousHash: "0".repeat(64),
  hash: "a".repeat(64),
};

it("writes a table that no spreadsheet runs", () => {
  expect(exportHead("csv")).toMatch(/^seq,at,actor_type,.*,previous_hash,hash\r\n$/);
  expect(exportLines("csv", [entry])).toBe(
    `2,2026-11-21T12:00:00.000Z,user,usr_1,ann@example.com,key.edited,key,key_1,"'=HYPERLINK(""x"")",192.0.2.1,,` +
      `"{""name"":""Zap""}","{""name"":""=HYPERLINK(\\""x\\"")""}",${"0".repeat(64)},${"a".repeat(64)}\r\n`,
  );
});

it("writes whole entries, a line of JSON each", () => {
  const odd = { ...entry, seq: 3, after: { name: "two\u2028lines\n" } };
  const lines = exportHead("jsonl") + exportLines("jsonl", [entry, odd]);
  const read = lines.trimEnd().split(/[\n\u2028]/);
  expect(read.map((line) => JSON.parse(line))).toEqual([entry, odd]);
});

it("writes an entry whose time somebody has changed into none", () => {
  expect(exportLines("csv", [{ ...entry, at: 9e15 }])).toMatch(/^2,9000000000000000,user,/);
});
