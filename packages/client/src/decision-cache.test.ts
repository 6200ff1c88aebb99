import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { cacheNameOf, createDecisionCache } from "./decision-cache.ts";
import type { AskedAdmitted } from "./decision.ts";
import { katkeyIn } from "./katkey-in.ts";
import type { CacheOptions } from "./options.ts";
import {
  admitted,
  answering,
  aServiceToken,
  aStub,
  aToken,
  refused,
  type Behaviour,
} from "./testing/stub.ts";

async function aPair(cache: CacheOptions | undefined, ...behaviours: readonly Behaviour[]) {
  const stub = await aStub(...behaviours);
  let time = 1_000;
  const surroundings = { now: () => time, random: () => 0 };
  const katkey = katkeyIn(surroundings, { url: stub.url, serviceToken: aServiceToken, cache });
  return { stub, katkey, advance: (milliseconds: number) => void (time += milliseconds) };
}

const twoSeconds = { maxStaleMilliseconds: 2_000, maxEntries: 100 };
const question = { token: aToken };

it("is off unless it is asked for", async () => {
  const { stub, katkey } = await aPair(undefined);
  await katkey.verify(question);
  await katkey.verify(question);
  expect(stub.calls).toHaveLength(2);
});

describe("a remembered answer", () => {
  it("is given without asking, says so, and says nothing of the limit", async () => {
    const { stub, katkey, advance } = await aPair(twoSeconds);
    const first = await katkey.verify(question);
    advance(500);
    const second = await katkey.verify(question);
    expect(first).toMatchObject({ valid: true, remembered: false, limit: { remaining: 99 } });
    expect(second).toMatchObject({
      valid: true,
      remembered: true,
      ageMilliseconds: 500,
      limit: null,
      headers: {},
    });
    expect(stub.calls).toHaveLength(1);
  });

  it("is given until it is as old as the bound, and not a millisecond longer", async () => {
    const { stub, katkey, advance } = await aPair(twoSeconds);
    await katkey.verify(question);
    advance(1_999);
    expect(await katkey.verify(question)).toMatchObject({ remembered: true });
    advance(1);
    expect(await katkey.verify(question)).toMatchObject({ remembered: false });
    expect(stub.calls).toHaveLength(2);
  });

  it("is as old as the question, not as its answer", async () => {
    const { stub, katkey, advance } = await aPair(twoSeconds, (response, call, request) => {
      advance(1_500);
      answering(admitted())(response, call, request);
    });
    await katkey.verify(question);
    advance(499);
    expect(await katkey.verify(question)).toMatchObject({ remembered: true, ageMilliseconds: 1_999 });
    advance(1);
    await katkey.verify(question);
    expect(stub.calls).toHaveLength(2);
  });

  it("is not made younger by being used", async () => {
    const { stub, katkey, advance } = await aPair(twoSeconds);
    for (let step = 0; step < 5; step += 1) {
      await katkey.verify(question);
      advance(500);
    }
    expect(stub.calls).toHaveLength(2);
  });

  it.each([
    ["another token", { token: `${aToken}x` }],
    ["another scope", { scopes: ["orders:read"] }],
    ["another address", { address: "203.0.113.7" }],
  ])("is none for %s", async (_, other) => {
    const { stub, katkey } = await aPair(twoSeconds);
    await katkey.verify(question);
    await katkey.verify({ ...question, ...other });
    expect(stub.calls).toHaveLength(2);
  });

  it.each([
    ["another route, method and program", { route: "/a", method: "PUT", userAgent: "b" }],
    ["another id", { requestId: "abc" }],
    ["a check that costs nothing", { cost: 0 }],
  ])("is one for %s", async (_, other) => {
    const { stub, katkey } = await aPair(twoSeconds);
    await katkey.verify(question);
    expect(await katkey.verify({ ...question, ...other })).toMatchObject({ remembered: true });
    expect(stub.calls).toHaveLength(1);
  });

  it.each([1, 2, 1000])("is none for a request whose cost is named: %d", async (cost) => {
    const { stub, katkey } = await aPair(twoSeconds);
    await katkey.verify(question);
    await katkey.verify({ ...question, cost });
    expect(stub.calls).toHaveLength(2);
  });

  it("is none for a batch, and none for whoever wants to ask", async () => {
    const { stub, katkey } = await aPair(
      twoSeconds,
      answering(admitted()),
      answering({ answers: [admitted()] }),
    );
    await katkey.verify(question);
    await katkey.verifyBatch([question]);
    stub.behave(answering(admitted()));
    await katkey.verify(question, { cache: "skip" });
    expect(stub.calls).toHaveLength(3);
  });

  it("cannot be changed by one of those who get it", async () => {
    const { katkey } = await aPair(twoSeconds);
    const first = await katkey.verify(question);
    const change = () => Object.assign(first.principal?.key ?? {}, { name: "Other" });
    expect(change).toThrow(TypeError);
  });
});

describe("what is not remembered", () => {
  it("is a refusal", async () => {
    const { stub, katkey } = await aPair(twoSeconds, answering(refused("invalid_token")));
    await katkey.verify(question);
    await katkey.verify(question);
    expect(stub.calls).toHaveLength(2);
  });

  it("is an answer that a later refusal overrules", async () => {
    const yes = answering(admitted());
    const { stub, katkey } = await aPair(twoSeconds, yes, answering(refused("key_revoked")), yes);
    await katkey.verify(question);
    await katkey.verify({ ...question, cost: 1 });
    expect(await katkey.verify(question)).toMatchObject({ remembered: false });
    expect(stub.calls).toHaveLength(3);
  });

  it("is anything from before it was cleared, on its way or arrived", async () => {
    const { stub, katkey } = await aPair(twoSeconds, (response, call, request) => {
      katkey.clearCache();
      answering(admitted())(response, call, request);
    });
    await katkey.verify(question);
    await katkey.verify(question);
    expect(stub.calls).toHaveLength(2);
    stub.behave(answering(admitted()));
    await katkey.verify(question);
    katkey.clearCache();
    await katkey.verify(question);
    expect(stub.calls).toHaveLength(4);
  });
});

describe("the memory", () => {
  const decision = { valid: true } as AskedAdmitted;

  it("is bounded, and lets go of what was not used for longest", () => {
    const cache = createDecisionCache({ maxStaleMilliseconds: 1_000, maxEntries: 3 }, () => 0);
    const asked = { at: 0, generation: 0 };
    for (const name of ["a", "b", "c"]) cache.remember(name, decision, asked);
    cache.find("a");
    cache.remember("d", decision, asked);
    expect(["a", "b", "c", "d"].filter((name) => cache.find(name) !== null)).toEqual(["a", "c", "d"]);
  });

  it("holds no token, and tells every question apart", async () => {
    const named = { token: aToken, scopes: ["a:read", "b:read"], address: "::1" };
    const name = await cacheNameOf(named);
    expect(name).not.toContain(aToken.slice(-20));
    expect(name).toBe(await cacheNameOf({ ...named, scopes: ["b:read", "a:read"] }));
    const others = [
      { ...named, token: `${aToken}x` },
      { ...named, scopes: ["a:read"] },
      { ...named, scopes: ["a:read,b:read"] },
      { ...named, address: "::2" },
      { ...named, address: null },
    ];
    const names = await Promise.all(others.map(cacheNameOf));
    expect(new Set([name, ...names]).size).toBe(6);
    expect(inspect(names)).not.toContain("dddd");
  });
});
