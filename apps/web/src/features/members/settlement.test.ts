import { beforeAll, expect, it } from "vitest";
import type { KeyView, Member } from "../../lib/api/api-types.ts";
import { loadWords } from "../../lib/language/i18n.ts";
import { heirOf, settlementsOf, summaryOf, type Decisions } from "./settlement.ts";

beforeAll(() => loadWords(["members"]));

const keys = [{ id: "key_1" }, { id: "key_2" }] as unknown as readonly KeyView[];

it("is complete only when every key is decided about", () => {
  const one: Decisions = new Map([["key_1", { action: "revoke" }]]);
  expect(settlementsOf(keys, one)).toBeNull();

  const both: Decisions = new Map([...one, ["key_2", { action: "hand_over", to: "mem_2" }]]);
  expect(settlementsOf(keys, both)).toEqual([
    { keyId: "key_1", action: "revoke" },
    { keyId: "key_2", action: "hand_over", to: "mem_2" },
  ]);
});

it("forgets a decision about a key that is gone", () => {
  const decisions: Decisions = new Map([["key_9", { action: "revoke" }]]);
  expect(settlementsOf([], decisions)).toEqual([]);
});

it("says beforehand what confirming does", () => {
  const decisions: Decisions = new Map([["key_1", { action: "revoke" }]]);
  expect(summaryOf(keys, decisions)).toBe("1 key revoked at once and for good, 1 key to decide about.");
});

it("knows to whom a key goes, if to anybody", () => {
  const heirs = [{ id: "mem_2", role: "admin" }] as unknown as readonly Member[];
  expect(heirOf({ action: "hand_over", to: "mem_2" }, heirs)).toBe(heirs[0]);
  expect(heirOf({ action: "hand_over", to: "mem_3" }, heirs)).toBeNull();
  expect(heirOf({ action: "revoke" }, heirs)).toBeNull();
  expect(heirOf(null, heirs)).toBeNull();
});

it("does not begin what the server would refuse: more than 200 at once", () => {
  const many = Array.from({ length: 201 }, (_, id) => ({ id: `key_${id}` })) as unknown as readonly KeyView[];
  const decisions: Decisions = new Map(many.map(({ id }) => [id, { action: "revoke" }]));
  expect(settlementsOf(many, decisions)).toBeNull();
  expect(settlementsOf(many.slice(1), decisions)).toHaveLength(200);
});
