import { expect, it } from "vitest";
import { auditFilterOf, auditSearchOf, isFiltered } from "./audit-search.ts";

it("keeps what is a filter, and asks the server for it", () => {
  const search = auditSearchOf({
    action: "key.revoked",
    actor: "usr_1",
    object: "key_2",
    from: "2026-11-01",
    to: "2026-11-02",
    entry: 7,
  });
  expect(auditFilterOf(search)).toEqual({
    action: "key.revoked",
    actor: "usr_1",
    objectId: "key_2",
    range: { from: "2026-11-01", to: "2026-11-03T00:00:00.000Z" },
  });
  expect([search.entry, isFiltered(search)]).toEqual([7, true]);
});

it("asks for what Katkey did itself or was done at its shell, and for a look back instead of days", () => {
  expect(auditFilterOf(auditSearchOf({ actor: "katkey", range: "7d", from: "2026-11-01" }))).toEqual({
    actor: "katkey",
    range: "7d",
  });
  expect(auditFilterOf(auditSearchOf({ actor: "shell" }))).toEqual({ actor: "shell" });
  expect(auditFilterOf(auditSearchOf({ to: "2026-11-01" }))).toEqual({
    range: { to: "2026-11-02T00:00:00.000Z" },
  });
});

it.each([
  { action: "key.forgotten" },
  { actor: "system" },
  { actor: "<b>" },
  { object: 12 },
  { range: "1y" },
  { from: "2026-02-30" },
  { from: "2026-11-02", to: "2026-11-01" },
  { entry: "first" },
  { entry: -1 },
  { entry: true },
])("drops %j", (search) => {
  expect(Object.values(auditSearchOf(search)).filter((value) => value !== undefined)).toEqual([]);
  expect(isFiltered(auditSearchOf(search))).toBe(false);
});
