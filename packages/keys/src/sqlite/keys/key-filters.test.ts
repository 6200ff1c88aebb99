import { describe, expect, it } from "vitest";
import { edit } from "../../keys/edit.ts";
import { endOverlap } from "../../keys/end-overlap.ts";
import { list } from "../../keys/list.ts";
import { revoke } from "../../keys/revoke.ts";
import { rotate } from "../../keys/rotate.ts";
import type { KeyId } from "../../id.ts";
import { aDesk, aKey, anOrganization, noon } from "../../testing/index.ts";
import { aUse } from "../../testing/usage-log-contract.ts";

async function setUp() {
  const desk = aDesk();
  const owner = await anOrganization(desk);
  const find = async (query: object, act = owner.act) => {
    const page = await desk.store.listKeys(act.organizationId, { limit: 10, now: noon + 2, ...query });
    return page.items.map(({ name }) => name);
  };
  return { desk, owner, find };
}

describe("searching keys", () => {
  it.each([
    ["in another case", "ÉTÉ"],
    ["in another case", "été"],
    ["decomposed", "e\u0301te\u0301"],
    ["with what nobody sees", "ÉT\u200bÉ"],
    ["of the end of a word", "ΟΔΟΣ"],
    ["with a wildcard, taken literally", "100%_\\"],
    ["of an apostrophe", "l'"],
  ])("finds a part of a note or a name %s: %s", async (_how, search) => {
    const { desk, owner, find } = await setUp();
    const text = "Vendus l'ÉTÉ, οδοσαξονασ, 100%_\\ sûr";
    await aKey(desk, owner.act, { name: "Noted", note: text });
    await aKey(desk, owner.act, { name: text, note: null });
    await aKey(desk, owner.act, { name: "Other", note: "100 percent, ete" });
    expect((await find({ search })).toSorted()).toEqual(["Noted", text]);
  });

  it("finds a secret's own id and hint, whole, and no other organization's", async () => {
    const { desk, owner, find } = await setUp();
    const stranger = await anOrganization(desk);
    const { key } = await aKey(desk, owner.act, { name: "Mine" });
    const [{ publicKeyId, hint }] = key.secrets;
    for (const search of [publicKeyId, hint, key.id]) {
      expect(await find({ search })).toEqual(["Mine"]);
      expect(await find({ search }, stranger.act)).toEqual([]);
      expect(await find({ search: search.slice(0, -1) })).toEqual([]);
    }
  });
});

describe("searching notes", () => {
  it("finds what a note says now, and not what it said before", async () => {
    const { desk, owner, find } = await setUp();
    const { key } = await aKey(desk, owner.act, { name: "Shop", note: "runs in København" });
    expect(await find({ search: "KØBENHAVN" })).toEqual(["Shop"]);
    await edit(desk, owner.act, { keyId: key.id, note: "runs in Århus" });
    expect(await find({ search: "københavn" })).toEqual([]);
    expect(await find({ search: "århus" })).toEqual(["Shop"]);
    await edit(desk, owner.act, { keyId: key.id, note: null });
    expect(await find({ search: "århus" })).toEqual([]);
  });
});

describe("keys by status", () => {
  it("are rotating while the overlap runs, and active again when it is over or was ended", async () => {
    const { desk, owner, find } = await setUp();
    const { key } = await aKey(desk, owner.act, { name: "Shop" });
    await rotate(desk, owner.at(noon + 1), { keyId: key.id, overlapSeconds: 60 });
    expect(await find({ status: "rotating" })).toEqual(["Shop"]);
    expect(await find({ status: "active" })).toEqual([]);
    expect(await find({ status: "active", now: noon + 60_001 })).toEqual(["Shop"]);

    desk.execute(`update key_secret set retired_at = ${noon + 2} where retires_at is not null`);
    expect(await find({ status: "rotating" })).toEqual([]);
    expect(await find({ status: "active" })).toEqual(["Shop"]);
  });
});

describe("keys in use", () => {
  it("are the active and the rotating ones", async () => {
    const { desk, owner, find } = await setUp();
    await aKey(desk, owner.act, { name: "Expired", expiresAt: noon + 1 });
    const { key: rotating } = await aKey(desk, owner.act, { name: "Rotating" });
    await rotate(desk, owner.at(noon + 1), { keyId: rotating.id, overlapSeconds: 60 });
    const { key: revoked } = await aKey(desk, owner.act, { name: "Revoked" });
    await revoke(desk, owner.act, { keyId: revoked.id, reason: "unused", text: null });
    await aKey(desk, owner.act, { name: "Active" });
    expect((await find({ status: "in_use" })).toSorted()).toEqual(["Active", "Rotating"]);
  });
});

describe("keys by scope", () => {
  it("are those that were granted it, and not those with a longer one", async () => {
    const { desk, owner, find } = await setUp();
    await aKey(desk, owner.act, { name: "Reads", scopes: ["products:read", "usage:read"] });
    await aKey(desk, owner.act, { name: "Writes", scopes: ["products:write"] });
    expect(await find({ scope: "products:read" })).toEqual(["Reads"]);
    expect(await find({ scope: "products:write" })).toEqual(["Writes"]);
    expect(await find({ scope: "billing:read" })).toEqual([]);
  });
});

describe("exposed keys", () => {
  it("are those of which a leaked secret is still accepted", async () => {
    const { desk, owner, find } = await setUp();
    await aKey(desk, owner.act, { name: "Kept" });
    const { key } = await aKey(desk, owner.act, { name: "Leaked" });
    const [{ publicKeyId }] = key.secrets;
    desk.execute(`update key_secret set exposed_at = ${noon} where public_key_id = '${publicKeyId}'`);
    expect(await find({ exposed: true })).toEqual(["Leaked"]);
    await rotate(desk, owner.at(noon + 1), { keyId: key.id, overlapSeconds: 60 });
    expect(await find({ exposed: true })).toEqual(["Leaked"]);
    await endOverlap(desk, owner.at(noon + 2), key.id);
    expect(await find({ exposed: true })).toEqual([]);
  });
});

describe("expiring keys", () => {
  it("are those in use whose time is over before so many days are", async () => {
    const { desk, owner } = await setUp();
    const day = 24 * 60 * 60 * 1_000;
    await aKey(desk, owner.act, { name: "Expired", expiresAt: noon + 1 });
    await aKey(desk, owner.act, { name: "Soon", expiresAt: noon + 14 * day });
    await aKey(desk, owner.act, { name: "Later", expiresAt: noon + 15 * day });
    await aKey(desk, owner.act, { name: "Never" });
    const find = async (expiresInDays: number) => {
      const page = await list(desk, owner.at(noon + 1), { expiresInDays, limit: 10 });
      return page.items.map(({ name }) => name);
    };
    expect(await find(14)).toEqual(["Soon"]);
    expect(await find(13)).toEqual([]);
    expect((await find(15)).toSorted()).toEqual(["Later", "Soon"]);
  });
});

describe("keys that were never used", () => {
  it("are those of which no secret was, the one before a rotation included", async () => {
    const { desk, owner } = await setUp();
    const { organizationId } = owner.act;
    const use = (publicKeyId: string, keyId: KeyId) =>
      desk.usage.record({ ...aUse(), organizationId, publicKeyId, keyId });
    const { key: used } = await aKey(desk, owner.act, { name: "Used" });
    const { key: rotated } = await aKey(desk, owner.act, { name: "Rotated" });
    await aKey(desk, owner.act, { name: "Unused" });
    await use(used.secrets[0].publicKeyId, used.id);
    await use(rotated.secrets[0].publicKeyId, rotated.id);
    await rotate(desk, owner.at(noon + 1), { keyId: rotated.id, overlapSeconds: 0 });
    const stranger = await anOrganization(desk);
    await aKey(desk, stranger.act, { name: "Elsewhere" });
    const find = async (act = owner.act) =>
      (await list(desk, act, { neverUsed: true, limit: 10 })).items.map(({ name }) => name);
    expect(await find()).toEqual(["Unused"]);
    expect(await find(stranger.act)).toEqual(["Elsewhere"]);
  });
});
