import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { verify } from "../admission/verify.ts";
import { disableApp } from "../apps/disable-app.ts";
import { enableApp } from "../apps/enable-app.ts";
import { rotateAppSecret } from "../apps/rotate-app-secret.ts";
import { chainStart, installation, type AuditEntry, type ChainId } from "../audit/audit.ts";
import { connectApp } from "../grants/connect-app.ts";
import { disconnectApp } from "../grants/disconnect-app.ts";
import type { KeyId } from "../id.ts";
import { edit } from "../keys/edit.ts";
import { endOverlap } from "../keys/end-overlap.ts";
import { release } from "../keys/release.ts";
import { revoke } from "../keys/revoke.ts";
import { rotate } from "../keys/rotate.ts";
import { reportLeak } from "../leaks/report-leak.ts";
import { acceptInvitation, findInvitation } from "../organizations/accept-invitation.ts";
import { changeApiAccess } from "../organizations/change-api-access.ts";
import { changeRole } from "../organizations/change-role.ts";
import { invite } from "../organizations/invite.ts";
import { removeMember } from "../organizations/remove-member.ts";
import { resume } from "../organizations/resume.ts";
import { suspend } from "../organizations/suspend.ts";
import { issueServiceToken } from "../service-tokens/issue-service-token.ts";
import { revokeServiceToken } from "../service-tokens/revoke-service-token.ts";
import { rotateServiceToken } from "../service-tokens/rotate-service-token.ts";
import { verifyServiceToken } from "../service-tokens/verify-service-token.ts";
import { openDesk, type TestDesk } from "../testing/desk.ts";
import { aKey, aMember, anApp, anOperator, anOrganization, noon, outcomeOf } from "../testing/index.ts";
import { continuationOf } from "./continuation.ts";
import type { RestoreDesk } from "./ending.ts";
import { reapply } from "./reapply.ts";

const later = noon + 60_000;
const scanner = { type: "system", id: null, label: "scan" } as const;
const command = "katkey restore";
const brand = "kat";

/** An installation with an organization, of which a copy can be made at any moment. */
async function anInstallation() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-restore-"));
  const open = (name: string) => {
    const desk = openDesk(join(folder, name));
    onTestFinished(() => desk.close());
    return desk;
  };
  const desk = open("katkey.db");
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const owner = await anOrganization(desk, { plan: "enterprise" });
  return {
    desk,
    owner,
    /** As a backup holds it. */
    copy(name = "copy.db") {
      desk.execute(`vacuum into '${join(folder, name)}'`);
      return open(name);
    },
  };
}

const entriesOf = async (desk: TestDesk, chain: ChainId) =>
  (await desk.audit.list(chain, { limit: 1_000, oldestFirst: true })).items;

/** What the log of one has that that of the other has not. */
async function logBehind(copy: TestDesk, desk: TestDesk, chain: ChainId): Promise<readonly AuditEntry[]> {
  const last = (await entriesOf(copy, chain)).at(-1) ?? { seq: 0, hash: chainStart };
  const continuation = continuationOf(await entriesOf(desk, chain), last);
  if (!continuation.continues) throw new Error(`broken at ${continuation.seq}`);
  return continuation.entries;
}

const restoring = (copy: TestDesk): RestoreDesk => ({
  ...copy,
  people: { isBanned: () => false, ban: async () => "done" },
});

/** Ends in the copy what ended in the original, as an export of the operator's tells it unless it proves less. */
async function endedIn(
  copy: TestDesk,
  desk: TestDesk,
  chain: ChainId,
  { now = later, provenUpTo = Infinity } = {},
) {
  const log = await logBehind(copy, desk, chain);
  return reapply(restoring(copy), { log, provenUpTo, now, command });
}

/** The same, and tells what became of it. */
async function reapplied(copy: TestDesk, desk: TestDesk, chain: ChainId, now = later) {
  const found = await endedIn(copy, desk, chain, { now });
  return found.map(({ entry, outcome }) => `${entry.action} ${outcome}`);
}

const reasonOf = async (desk: TestDesk, token: string, now = later) => {
  const verification = await verify(desk.store, token, { brand, now });
  return verification.valid ? "valid" : verification.reason;
};

describe("what ended after the backup", () => {
  it("ends again with every kind of end of a key, and says where it was told first", async () => {
    const { desk, owner, copy: copied } = await anInstallation();
    const { organizationId } = owner.act;
    const keys = await Promise.all([0, 1, 2, 3, 4].map(() => aKey(desk, owner.act)));
    const [revoked, rotated, overlapping, leaked, kept] = keys.map(({ token }) => token) as [
      string,
      string,
      string,
      string,
      string,
    ];
    const idOf = (index: number) => (keys[index] as (typeof keys)[number]).key.id;
    await rotate(desk, owner.act, { keyId: idOf(2), overlapSeconds: 86_400 });
    const copy = copied();

    const act = owner.at(noon + 1_000);
    await revoke(desk, act, { keyId: idOf(0), reason: "compromised", text: "in a log" });
    await rotate(desk, act, { keyId: idOf(1), overlapSeconds: 0 });
    await rotate(desk, act, { keyId: idOf(1), overlapSeconds: 0 });
    await endOverlap(desk, act, idOf(2));
    const reporting = {
      actor: { type: "system", id: null, label: "scan" },
      address: null,
      requestId: null,
    } as const;
    await reportLeak(
      desk,
      { token: leaked, source: "scan", url: null },
      { ...reporting, now: act.now, policy: "quarantine" },
    );
    const { key: newer } = await aKey(desk, act);
    await revoke(desk, act, { keyId: newer.id, reason: "unused", text: null });

    for (const token of [revoked, rotated, overlapping, leaked, kept]) {
      expect(await reasonOf(copy, token)).toBe("valid");
    }
    expect(await reapplied(copy, desk, organizationId)).toEqual([
      "key.revoked done",
      "key.rotated done",
      "key.rotated unknown",
      "key.overlap_ended done",
      "key.quarantined done",
      "key.revoked unknown",
    ]);
    for (const token of [revoked, rotated, overlapping, leaked]) {
      expect(await reasonOf(copy, token)).toBe(await reasonOf(desk, token));
    }
    expect(await reasonOf(copy, kept)).toBe("valid");
    expect((await copy.store.findKey(organizationId, idOf(0)))?.revocation).toEqual({
      at: later,
      reason: "compromised",
      text: "in a log",
    });

    const original = (await entriesOf(desk, organizationId)).find(({ action }) => action === "key.revoked");
    const again = (await entriesOf(copy, organizationId)).find(({ action }) => action === "key.revoked");
    expect(again).toMatchObject({
      at: later,
      actor: { type: "operator", id: null, label: command },
      object: original?.object,
      after: {
        reason: "compromised",
        reapplied: { seq: original?.seq, hash: original?.hash, at: noon + 1_000, by: owner.act.actor.email },
      },
    });
    expect(await copy.audit.verify(organizationId)).toMatchObject({ intact: true });
  });

  it("lets an overlap that still ran run to its own end", async () => {
    const { desk, owner, copy: copied } = await anInstallation();
    const { key, token } = await aKey(desk, owner.act);
    const copy = copied();
    await rotate(desk, owner.act, { keyId: key.id, overlapSeconds: 3_600 });
    await reapplied(copy, desk, owner.act.organizationId);
    const end = noon + 3_600_000;
    expect(await reasonOf(copy, token, end - 1)).toBe("valid");
    expect(await reasonOf(copy, token, end)).toBe("secret_retired");
  });

  it("changes nothing the second time", async () => {
    const { desk, owner, copy: copied } = await anInstallation();
    const { organizationId } = owner.act;
    const [{ key }, { key: other }] = [await aKey(desk, owner.act), await aKey(desk, owner.act)];
    const member = await aMember(desk, owner, "admin");
    const copy = copied();
    await revoke(desk, owner.act, { keyId: key.id, reason: "unused", text: null });
    await rotate(desk, owner.act, { keyId: other.id, overlapSeconds: 60 });
    await changeRole(desk, owner.act, { memberId: member.act.actor.memberId, role: "viewer", label: "Bo" });
    const log = await logBehind(copy, desk, organizationId);
    const once = () => reapply(restoring(copy), { log, provenUpTo: 0, now: later, command });
    expect((await once()).map(({ outcome }) => outcome)).toEqual(["done", "done", "done"]);
    const before = (await entriesOf(copy, organizationId)).length;
    expect((await once()).map(({ outcome }) => outcome)).toEqual(["already", "already", "already"]);
    expect(await entriesOf(copy, organizationId)).toHaveLength(before);
  });

  it("ends again with members and invitations: keys go to whom they went, and no link works twice", async () => {
    const { desk, owner, copy: copied } = await anInstallation();
    const { organizationId } = owner.act;
    const [leaving, heir, lowered] = await Promise.all([
      aMember(desk, owner, "admin"),
      aMember(desk, owner, "member"),
      aMember(desk, owner, "admin"),
    ]);
    const { key } = await aKey(desk, leaving.act);
    const { key: ended } = await aKey(desk, leaving.act);
    const open = await Promise.all(
      ["cy@example.com", "di@example.com"].map((email) => invite(desk, owner.act, { email, role: "member" })),
    );
    const copy = copied();

    const [{ token: taken }, { token: still }] = open as [(typeof open)[0], (typeof open)[0]];
    const user = { id: "usr_cy", email: "cy@example.com" } as const;
    await acceptInvitation(desk, { token: taken, user, now: noon, address: null, requestId: null });
    await changeRole(desk, owner.act, { memberId: lowered.act.actor.memberId, role: "viewer", label: "Bo" });
    await removeMember(desk, owner.act, {
      memberId: leaving.act.actor.memberId,
      label: "Ada",
      settlements: [
        { keyId: key.id, action: "hand_over", to: heir.act.actor.memberId },
        { keyId: ended.id, action: "revoke" },
      ],
    });
    expect(await reapplied(copy, desk, organizationId, noon)).toEqual([
      "invitation.accepted done",
      "member.role_changed done",
      "member.removed done",
      "key.revoked already",
    ]);
    const { tenancy, store } = copy;
    expect(await tenancy.findMember(organizationId, leaving.act.actor.memberId)).toBeNull();
    expect(await tenancy.findMember(organizationId, lowered.act.actor.memberId)).toMatchObject({
      role: "viewer",
    });
    expect((await store.findKey(organizationId, key.id))?.responsible.memberId).toBe(heir.act.actor.memberId);
    expect((await store.findKey(organizationId, ended.id))?.revocation?.reason).toBe("member_left");
    expect(await outcomeOf(findInvitation(copy, taken, noon))).toBe("invitation_not_found");
    expect(await outcomeOf(findInvitation(copy, still, noon))).toBe("done");
    expect(await copy.audit.verify(organizationId)).toMatchObject({ intact: true });
  });

  it("ends again with organizations, apps, grants and service tokens, unless it was given back since", async () => {
    const { desk, owner, copy: copied } = await anInstallation();
    const { organizationId } = owner.act;
    const operator = anOperator(desk, owner);
    const [{ app, secret }, { app: disabled }, { app: enabled }] = [
      await anApp(desk, owner.act),
      await anApp(desk, owner.act),
      await anApp(desk, owner.act),
    ];
    const grant = await connectApp(desk, owner.act, { appId: app.id, scopes: ["products:read"] });
    const service = (name: string) =>
      issueServiceToken(desk, operator, { name, organizations: null, expiresAt: null });
    const [revokedToken, rotatedToken] = [await service("Revoked"), await service("Rotated")];
    const copy = copied();

    await disconnectApp(desk, owner.act, grant.id);
    await rotateAppSecret(desk, owner.act, { appId: app.id, overlapSeconds: 0 });
    await disableApp(desk, owner.act, disabled.id);
    await disableApp(desk, owner.act, enabled.id);
    await enableApp(desk, owner.act, enabled.id);
    await suspend(desk, operator, "unpaid");
    await resume(desk, operator);
    await changeApiAccess(desk, owner.act, { apiAccess: false });
    await revokeServiceToken(desk, operator, revokedToken.record.id);
    await rotateServiceToken(desk, operator, { id: rotatedToken.record.id, overlapSeconds: 0 });

    expect(await reapplied(copy, desk, organizationId)).toEqual([
      "app.disconnected done",
      "app.secret_rotated done",
      "app.disabled done",
      "app.disabled already",
      "organization.suspended already",
      "organization.api_access_changed done",
    ]);
    expect(await reapplied(copy, desk, installation)).toEqual([
      "service_token.revoked done",
      "service_token.rotated done",
    ]);
    expect(await copy.grants.findLive(grant.id)).toBeNull();
    expect((await copy.apps.find(disabled.id))?.disabledAt).toBe(later);
    expect((await copy.apps.find(enabled.id))?.disabledAt).toBeNull();
    expect((await copy.apps.find(app.id))?.secrets).toHaveLength(2);
    expect(secret).not.toBeNull();
    expect(await copy.tenancy.findOrganization(organizationId)).toMatchObject({
      suspendedAt: null,
      apiAccess: false,
    });
    for (const { token } of [revokedToken, rotatedToken]) {
      const found = await verifyServiceToken(copy.serviceTokens, token, { brand, now: later });
      expect(found.valid).toBe(false);
    }
  });

  it("keeps each secret of a key in quarantine until that one was released", async () => {
    const { desk, owner, copy: copied } = await anInstallation();
    const { key, token: old } = await aKey(desk, owner.act);
    const { token } = await rotate(desk, owner.act, { keyId: key.id, overlapSeconds: 86_400 });
    const copy = copied();

    const actor = { type: "system", id: null, label: "scan" } as const;
    const reporting = { actor, now: noon, address: null, requestId: null, policy: "quarantine" } as const;
    for (const leaked of [old, token]) {
      await reportLeak(desk, { token: leaked, source: "scan", url: null }, reporting);
    }
    await release(desk, owner.act, key.id);
    const reasons = await Promise.all([old, token].map((one) => reasonOf(desk, one)));
    expect(reasons.toSorted()).toEqual(["secret_quarantined", "valid"]);

    await reapplied(copy, desk, owner.act.organizationId);
    expect(await Promise.all([old, token].map((one) => reasonOf(copy, one)))).toEqual(reasons);
  });

  it("is not what one organization's log says of what is another's, or the installation's", async () => {
    const { desk, owner, copy: copied } = await anInstallation();
    const stranger = await anOrganization(desk);
    const { app } = await anApp(desk, owner.act);
    const grant = await connectApp(desk, owner.act, { appId: app.id, scopes: ["products:read"] });
    const operator = anOperator(desk, owner);
    const { token, record } = await issueServiceToken(desk, operator, {
      name: "Theirs",
      organizations: null,
      expiresAt: null,
    });
    const copy = copied();
    const objects = [
      ["app.disabled", "app", app.id],
      ["app.blocked", "app", app.id],
      ["app.disconnected", "grant", grant.id],
      ["service_token.revoked", "service_token", record.id],
      ["person.banned", "person", owner.act.actor.userId],
    ] as const;
    const { organizationId } = stranger.act;
    const actor = { type: "operator", id: null, label: "katkey" } as const;
    const common = {
      organizationId,
      at: noon,
      actor,
      address: null,
      requestId: null,
      before: null,
      after: {},
    };
    await desk.audit.append(
      ...objects.map(([action, type, id]) => ({ ...common, action, object: { type, id, label: "x" } })),
    );

    expect(await reapplied(copy, desk, organizationId)).toEqual(
      objects.map(([action]) => `${action} unknown`),
    );
    expect(await copy.grants.findLive(grant.id)).not.toBeNull();
    expect((await verifyServiceToken(copy.serviceTokens, token, { brand, now: later })).valid).toBe(true);
  });

  it("stays ended, though its log says that it was given back, unless an operator says so", async () => {
    const { desk, owner, copy: copied } = await anInstallation();
    const { organizationId } = owner.act;
    const operator = anOperator(desk, owner);
    const member = await aMember(desk, owner, "admin");
    const { app } = await anApp(desk, owner.act);
    const { key, token } = await aKey(desk, owner.act);
    const [copy, other] = [copied(), copied("other.db")];
    const { memberId } = member.act.actor;
    const reporting = { actor: scanner, now: noon, address: null, requestId: null } as const;

    await suspend(desk, operator, "unpaid");
    await reportLeak(desk, { token, source: "scan", url: null }, { ...reporting, policy: "quarantine" });
    await disableApp(desk, owner.act, app.id);
    await changeRole(desk, owner.act, { memberId, role: "viewer", label: "Bo" });
    await changeApiAccess(desk, owner.act, { apiAccess: false });
    const proven = (await entriesOf(desk, organizationId)).length;
    await resume(desk, operator);
    await release(desk, owner.act, key.id);
    await enableApp(desk, owner.act, app.id);
    await changeRole(desk, owner.act, { memberId, role: "admin", label: "Bo" });
    await changeApiAccess(desk, owner.act, { apiAccess: true });

    const found = await endedIn(copy, desk, organizationId, { provenUpTo: proven });
    expect(
      found.map(({ entry, outcome, hint }) => `${entry.action} ${outcome} ${hint?.slice(0, 23) ?? ""}`),
    ).toEqual([
      "organization.suspended done It was given back later",
      "key.quarantined done It was given back later",
      "app.disabled done It was given back later",
      "member.role_changed done It was given back later",
      "organization.api_access_changed done It was given back later",
      "member.role_changed already ",
      "organization.api_access_changed already ",
    ]);
    const { tenancy, apps } = copy;
    expect(await tenancy.findOrganization(organizationId)).toMatchObject({
      suspendedAt: later,
      apiAccess: false,
    });
    expect(await tenancy.findMember(organizationId, memberId)).toMatchObject({ role: "viewer" });
    expect((await apps.find(app.id))?.disabledAt).toBe(later);
    expect(await reasonOf(copy, token)).not.toBe("valid");

    const believed = await endedIn(other, desk, organizationId);
    expect(new Set(believed.map(({ outcome, hint }) => [outcome, hint].join()))).toEqual(
      new Set(["already,"]),
    );
    expect(await reasonOf(other, token)).toBe("valid");
  });

  it("asks in the end only for what is left to be done", async () => {
    const { desk, owner, copy: copied } = await anInstallation();
    const { organizationId } = owner.act;
    const keys = await Promise.all([0, 1, 2].map(() => aKey(desk, owner.act)));
    const [live, revoked, edited] = keys.map(({ key }) => key.id) as [KeyId, KeyId, KeyId];
    const operator = anOperator(desk, owner);
    const service = { name: "Gateway", organizations: null, expiresAt: null } as const;
    const { record } = await issueServiceToken(desk, operator, service);
    const copy = copied();
    await rotate(desk, owner.act, { keyId: live, overlapSeconds: 0 });
    await rotate(desk, owner.act, { keyId: revoked, overlapSeconds: 0 });
    await edit(desk, owner.act, { keyId: edited, scopes: ["products:read"] });
    await revoke(desk, owner.act, { keyId: revoked, reason: "unused", text: null });
    await revoke(desk, owner.act, { keyId: edited, reason: "unused", text: null });
    await rotateServiceToken(desk, operator, { id: record.id, overlapSeconds: 0 });
    await revokeServiceToken(desk, operator, record.id);

    const found = await endedIn(copy, desk, organizationId);
    const told = found.map(({ entry, outcome, hint }) => [
      entry.object.id,
      outcome,
      hint?.includes("rotate it again"),
    ]);
    expect(told).toEqual([
      [live, "done", true],
      [revoked, "done", undefined],
      [edited, "already", undefined],
      [revoked, "done", undefined],
      [edited, "done", undefined],
    ]);
    const services = await endedIn(copy, desk, installation);
    expect(services.map(({ outcome, hint }) => [outcome, hint])).toEqual([
      ["done", undefined],
      ["done", undefined],
    ]);
  });

  it("is left to somebody where it is not an end alone", async () => {
    const { desk, owner, copy: copied } = await anInstallation();
    const { organizationId } = owner.act;
    const { key } = await aKey(desk, owner.act);
    const copy = copied();
    await edit(desk, owner.act, { keyId: key.id, scopes: ["products:read"] });
    expect(await reapplied(copy, desk, organizationId)).toEqual(["key.edited by_hand"]);
  });
});

describe("an export", () => {
  it("is believed only where it goes on, entry by entry, from where the backup ends", async () => {
    const { desk, owner, copy: copied } = await anInstallation();
    const { organizationId } = owner.act;
    await aKey(desk, owner.act);
    const copy = copied();
    await aKey(desk, owner.act);
    await aKey(desk, owner.act);
    const all = await entriesOf(desk, organizationId);
    const head = (await entriesOf(copy, organizationId)).at(-1) as AuditEntry;
    const seqsOf = (entries: readonly AuditEntry[]) => {
      const found = continuationOf(entries, head);
      return found.continues ? found.entries.map(({ seq }) => seq) : `broken at ${found.seq}`;
    };
    const [behind, last] = all.slice(head.seq) as [AuditEntry, AuditEntry];

    expect(seqsOf(all)).toEqual([behind.seq, last.seq]);
    expect(seqsOf([last, behind])).toEqual([behind.seq, last.seq]);
    expect(seqsOf([...all, ...all])).toEqual([behind.seq, last.seq]);
    expect(seqsOf(all.slice(0, head.seq - 1))).toEqual([]);

    expect(seqsOf([last])).toBe(`broken at ${behind.seq}`);
    expect(seqsOf([behind, { ...last, action: "key.revoked" }])).toBe(`broken at ${last.seq}`);
    expect(seqsOf([behind, { ...behind, hash: last.hash }])).toBe(`broken at ${behind.seq}`);
    expect(seqsOf([{ ...head, hash: behind.hash }, behind])).toBe(`broken at ${head.seq}`);
  });
});
