import { expect, it } from "vitest";
import { aUse } from "../../testing/usage-log-contract.ts";
import { createHeldUses } from "./held-uses.ts";

const tooMany = { kinds: 5, withAddress: 3 };

it("adds up what counts in the same places, and keeps apart what does not", () => {
  const held = createHeldUses();
  for (const use of [
    aUse(),
    aUse({ at: aUse().at + 5 }),
    aUse({ status: 404 }),
    aUse({ publicKeyId: "p2" }),
  ]) {
    held.add(use);
  }
  expect(held.some(10)).toEqual([
    aUse({ at: aUse().at + 5, requests: 2 }),
    aUse({ status: 404 }),
    aUse({ publicKeyId: "p2" }),
  ]);
  expect(held.count()).toBe(4);
});

it("tells only so many clients apart, and counts them all", () => {
  const held = createHeldUses(tooMany);
  for (let n = 0; n < 50; n += 1) held.add(aUse({ address: `192.0.2.${n}` }));
  expect(held.some(10).map(({ address, requests }) => [address, requests])).toEqual([
    ["192.0.2.0", 1],
    ["192.0.2.1", 1],
    ["192.0.2.2", 1],
    ["", 47],
  ]);
  expect([held.count(), held.isFull()]).toEqual([50, false]);
});

it("is full when it has to tell too many apart, and no more once some are written", () => {
  const held = createHeldUses(tooMany);
  for (let n = 0; n < 5; n += 1) held.add(aUse({ publicKeyId: `p${n}` }));
  expect(held.isFull()).toBe(true);
  held.forget(held.some(2));
  expect([held.count(), held.isFull()]).toEqual([3, false]);
});
