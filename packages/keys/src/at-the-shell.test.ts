import { describe, expect, it } from "vitest";
import type { Act, ShellActor } from "./actor.ts";
import { issue } from "./keys/issue.ts";
import { revoke } from "./keys/revoke.ts";
import { rotate } from "./keys/rotate.ts";
import { changePlan } from "./organizations/change-plan.ts";
import { changeRole } from "./organizations/change-role.ts";
import { removeMember } from "./organizations/remove-member.ts";
import { resume } from "./organizations/resume.ts";
import { suspend } from "./organizations/suspend.ts";
import { aMember, anOrganization, noon, openDesk, outcomeOf } from "./testing/index.ts";

const request = { name: "Shop", note: null, environment: "live", expiresAt: null } as const;

async function atTheShell() {
  const desk = openDesk();
  const owner = await anOrganization(desk);
  const { organizationId } = owner.act;
  const by = (command: string): Act<ShellActor> => ({
    organizationId,
    actor: { type: "shell", command: `katkey ${command}` },
    now: noon,
    address: null,
    requestId: null,
  });
  const lastEntry = async () => (await desk.audit.list(organizationId, { limit: 1 })).items[0];
  return { desk, owner, organizationId, by, lastEntry };
}

describe("at the shell", () => {
  it("keys are issued, rotated and revoked with no member's standing, on record under the command", async () => {
    const { desk, owner, by, lastEntry } = await atTheShell();
    const { key } = await issue(desk, by("keys issue"), request);
    expect(key).toMatchObject({
      createdBy: { type: "operator", id: null, label: "katkey keys issue" },
      responsible: { memberId: owner.act.actor.memberId, role: "owner" },
      scopes: desk.scopes.allowedTo("owner"),
    });
    expect(await desk.store.findKey(key.organizationId, key.id)).toEqual(key);
    expect(await lastEntry()).toMatchObject({
      action: "key.issued",
      actor: { type: "operator", id: null, label: "katkey keys issue" },
    });
    await rotate(desk, by("keys rotate"), { keyId: key.id, overlapSeconds: 60 });
    expect(await lastEntry()).toMatchObject({
      action: "key.rotated",
      actor: { label: "katkey keys rotate" },
    });
    await revoke(desk, by("keys revoke"), { keyId: key.id, reason: "unused", text: null });
    expect(await lastEntry()).toMatchObject({
      action: "key.revoked",
      actor: { label: "katkey keys revoke" },
    });
  });

  it("a key gets what its responsible member could give it, and no more", async () => {
    const { desk, owner, by } = await atTheShell();
    const bo = await aMember(desk, owner, "member");
    const viewer = await aMember(desk, owner, "viewer");
    const issueFor = (part: object) => outcomeOf(issue(desk, by("keys issue"), { ...request, ...part }));
    expect(await issueFor({ responsibleMemberId: viewer.act.actor.memberId })).toBe("role_not_allowed");
    expect(await issueFor({ responsibleMemberId: "mem_none" })).toBe("member_not_found");
    expect(await issueFor({ responsibleMemberId: bo.act.actor.memberId, scopes: ["keys:write"] })).toBe(
      "scope_not_allowed",
    );
    const { key } = await issue(desk, by("keys issue"), {
      ...request,
      responsibleMemberId: bo.act.actor.memberId,
    });
    expect(key).toMatchObject({ responsible: { role: "member" }, scopes: desk.scopes.allowedTo("member") });
  });

  it("a key is not issued for somebody who leaves meanwhile", async () => {
    const { desk, owner, by } = await atTheShell();
    const bo = await aMember(desk, owner, "member");
    const { listMembers, findMember } = desk.tenancy;
    const leaving = {
      ...desk,
      tenancy: {
        ...desk.tenancy,
        listMembers,
        findMember: async (...asked: Parameters<typeof findMember>) => {
          const found = await findMember(...asked);
          await changeRole(desk, owner.act, { memberId: bo.act.actor.memberId, role: "viewer", label: "bo" });
          return found;
        },
      },
    };
    const issued = issue(leaving, by("keys issue"), {
      ...request,
      responsibleMemberId: bo.act.actor.memberId,
    });
    expect(await outcomeOf(issued)).toBe("authority_lost");
  });

  it("organizations change, and members, down to the last owner", async () => {
    const { desk, owner, by, lastEntry } = await atTheShell();
    expect(await changePlan(desk, by("org plan"), "enterprise")).toMatchObject({ plan: "enterprise" });
    await suspend(desk, by("org suspend"), "Unpaid");
    expect(await resume(desk, by("org resume"))).toMatchObject({ suspendedAt: null });
    expect(await lastEntry()).toMatchObject({
      action: "organization.resumed",
      actor: { type: "operator", id: null, label: "katkey org resume" },
    });
    const bo = await aMember(desk, owner, "member");
    await changeRole(desk, by("members role"), {
      memberId: bo.act.actor.memberId,
      role: "admin",
      label: "bo",
    });
    await removeMember(desk, by("members remove"), {
      memberId: bo.act.actor.memberId,
      label: "bo",
      settlements: [],
    });
    expect(await lastEntry()).toMatchObject({
      action: "member.removed",
      actor: { label: "katkey members remove" },
    });
    const last = { memberId: owner.act.actor.memberId, label: "ada", settlements: [] };
    expect(await outcomeOf(removeMember(desk, by("members remove"), last))).toBe("last_owner");
  });
});
