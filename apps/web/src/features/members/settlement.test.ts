import { expect, it } from "vitest";
import type { KeyView } from "../../lib/api-types.ts";
import { settlementsOf, summaryOf, type Decisions } from "./settlement.ts";

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
