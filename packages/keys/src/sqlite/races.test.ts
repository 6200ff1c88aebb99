import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeLeakPolicy } from "../organizations/change-leak-policy.ts";
import { statusOf } from "../keys/api-key.ts";
import { isRetired } from "../keys/secret.ts";
import { findKey } from "../keys/key-authority.ts";
import { list } from "../keys/list.ts";
import {
  aKey,
  aMember,
  anApp,
  anApprovedApp,
  anOperator,
  anOrganization,
  noon,
  openDesk,
  type TestDesk,
  type Worker,
} from "../testing/index.ts";
import { connectApp } from "../grants/connect-app.ts";
import { installation } from "../audit/audit.ts";
import { issueServiceToken } from "../service-tokens/issue-service-token.ts";
import { listServiceTokens } from "../service-tokens/list-service-tokens.ts";
import { revokeServiceToken } from "../service-tokens/revoke-service-token.ts";
import { verifyServiceToken } from "../service-tokens/verify-service-token.ts";
import type { RaceOrder } from "../testing/race-process.ts";

const program = new URL("../testing/race-process.ts", import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "katkey-"));
const path = join(folder, "katkey.db");
let desk: TestDesk;
let processes: readonly ChildProcess[] = [];

beforeAll(() => {
  desk = openDesk(path);
  processes = [1, 2].map(() => fork(program, { execArgv: ["--disable-warning=ExperimentalWarning"] }));
});

afterAll(() => {
  for (const child of processes) child.kill();
  desk.close();
  rmSync(folder, { recursive: true });
});

/** Gives each process its order at the same moment; the outcomes of all. */
async function race(...orders: readonly Omit<RaceOrder, "path">[]): Promise<readonly string[]> {
  const answers = orders.map(async (order, i) => {
    const child = processes[i];
    if (child === undefined) throw new Error("more orders than processes");
    const answer = once(child, "message");
    child.send({ ...order, path });
    const [outcomes]: string[][] = await answer;
    return outcomes ?? [];
  });
  return (await Promise.all(answers)).flat();
}

const times = (outcomes: readonly string[], wanted: string) => outcomes.filter((o) => o === wanted).length;
const verdict = async (organizationId: `org_${string}`) => desk.audit.verify(organizationId);

const demoting = (by: Worker, who: Worker) =>
  ({ act: by.act, verb: "demote", memberId: who.act.actor.memberId, times: 2 }) as const;

describe("two processes on one file", () => {
  it("never issue a sixth of five keys: 20 at once, 25 rounds", async () => {
    for (let round = 0; round < 25; round += 1) {
      const { act } = await anOrganization(desk);
      for (let i = 0; i < 4; i += 1) await aKey(desk, act);
      const order = { act, verb: "issue", times: 10 } as const;
      const outcomes = await race(order, order);
      expect(times(outcomes, "done")).toBe(1);
      expect(times(outcomes, "key_limit_reached")).toBe(19);
      expect((await list(desk, act, { limit: 10, status: "active" })).items).toHaveLength(5);
      expect(await verdict(act.organizationId)).toMatchObject({ intact: true, entries: 6 });
    }
  });

  it("rotating and revoking one key leave it revoked, with every secret over, and one entry for each that won", async () => {
    for (let round = 0; round < 25; round += 1) {
      const { act } = await anOrganization(desk);
      const { key } = await aKey(desk, act);
      const order = { act: { ...act, now: noon + 1 }, keyId: key.id, times: 3 } as const;
      const outcomes = await race({ ...order, verb: "rotate" }, { ...order, verb: "revoke" });
      const end = await findKey(desk, act, key.id);
      expect(statusOf(end, noon + 1)).toBe("revoked");
      const done = times(outcomes, "done");
      expect(end.secrets).toHaveLength(done);
      expect(times(outcomes, "rotation_conflict") + times(outcomes, "key_already_revoked")).toBe(6 - done);
      expect(await verdict(act.organizationId)).toMatchObject({ intact: true, entries: 2 + done });
    }
  });

  it("rotating one key leave one current secret and two usable ones at the most", async () => {
    for (let round = 0; round < 25; round += 1) {
      const { act } = await anOrganization(desk);
      const { key } = await aKey(desk, act);
      const order = { act: { ...act, now: noon + 1 }, verb: "rotate", keyId: key.id, times: 5 } as const;
      const outcomes = await race(order, order);
      const { secrets } = await findKey(desk, act, key.id);
      expect(secrets.filter(({ retiresAt }) => retiresAt === null)).toHaveLength(1);
      expect(secrets.filter((secret) => !isRetired(secret, noon + 1)).length).toBeLessThanOrEqual(2);
      expect(times(outcomes, "done") + times(outcomes, "rotation_conflict")).toBe(10);
      expect(secrets).toHaveLength(1 + times(outcomes, "done"));
    }
  });

  it("hearing of the same leak do one thing about it by the policy, with one entry, and a release stays one", async () => {
    for (const leakPolicy of ["mark", "quarantine", "revoke"] as const) {
      for (let round = 0; round < 8; round += 1) {
        const { act } = await anOrganization(desk);
        await changeLeakPolicy(desk, act, { leakPolicy });
        const { key, token } = await aKey(desk, act);
        const order = { act: { ...act, now: noon + 1 }, keyId: key.id, token, times: 5 } as const;
        const outcomes = await race({ ...order, verb: "reportLeak" }, { ...order, verb: "reportLeak" });
        expect(times(outcomes, "done")).toBe(1);
        // Made, issued, and, where it is not the default, settled.
        const before = leakPolicy === "quarantine" ? 2 : 3;
        expect(await verdict(act.organizationId)).toMatchObject({ intact: true, entries: before + 1 });
        if (leakPolicy !== "quarantine") continue;
        const released = await race({ ...order, verb: "release" }, { ...order, verb: "reportLeak" });
        expect(times(released, "done")).toBe(1);
        const [secret] = (await findKey(desk, act, key.id)).secrets;
        expect(secret.quarantine).toEqual({ at: noon + 1, releasedAt: noon + 1 });
      }
    }
  });

  it("asked for one thing with one claim do it once: 20 at once, 25 rounds", async () => {
    const { act } = await anOrganization(desk, { plan: "enterprise" });
    for (let round = 1; round <= 25; round += 1) {
      const claim = { id: `claim ${round}`, fingerprint: "the same" };
      const order = { act: { ...act, claim }, verb: "issue", times: 10 } as const;
      const outcomes = await race(order, order);
      expect(times(outcomes, "done")).toBe(1);
      expect(times(outcomes, "idempotency_in_progress")).toBe(19);
      expect(await desk.store.countInUse(act.organizationId, noon)).toBe(round);
      expect(await verdict(act.organizationId)).toMatchObject({ intact: true, entries: 1 + round });
    }
  });

  it("changing one organization change it once for each that won, and tell the others", async () => {
    for (let round = 0; round < 25; round += 1) {
      const owner = await anOrganization(desk);
      const order = { act: owner.act, operator: anOperator(desk, owner), verb: "limit", times: 5 } as const;
      const outcomes = await race(order, order);
      const done = times(outcomes, "done");
      expect(done + times(outcomes, "organization_changed")).toBe(10);
      const { organizationId } = owner.act;
      expect(await desk.tenancy.findOrganization(organizationId)).toMatchObject({ revision: done });
      expect(await verdict(organizationId)).toMatchObject({ intact: true, entries: 1 + done });
    }
  });

  it("rotating and revoking one service token leave it revoked, with one current secret and one entry for each that won", async () => {
    const owner = await anOrganization(desk);
    const operator = anOperator(desk, owner);
    for (let round = 0; round < 10; round += 1) {
      const before = await desk.audit.verify(installation);
      const request = { name: `Service ${round}`, organizations: null, expiresAt: null };
      const { record, token } = await issueServiceToken(desk, operator, request);
      const at = { ...operator, now: noon + 1 };
      const order = {
        act: owner.act,
        operator: at,
        serviceTokenId: record.id,
        verb: "rotateService",
      } as const;
      const rotated = await race({ ...order, times: 5 }, { ...order, times: 5 });
      expect(times(rotated, "done") + times(rotated, "rotation_conflict")).toBe(10);
      const accepted = await desk.serviceTokens.find(record.id);
      expect(accepted?.secrets.filter(({ retiresAt }) => retiresAt === null)).toHaveLength(1);
      const ended = await race({ ...order, times: 3 }, { ...order, verb: "revokeService", times: 3 });
      const done = times([...rotated, ...ended], "done");
      const verdictNow = await verifyServiceToken(desk.serviceTokens, token, { brand: "kat", now: noon + 1 });
      expect(verdictNow).toEqual({ valid: false, reason: "revoked", at: noon + 1 });
      const after = await desk.audit.verify(installation);
      expect(before.intact && after.intact && after.entries - before.entries).toBe(1 + done);
    }
  });

  it("never issue a hundred and first service token", async () => {
    const owner = await anOrganization(desk);
    const operator = anOperator(desk, owner);
    for (let i = 0; i < 95; i += 1) {
      await issueServiceToken(desk, operator, { name: `Many ${i}`, organizations: null, expiresAt: null });
    }
    const order = { act: owner.act, operator, verb: "issueService", times: 10 } as const;
    const outcomes = await race(order, order);
    expect(times(outcomes, "done")).toBe(5);
    expect(times(outcomes, "service_token_limit_reached")).toBe(15);
    const { items } = await listServiceTokens(desk, { limit: 101, inUse: true, now: noon });
    for (const { id } of items) await revokeServiceToken(desk, operator, id);
  });

  it("connecting and disabling one app leave it disabled, with no live grant and one entry for each that won", async () => {
    for (let round = 0; round < 15; round += 1) {
      const [builder, customer] = [await anOrganization(desk), await anOrganization(desk)];
      const { app } = await anApprovedApp(desk, builder);
      const order = { appId: app.id, times: 4 } as const;
      const outcomes = await race(
        { ...order, act: customer.act, verb: "connect" },
        { ...order, act: builder.act, verb: "disableApp", times: 1 },
      );
      expect(times(outcomes, "done") + times(outcomes, "app_disabled")).toBe(5);
      const { organizationId } = customer.act;
      expect(await desk.grants.listLiveOf(app.id, organizationId)).toEqual([]);
      const given = await desk.grants.list(organizationId);
      expect(given.length).toBeLessThanOrEqual(1);
      // The first connects, one more widens; the others find all of it there.
      const entries = 1 + (given[0]?.grant.scopes.length ?? 0);
      expect(await verdict(organizationId)).toMatchObject({ intact: true, entries });
    }
  });

  it("connecting one app with half of its scopes each give one grant that has both", async () => {
    for (let round = 0; round < 15; round += 1) {
      const customer = await anOrganization(desk);
      const { app } = await anApprovedApp(desk, await anOrganization(desk));
      const order = { act: customer.act, appId: app.id, verb: "connect", times: 2 } as const;
      expect(times(await race(order, order), "done")).toBe(4);
      const given = await desk.grants.list(customer.act.organizationId);
      expect(given.map(({ grant, live }) => [grant.scopes, live])).toEqual([
        [["products:read", "keys:read"], true],
      ]);
      const { organizationId } = customer.act;
      expect(await verdict(organizationId)).toMatchObject({ intact: true, entries: 3 });
    }
  });

  it("disconnecting and connecting end the grant once, and leave one live one at the most", async () => {
    for (let round = 0; round < 15; round += 1) {
      const customer = await anOrganization(desk);
      const { act } = customer;
      const { app } = await anApprovedApp(desk, await anOrganization(desk));
      const scopes = ["products:read", "keys:read"] as const;
      const { id: grantId } = await connectApp(desk, act, { appId: app.id, scopes });
      const order = { act, appId: app.id, grantId, times: 3 } as const;
      const outcomes = await race({ ...order, verb: "disconnect" }, { ...order, verb: "connect" });
      expect(times(outcomes, "grant_already_ended")).toBe(2);
      const given = await desk.grants.list(act.organizationId);
      expect(given.filter(({ live }) => live).length).toBeLessThanOrEqual(1);
      expect(await desk.grants.find(grantId)).toMatchObject({ endedBy: "disconnected" });
      expect(await verdict(act.organizationId)).toMatchObject({ intact: true });
    }
  });

  it("removing a member who connects leave no live grant of theirs", async () => {
    for (let round = 0; round < 15; round += 1) {
      const owner = await anOrganization(desk);
      const admin = await aMember(desk, owner, "admin");
      const { app } = await anApprovedApp(desk, await anOrganization(desk));
      const { memberId } = admin.act.actor;
      const outcomes = await race(
        { act: admin.act, appId: app.id, verb: "connect", times: 4 },
        { act: owner.act, memberId, verb: "remove", times: 1 },
      );
      expect(times(outcomes, "done") + times(outcomes, "authority_lost")).toBe(5);
      const given = await desk.grants.list(owner.act.organizationId);
      for (const { grant } of given) expect(grant.endedBy).toBe("revoked");
      expect(await verdict(owner.act.organizationId)).toMatchObject({ intact: true });
    }
  });

  it("refusing an app that others connect leave none of them a live grant", async () => {
    for (let round = 0; round < 15; round += 1) {
      const [builder, customer] = [await anOrganization(desk), await anOrganization(desk)];
      const { app } = await anApprovedApp(desk, builder);
      const order = { appId: app.id } as const;
      const operator = anOperator(desk, builder);
      const outcomes = await race(
        { ...order, act: customer.act, verb: "connect", times: 4 },
        { ...order, act: builder.act, operator, verb: "refuseApp", times: 1 },
      );
      expect(times(outcomes, "done") + times(outcomes, "app_not_offered")).toBe(5);
      expect(await desk.grants.listLiveOf(app.id, customer.act.organizationId)).toEqual([]);
      expect(await verdict(customer.act.organizationId)).toMatchObject({ intact: true });
    }
  });

  it("rotating one app's secret leave one current secret, and two accepted ones at the most", async () => {
    for (let round = 0; round < 15; round += 1) {
      const { act } = await anOrganization(desk);
      const { app } = await anApp(desk, act);
      const order = { act: { ...act, now: noon + 1 }, appId: app.id, verb: "rotateApp", times: 5 } as const;
      const outcomes = await race(order, order);
      const done = times(outcomes, "done");
      expect(done + times(outcomes, "rotation_conflict")).toBe(10);
      const secrets = (await desk.apps.find(app.id))?.secrets ?? [];
      expect(secrets.filter(({ retiresAt }) => retiresAt === null)).toHaveLength(1);
      expect(secrets.filter((secret) => !isRetired(secret, noon + 1)).length).toBeLessThanOrEqual(2);
      expect(await verdict(act.organizationId)).toMatchObject({ intact: true, entries: 2 + done });
    }
  });

  it("editing one app at the revision that was seen change it once", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { act } = await anOrganization(desk);
      const { app } = await anApp(desk, act);
      const order = { act, appId: app.id, verb: "editApp", times: 5 } as const;
      const outcomes = await race(order, order);
      expect([times(outcomes, "done"), times(outcomes, "app_changed")]).toEqual([1, 9]);
    }
  });

  it("never register a fifty-first app", async () => {
    const { act } = await anOrganization(desk);
    for (let i = 0; i < 45; i += 1) await anApp(desk, act);
    const order = { act, verb: "registerApp", times: 10 } as const;
    const outcomes = await race(order, order);
    expect([times(outcomes, "done"), times(outcomes, "app_limit_reached")]).toEqual([5, 15]);
  });

  it("demoting each other leave one of two owners an owner", async () => {
    for (let round = 0; round < 25; round += 1) {
      const owner = await anOrganization(desk);
      const second = await aMember(desk, owner, "owner");
      const outcomes = await race(demoting(owner, second), demoting(second, owner));
      const members = await desk.tenancy.listMembers(owner.act.organizationId);
      expect(members.map(({ role }) => role).toSorted()).toEqual(["member", "owner"]);
      expect(times(outcomes, "authority_lost")).toBe(2);
    }
  });
});
