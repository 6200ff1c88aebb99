import { describe, expect, it, onTestFinished } from "vitest";
import type { ApiKey } from "./api-key.ts";
import { changeRole } from "../organizations/change-role.ts";
import { endOverlap } from "./end-overlap.ts";
import { exposeToken } from "./expose.ts";
import type { KeyId } from "../id.ts";
import { list } from "./list.ts";
import { needReasons, type NeedReason } from "./needs.ts";
import { revoke } from "./revoke.ts";
import { rotate } from "./rotate.ts";
import { createSqliteUsageLog, openDatabase, usageMigrations } from "../sqlite/index.ts";
import { aDesk, aKey, aMember, anOrganization, noon, type Worker } from "../testing/index.ts";
import { aUse } from "../testing/usage-log-contract.ts";
import { whatNeedsYou } from "./what-needs-you.ts";

const day = 24 * 3_600_000;
/** When everything was issued, unless it says otherwise. */
const longAgo = noon - 91 * day;

async function setUp() {
  const desk = aDesk();
  const database = openDatabase({ path: ":memory:", migrations: usageMigrations, now: longAgo });
  const usage = createSqliteUsageLog(database, () => {});
  onTestFinished(() => usage.close());
  const owner = await anOrganization(desk, { plan: "enterprise", now: longAgo });

  const needsOf = async (worker: Worker = owner, now = noon, most = 5) => {
    const needs = await whatNeedsYou({ ...desk, usage }, worker.at(now), most);
    return needs.map(({ reason, count, keys }) => [reason, count, ...keys.map(({ name }) => name)]);
  };
  const used = async ({ id: keyId, organizationId }: ApiKey, publicKeyId: string, at: number) =>
    usage.record(aUse({ organizationId, keyId, publicKeyId, at }));
  /** A key that nobody need think of: in use, for ever, and used today. */
  const aGoodKey = async (name: string, request: Parameters<typeof aKey>[2] = {}, act = owner.act) => {
    const issued = await aKey(desk, act, { name, ...request });
    await used(issued.key, issued.key.secrets[0].publicKeyId, noon - day);
    return issued;
  };
  const exposed = async (token: string, now: number) =>
    exposeToken(desk.store, token, {
      brand: desk.brand,
      exposure: { at: now, by: "browser", origin: null, address: null },
      requestId: "r",
    });
  return { desk, usage, owner, needsOf, used, aGoodKey, exposed };
}

it("asks nothing of an organization in which all is well", async () => {
  const { needsOf, aGoodKey } = await setUp();
  await aGoodKey("Fine", { expiresAt: noon + 14 * day });
  expect(await needsOf()).toEqual([]);
});

describe("keys that expire", () => {
  it("are told from 14 days before, the next first, and no longer once they have", async () => {
    const { needsOf, aGoodKey } = await setUp();
    await aGoodKey("Late", { expiresAt: noon + 14 * day - 1 });
    await aGoodKey("Soon", { expiresAt: noon + 1 });
    await aGoodKey("Over", { expiresAt: noon });
    await aGoodKey("Later", { expiresAt: noon + 14 * day });
    expect(await needsOf()).toEqual([["expiring", 2, "Soon", "Late"]]);
    expect(await needsOf(undefined, noon + 1)).toEqual([["expiring", 2, "Late", "Later"]]);
  });
});

describe("keys that leaked", () => {
  it("are told while the secret that leaked is accepted, the latest leak first", async () => {
    const { desk, owner, needsOf, aGoodKey, exposed } = await setUp();
    const [first, second, ended] = [await aGoodKey("A"), await aGoodKey("B"), await aGoodKey("C")];
    for (const [index, { token }] of [first, second, ended].entries()) await exposed(token, noon - 9 + index);
    await revoke(desk, owner.act, { keyId: ended.key.id, reason: "compromised", text: null });
    expect(await needsOf()).toEqual([["exposed", 2, "B", "A"]]);
    await rotate(desk, owner.at(noon - 1), { keyId: second.key.id, overlapSeconds: 60 });
    expect(await needsOf()).toEqual([["exposed", 2, "B", "A"]]);
    await endOverlap(desk, owner.at(noon), second.key.id);
    expect(await needsOf()).toEqual([["exposed", 1, "A"]]);
  });

  it("are not told a second time for an overlap that ends with the same act", async () => {
    const { desk, owner, needsOf, used, exposed } = await setUp();
    const { key, token } = await aKey(desk, owner.act, { name: "A" });
    await exposed(token, noon - 2 * day);
    const rotation = { keyId: key.id, overlapSeconds: 7 * 86_400 };
    const rotated = await rotate(desk, owner.at(noon - 2 * day), rotation);
    await used(key, rotated.key.secrets[0].publicKeyId, noon);
    expect(await needsOf()).toEqual([["exposed", 1, "A"]]);
  });
});

describe("keys of a member who lost rights", () => {
  it("are told when they were granted more than the role allows now", async () => {
    const { desk, owner, needsOf, aGoodKey } = await setUp();
    const admin = await aMember(desk, owner, "admin");
    await aGoodKey("All", {}, admin.act);
    await aGoodKey("Products", { scopes: ["products:read", "products:write"] }, admin.at(longAgo + 1));
    const { memberId } = admin.act.actor;
    expect(await needsOf()).toEqual([]);
    await changeRole(desk, owner.act, { memberId, role: "member", label: "them" });
    expect(await needsOf()).toEqual([["curtailed", 1, "All"]]);
    await changeRole(desk, owner.act, { memberId, role: "viewer", label: "them" });
    expect(await needsOf()).toEqual([["curtailed", 2, "Products", "All"]]);
  });
});

describe("rotations", () => {
  const hour = 3_600_000;
  const overlapSeconds = 7 * 86_400;

  it("are told once the old secret was silent for a day while the new one is in use", async () => {
    const { desk, owner, needsOf, used, aGoodKey } = await setUp();
    const rotated = async (name: string, at: number) => {
      const { key } = await aGoodKey(name);
      return (await rotate(desk, owner.at(at), { keyId: key.id, overlapSeconds })).key;
    };
    const moved = await rotated("Moved", noon - 30 * hour);
    await used(moved, moved.secrets[0].publicKeyId, noon - hour);
    const other = await rotated("Not moved", noon - 29 * hour);
    await used(other, other.secrets[1]?.publicKeyId ?? "", noon - hour);
    // The old secret's last use was a day before noon.
    expect(await needsOf(undefined, noon - 1)).toEqual([]);
    expect(await needsOf()).toEqual([["safe_to_end", 1, "Moved"]]);
    await endOverlap(desk, owner.at(noon), moved.id);
    expect(await needsOf()).toEqual([]);
  });

  it("are told at once when the old secret was never used, and not when the overlap is over", async () => {
    const { desk, owner, needsOf } = await setUp();
    const { key } = await aKey(desk, owner.at(noon - day), { name: "New" });
    await rotate(desk, owner.at(noon), { keyId: key.id, overlapSeconds: 60 });
    expect(await needsOf()).toEqual([["safe_to_end", 1, "New"]]);
    expect(await needsOf(undefined, noon + 60_000)).toEqual([]);
  });
});

describe("keys that nobody uses", () => {
  it("are told after 90 days without a request, the oldest first, and not before they are as old", async () => {
    const { desk, owner, needsOf, used } = await setUp();
    const keyOf = async (name: string, madeAt: number) => (await aKey(desk, owner.at(madeAt), { name })).key;
    const since = noon - 90 * day;
    await keyOf("Never", since - 2);
    const quiet = await keyOf("Quiet", since - 1);
    await used(quiet, quiet.secrets[0].publicKeyId, since - 1);
    const busy = await keyOf("Busy", since - 1);
    await used(busy, busy.secrets[0].publicKeyId, since);
    await keyOf("Young", since);
    expect(await needsOf()).toEqual([["unused", 2, "Never", "Quiet"]]);
  });

  it("are found among thousands, without holding anybody up", async () => {
    const { desk, owner, needsOf, usage } = await setUp();
    const { key } = await aKey(desk, owner.act, { name: "Key 0" });
    const { organizationId } = key;
    desk.execute(`
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 6000)
      insert into api_key (id, organization_id, name, name_folded, environment, scopes, addresses,
        responsible_member_id, created_at, created_by_type, created_by_label)
      select 'key_00' || (10000 + i), organization_id, 'Key ' || i, 'key ' || i, environment, scopes, addresses,
        responsible_member_id, created_at, 'system', 'test' from api_key, n`);
    desk.execute(`
      insert into key_secret (public_key_id, organization_id, key_id, hash, hint, created_at)
      select 's' || k.id, s.organization_id, k.id, s.hash, s.hint, s.created_at
      from key_secret s, api_key k where k.id <> s.key_id`);
    const usedKeys: KeyId[] = ["key_0010001", "key_0012000", "key_0012001", "key_0016000", key.id];
    for (const keyId of usedKeys) {
      await usage.record(aUse({ organizationId, keyId, publicKeyId: keyId, at: noon }));
    }
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 0);
    expect(await needsOf(owner, noon, 1)).toEqual([["unused", 5_996, "Key 2"]]);
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(0);
  });
});

describe("who is told", () => {
  it("managers of every key, a member of their own, a viewer of none, and nobody of another organization's", async () => {
    const { desk, owner, needsOf, aGoodKey } = await setUp();
    const [admin, member] = [await aMember(desk, owner, "admin"), await aMember(desk, owner, "member")];
    const viewer = await aMember(desk, owner, "viewer");
    const stranger = await anOrganization(desk, { now: longAgo });
    await aGoodKey("The owner's", { expiresAt: noon + day });
    await aGoodKey("The member's", { expiresAt: noon + 2 * day }, member.act);
    await aKey(desk, owner.act, { name: "Idle" });
    await aKey(desk, member.at(longAgo + 1), { name: "Idle, too" });
    for (const manager of [owner, admin]) {
      expect(await needsOf(manager)).toEqual([
        ["expiring", 2, "The owner's", "The member's"],
        ["unused", 2, "Idle", "Idle, too"],
      ]);
    }
    expect(await needsOf(member)).toEqual([
      ["expiring", 1, "The member's"],
      ["unused", 1, "Idle, too"],
    ]);
    expect(await needsOf(viewer)).toEqual([]);
    expect(await needsOf(stranger)).toEqual([]);
  });

  it("is told the most urgent first, of each reason so many, and how many there are", async () => {
    const { needsOf, aGoodKey, exposed, desk, owner } = await setUp();
    for (const hours of [3, 1, 2]) await aGoodKey(`In ${hours}`, { expiresAt: noon + hours });
    await aKey(desk, owner.act, { name: "Idle" });
    await exposed((await aGoodKey("Leaked")).token, noon);
    expect(await needsOf(owner, noon, 2)).toEqual([
      ["exposed", 1, "Leaked"],
      ["expiring", 3, "In 1", "In 2"],
      ["unused", 1, "Idle"],
    ]);
  });

  it("is what the list of keys shows when it is asked for the reason", async () => {
    const { desk, usage, owner, aGoodKey, exposed } = await setUp();
    for (const name of ["One", "Two"]) await aGoodKey(name, { expiresAt: noon + day });
    await aKey(desk, owner.act, { name: "Idle" });
    await exposed((await aGoodKey("Leaked")).token, noon);
    const { key } = await aKey(desk, owner.act, { name: "Rotated" });
    await rotate(desk, owner.at(noon), { keyId: key.id, overlapSeconds: 60 });
    const listed = async (need: NeedReason) => {
      const request = { need, sort: "name", limit: 10 } as const;
      const { items } = await list({ ...desk, usage }, owner.at(noon), request);
      return items.map(({ name }) => name);
    };
    expect(await Promise.all(needReasons.map(listed))).toEqual([
      ["Leaked"],
      [],
      ["One", "Two"],
      ["Rotated"],
      ["Idle", "Rotated"],
    ]);
  });
});
