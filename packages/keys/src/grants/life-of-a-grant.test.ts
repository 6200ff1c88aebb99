import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideOnApp } from "../apps/decide-on-app.ts";
import { disableApp } from "../apps/disable-app.ts";
import { editApp } from "../apps/edit-app.ts";
import { enableApp } from "../apps/enable-app.ts";
import { builtInScopes, isGrantableToApps, type Scope } from "../keys/scope.ts";
import { changeRole } from "../organizations/change-role.ts";
import { removeMember } from "../organizations/remove-member.ts";
import { resume } from "../organizations/resume.ts";
import { roles } from "../organizations/role.ts";
import { suspend } from "../organizations/suspend.ts";
import {
  aDesk,
  aMember,
  anApp,
  anApprovedApp,
  anOperator,
  anOrganization,
  noon,
  outcomeOf,
  type Worker,
} from "../testing/index.ts";
import { connectApp } from "./connect-app.ts";
import { disconnectApp } from "./disconnect-app.ts";
import { endGrant } from "./end-grant.ts";
import type { Grant } from "./grant.ts";
import { listCustomers, listEndedGrants, listGrants } from "./list-grants.ts";

async function atWork() {
  const desk = aDesk();
  const builder = await anOrganization(desk);
  const customer = await anOrganization(desk);
  const { app } = await anApprovedApp(desk, builder);
  const connect = ({ act }: Worker, ...scopes: Scope[]) => connectApp(desk, act, { appId: app.id, scopes });
  const log = async ({ act }: Worker) =>
    (await desk.audit.list(act.organizationId, { limit: 50 })).items.filter(({ action }) =>
      action.startsWith("app."),
    );
  return { desk, builder, customer, app, connect, log };
}

describe("a grant", () => {
  it("is given by an owner or admin, for what the app may ask for, and told in their organization's log", async () => {
    const { desk, builder, customer, app, connect, log } = await atWork();
    const grant = await connect(customer, "products:read");
    const { organizationId, actor } = customer.act;
    const whose = { organizationId, appId: app.id, memberId: actor.memberId, userId: actor.userId };
    expect(grant).toMatchObject({ ...whose, scopes: ["products:read"], endedAt: null, endedBy: null });
    expect(await desk.grants.findLive(grant.id)).toEqual(grant);
    expect(await desk.grants.listLiveOf(app.id, organizationId)).toEqual([grant]);
    expect(await desk.grants.findLiveBy({ ...whose })).toEqual(grant);
    expect(await log(customer)).toMatchObject([
      { action: "app.connected", object: { type: "grant", id: grant.id, label: app.name }, before: null },
    ]);
    const { items } = await listCustomers(desk, builder.act, { appId: app.id, limit: 10 });
    expect(items).toMatchObject([{ grant: { id: grant.id }, organizationName: "Acme", live: true }]);
    expect(JSON.stringify(items)).not.toContain(actor.userId);
  });

  it("is found and listed however many have ended since", async () => {
    const { desk, customer, builder, app } = await atWork();
    const { organizationId } = customer.act;
    const request = { appId: app.id, scopes: ["products:read"] } as const;
    const ids: Grant["id"][] = [];
    for (let i = 0; i < 205; i += 1) {
      const { id } = await connectApp(desk, customer.at(noon + i), request);
      ids.unshift(id);
      await disconnectApp(desk, customer.at(noon + i), id);
    }
    const live = await connectApp(desk, customer.at(noon + 300), request);
    const listed = await listGrants(desk, customer.act);
    expect(listed.map(({ grant }) => grant.id)).toEqual([live.id, ...ids.slice(0, 200)]);

    const found: string[] = [];
    let page = await listEndedGrants(desk, customer.act, { limit: 100 });
    for (let pages = 1; pages <= 3; pages += 1) {
      found.push(...page.items.map(({ grant }) => grant.id));
      const before = page.items.at(-1)?.grant.id ?? live.id;
      if (page.nextCursor !== null) page = await listEndedGrants(desk, customer.act, { limit: 100, before });
    }
    expect(found).toEqual(ids);
    const oldest = ids.at(-1) ?? live.id;
    expect(await desk.grants.findConnections(organizationId, [oldest])).toMatchObject([
      { grant: { id: oldest }, app: { name: app.name }, live: false },
    ]);
    expect(await desk.grants.findConnections(builder.act.organizationId, [oldest])).toEqual([]);
    expect((await listEndedGrants(desk, builder.act, { limit: 10 })).items).toEqual([]);
  });

  it("is one for each member; connecting again widens it, and asking for the same changes nothing", async () => {
    const { desk, customer, connect, log } = await atWork();
    const first = await connect(customer, "products:read");
    const again = await connect(customer, "keys:read");
    expect(again).toEqual({ ...first, scopes: ["products:read", "keys:read"] });
    expect(await connect(customer, "products:read")).toEqual(again);
    expect(await desk.grants.find(first.id)).toEqual(again);
    expect(await log(customer)).toMatchObject([
      { before: { scopes: ["products:read"] }, after: { scopes: ["products:read", "keys:read"] } },
      { before: null },
    ]);
    const admin = await aMember(desk, customer, "admin");
    const theirs = await connect(admin, "products:read");
    expect(theirs.id).not.toBe(first.id);
    const { organizationId, appId } = first;
    expect(await desk.grants.listLiveOf(appId, organizationId)).toEqual([again, theirs]);
    await disconnectApp(desk, customer.act, first.id);
    expect(await desk.grants.listLiveOf(appId, organizationId)).toEqual([theirs]);
  });

  it("of a demoted member does not grow by what the role no longer allows", async () => {
    const { desk, customer, connect } = await atWork();
    const admin = await aMember(desk, customer, "admin");
    await connect(admin, "keys:read");
    const { memberId } = admin.act.actor;
    await changeRole(desk, customer.act, { memberId, role: "viewer", label: "them" });
    expect(await outcomeOf(connect(admin, "products:write"))).toBe("authority_lost");
    const { organizationId } = customer.act;
    const [connection] = await desk.grants.list(organizationId);
    expect(connection).toMatchObject({ role: "viewer", live: true, grant: { scopes: ["keys:read"] } });
  });

  it.each([
    ["an unknown app", "app_not_found"],
    ["an app that is not offered", "app_not_offered"],
    ["an app that was refused", "app_not_offered"],
    ["a disabled app", "app_disabled"],
    ["a suspended organization", "organization_suspended"],
    ["a scope that the app may not ask for", "scope_not_allowed"],
    ["keys:write, whatever the app has", "scope_not_allowed"],
    ["a scope that nobody declares", "scope_unknown"],
    ["a member", "role_not_allowed"],
    ["somebody who has left", "authority_lost"],
  ])("is refused for %s: %s, and leaves nothing behind", async (what, code) => {
    const { desk, builder, customer, app, connect, log } = await atWork();
    const operator = anOperator(desk, builder);
    let appId = app.id;
    let who = customer;
    let scopes: Scope[] = ["products:read"];
    if (what === "an unknown app") appId = "app_none";
    if (what === "an app that is not offered") appId = (await anApp(desk, builder.act)).app.id;
    if (what === "an app that was refused") await decideOnApp(desk, operator, { appId, decision: "refused" });
    if (what === "a disabled app") await disableApp(desk, builder.act, appId);
    if (what === "a suspended organization") await suspend(desk, anOperator(desk, customer), "Unpaid");
    if (what === "a scope that the app may not ask for") scopes = ["usage:read"];
    if (what.startsWith("keys:write")) scopes = ["keys:write"];
    if (what === "a scope that nobody declares") scopes = ["orders:read"];
    if (what === "a member") who = await aMember(desk, customer, "member");
    if (what === "somebody who has left") {
      who = await aMember(desk, customer, "admin");
      const { memberId } = who.act.actor;
      await removeMember(desk, customer.act, { memberId, label: "them", settlements: [] });
    }
    expect(await outcomeOf(connectApp(desk, who.act, { appId, scopes }))).toBe(code);
    expect(await desk.grants.list(customer.act.organizationId)).toEqual([]);
    expect((await log(customer)).map(({ action }) => action)).toEqual([]);
    // The app is another organization's to offer, so that its own can always connect it.
    if (code === "app_not_offered")
      expect(await outcomeOf(connectApp(desk, builder.act, { appId, scopes }))).toBe("done");
    expect(connect).toBeDefined();
  });

  it("rests on its app, its member and its organization, and comes back with those that come back", async () => {
    const { desk, builder, customer, app, connect } = await atWork();
    const { id } = await connect(customer, "products:read");
    const isLive = async () => (await desk.grants.findLive(id)) !== null;
    await disableApp(desk, builder.act, app.id);
    expect(await isLive()).toBe(false);
    expect(await listGrants(desk, customer.act)).toMatchObject([{ live: false, grant: { endedAt: null } }]);
    await enableApp(desk, builder.act, app.id);
    expect(await isLive()).toBe(true);
    await suspend(desk, anOperator(desk, customer), "Unpaid");
    expect(await isLive()).toBe(false);
    await resume(desk, anOperator(desk, customer));
    expect(await isLive()).toBe(true);
    // Its owner's change asks for approval anew, and stops nobody.
    await editApp(desk, builder.act, { appId: app.id, patch: { name: "Another" } });
    expect(await isLive()).toBe(true);
  });

  it("ends with its member, in the transaction in which they leave", async () => {
    const { desk, customer, connect, log } = await atWork();
    const admin = await aMember(desk, customer, "admin");
    const { id } = await connect(admin, "products:read");
    const kept = await connect(customer, "products:read");
    const { memberId } = admin.act.actor;
    await removeMember(desk, customer.at(noon + 5), { memberId, label: "them", settlements: [] });
    expect(await desk.grants.find(id)).toMatchObject({ endedAt: noon + 5, endedBy: "revoked" });
    expect(await desk.grants.findLive(kept.id)).not.toBeNull();
    const [latest] = await log(customer);
    const actor = { id: customer.act.actor.userId };
    expect(latest).toMatchObject({
      action: "app.disconnected",
      actor,
      object: { id },
      after: { cause: "revoked" },
    });
    const { items } = await desk.audit.list(customer.act.organizationId, { limit: 2 });
    expect(items.map(({ action }) => action)).toEqual(["app.disconnected", "member.removed"]);
    expect(await desk.audit.verify(customer.act.organizationId)).toMatchObject({ intact: true });
  });

  it("of others ends for good when the operator refuses the app; that of its owner goes on", async () => {
    const { desk, builder, customer, app, connect, log } = await atWork();
    const [others, own] = [await connect(customer, "products:read"), await connect(builder, "products:read")];
    const operator = anOperator(desk, builder);
    await decideOnApp(desk, operator, { appId: app.id, decision: "refused" });
    expect(await desk.grants.findLive(own.id)).not.toBeNull();
    await decideOnApp(desk, operator, { appId: app.id, decision: "approved" });
    expect(await desk.grants.find(others.id)).toMatchObject({ endedBy: "revoked" });
    const [latest] = await log(customer);
    const actor = { type: "operator", id: operator.actor.userId };
    expect(latest).toMatchObject({ action: "app.disconnected", actor, object: { id: others.id } });
    for (const { act } of [builder, customer]) {
      expect(await desk.audit.verify(act.organizationId)).toMatchObject({ intact: true });
    }
  });

  it("is ended by owners and admins, and by whoever gave it, once", async () => {
    const { desk, builder, customer, connect } = await atWork();
    const [admin, member] = [await aMember(desk, customer, "admin"), await aMember(desk, customer, "member")];
    const { id } = await connect(admin, "products:read");
    const { memberId } = admin.act.actor;
    await changeRole(desk, customer.act, { memberId, role: "viewer", label: "them" });
    const viewer = { ...admin.act, actor: { ...admin.act.actor, role: "viewer" as const } };
    expect(await outcomeOf(disconnectApp(desk, builder.act, id))).toBe("grant_not_found");
    expect(await outcomeOf(disconnectApp(desk, member.act, id))).toBe("role_not_allowed");
    expect(await outcomeOf(disconnectApp(desk, viewer, id))).toBe("done");
    expect(await outcomeOf(disconnectApp(desk, customer.act, id))).toBe("grant_already_ended");
    expect(await desk.grants.find(id)).toMatchObject({ endedBy: "disconnected" });
    expect(() => desk.execute("update app_grant set ended_at = null")).toThrow("stays ended");
  });

  it("is ended by Katkey itself when a token was used twice, and by nobody then", async () => {
    const { desk, customer, connect, log } = await atWork();
    const { id: grantId } = await connect(customer, "products:read");
    const ending = { grantId, cause: "reused", now: noon + 1 } as const;
    expect(await endGrant(desk, ending)).toBe(true);
    expect(await endGrant(desk, ending)).toBe(false);
    expect(await endGrant(desk, { ...ending, grantId: "grt_none" })).toBe(false);
    expect(await log(customer)).toMatchObject([
      { action: "app.disconnected", actor: { type: "system" }, after: { cause: "reused" } },
      { action: "app.connected" },
    ]);
  });

  it("cannot be given, moved or taken away past the verbs", async () => {
    const { desk, builder, customer, connect } = await atWork();
    const { id } = await connect(customer, "products:read");
    const { organizationId, actor } = builder.act;
    for (const statement of [
      `update app_grant set organization_id = '${organizationId}'`,
      `update app_grant set member_id = '${actor.memberId}'`,
      "delete from app_grant",
      `insert into app_grant select 'grt_2', '${organizationId}', app_id, member_id, user_id, scopes, 0, null, null
       from app_grant where id = '${id}'`,
      `insert into app_grant select 'grt_2', organization_id, app_id, member_id, user_id, scopes, 0, null, null
       from app_grant where id = '${id}'`,
    ]) {
      expect(() => desk.execute(statement), statement).toThrow(/never|given by a member|UNIQUE/);
    }
  });

  it("never holds more than its app may ask for, than apps may have, and than its giver could give", async () => {
    const scopes = fc.subarray<Scope>([...builtInScopes]);
    await fc.assert(
      fc.asyncProperty(scopes, scopes, fc.constantFrom(...roles), async (offered, asked, role) => {
        const desk = aDesk();
        const owner = await anOrganization(desk);
        const who = role === "owner" ? owner : await aMember(desk, owner, role);
        const most = offered.filter(isGrantableToApps);
        const { app } = await anApp(desk, owner.act, { scopes: most });
        const outcome = await outcomeOf(connectApp(desk, who.act, { appId: app.id, scopes: asked }));
        const isManager = role === "owner" || role === "admin";
        expect(outcome === "done").toBe(isManager && asked.every((scope) => most.includes(scope)));
        const [connection] = await desk.grants.list(owner.act.organizationId);
        expect(connection?.grant.scopes.every((scope) => most.includes(scope)) ?? true).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
