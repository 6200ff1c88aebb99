import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { eventOf, type Deed } from "../deed.ts";
import { createId } from "../id.ts";
import type { Invitation } from "../organizations/member.ts";
import type { Role } from "../organizations/role.ts";
import type { Settlement } from "../organizations/tenancy-store.ts";
import { aKey, aMember, anOrganization, noon, type TestDesk, type Worker } from "./desk.ts";

/** Of nobody in particular: what is tried here is the store, not the right to use it. */
function aDeed({ act }: Worker): Deed {
  const actor = { type: "system", id: null, label: "test" } as const;
  const object = { type: "organization", id: act.organizationId, label: "Acme" } as const;
  const event = eventOf({ ...act, actor }, { action: "organization.created", object });
  return { standing: null, events: [event] };
}

const idOf = (worker: Worker) => worker.act.actor.memberId;

/** What every tenancy store promises to the verbs. */
export function describeTenancyStore(name: string, open: () => TestDesk): void {
  async function setUp() {
    const desk = open();
    const owner = await anOrganization(desk);
    const stranger = await anOrganization(desk);
    const { organizationId } = owner.act;
    const entries = async () => {
      const check = await desk.audit.verify(organizationId);
      return check.intact ? check.entries : "broken";
    };
    return { desk, store: desk.tenancy, owner, stranger, organizationId, deed: aDeed(owner), entries };
  }

  async function anInvitation({ desk, owner, deed }: Awaited<ReturnType<typeof setUp>>) {
    const { organizationId, actor } = owner.act;
    const tokenHash = randomBytes(32);
    const invitation: Invitation = {
      id: createId("inv", noon, desk.random),
      organizationId,
      email: "new@example.com",
      role: "member",
      invitedBy: actor.email,
      invitedByMemberId: actor.memberId,
      createdAt: noon,
      expiresAt: noon + 10,
    };
    await desk.tenancy.insertInvitation(invitation, tokenHash, deed);
    return { invitation, tokenHash };
  }

  describe(name, () => {
    it("finds organizations and memberships, each for its own people", async () => {
      const { store, owner, stranger, organizationId } = await setUp();
      const { userId } = owner.act.actor;
      expect(await store.findOrganization(organizationId)).toMatchObject({
        plan: "standard",
        apiAccess: true,
      });
      expect(await store.findOrganization("org_none")).toBeNull();
      const membership = await store.findMembership(organizationId, userId);
      expect(membership).toMatchObject({ organization: { id: organizationId }, member: { id: idOf(owner) } });
      expect(await store.listMemberships(userId)).toEqual([membership]);
      expect(await store.findMembership(stranger.act.organizationId, userId)).toBeNull();
      expect(await store.findMember(stranger.act.organizationId, idOf(owner))).toBeNull();
      expect((await store.listMembers(organizationId)).map(({ id }) => id)).toEqual([idOf(owner)]);
    });

    it("lists the organizations of the installation, oldest first, each once", async () => {
      const desk = open();
      const made: string[] = [];
      for (let i = 0; i < 5; i += 1) {
        made.push((await anOrganization(desk, { now: noon + i })).act.organizationId);
      }
      const first = await desk.tenancy.listOrganizations({ limit: 3 });
      expect(first.items.map(({ id }) => id)).toEqual(made.slice(0, 3));
      expect(first.nextCursor).toBe(made[2]);
      const after = first.items.at(-1)?.id ?? "org_none";
      const second = await desk.tenancy.listOrganizations({ after, limit: 3 });
      expect(second.items.map(({ id }) => id)).toEqual(made.slice(3));
      expect(second.nextCursor).toBeNull();
    });

    it("finds organizations by a part of their name or their whole id, by plan, and by whether they are suspended", async () => {
      const desk = open();
      const ids: string[] = [];
      for (const name of ["Ærø Færger", "Acme", "ACME Robotics"]) {
        const { act } = await anOrganization(desk, { now: noon + ids.length });
        const { organizationId } = act;
        const patch = name === "Acme" ? { name, suspendedAt: noon } : { name, plan: "enterprise" as const };
        await desk.tenancy.changeOrganization(
          { organizationId, revision: 0, patch },
          aDeed({ act, at: () => act }),
        );
        ids.push(organizationId);
      }
      const found = async (query: object) => {
        const { items } = await desk.tenancy.listOrganizations({ limit: 10, ...query });
        return items.map(({ id }) => ids.indexOf(id));
      };
      expect(await found({ search: "acme" })).toEqual([1, 2]);
      expect(await found({ search: "æRØ" })).toEqual([0]);
      expect(await found({ search: ids[2] })).toEqual([2]);
      expect(await found({ search: ids[2]?.slice(0, -1) })).toEqual([]);
      expect(await found({ plan: "enterprise" })).toEqual([0, 2]);
      expect(await found({ suspended: true })).toEqual([1]);
      expect(await found({ suspended: false, search: "acme" })).toEqual([2]);
    });

    it("changes an organization only at the revision that was seen, and nothing of another one", async () => {
      const { store, stranger, organizationId, deed, entries } = await setUp();
      const patch = {
        name: "Globex",
        plan: "enterprise",
        requestsPerMinute: 7,
        apiAccess: false,
        suspendedAt: noon,
        suspensionReason: "unpaid",
        maximumLifetimeDays: 90,
        expiryRequired: true,
        defaultAddresses: ["192.0.2.0/24"],
      } as const;
      const before = await entries();
      expect(await store.changeOrganization({ organizationId, revision: 1, patch }, deed)).toBe(false);
      expect(await entries()).toBe(before);
      expect(await store.changeOrganization({ organizationId, revision: 0, patch }, deed)).toBe(true);
      expect(await store.changeOrganization({ organizationId, revision: 0, patch: {} }, deed)).toBe(false);
      expect(await entries()).toBe(Number(before) + 1);
      expect(await store.findOrganization(organizationId)).toMatchObject({ ...patch, revision: 1 });
      const other = await store.findOrganization(stranger.act.organizationId);
      expect(other).toMatchObject({ name: "Acme", plan: "standard", revision: 0 });
    });

    it("changes a role only from what it was, in its organization, and leaves an owner", async () => {
      const { desk, store, owner, stranger, organizationId, deed, entries } = await setUp();
      const worker = await aMember(desk, owner, "member");
      const before = await entries();
      const change = (who: Worker, from: Role, to: Role, id = organizationId) =>
        store.changeRole({ organizationId: id, memberId: idOf(who), from, to }, deed);
      expect(await change(worker, "admin", "viewer")).toBe("changed");
      expect(await change(worker, "member", "viewer", stranger.act.organizationId)).toBe("changed");
      expect(await change(owner, "owner", "admin")).toBe("last_owner");
      expect(await entries()).toBe(before);
      expect(await change(worker, "member", "owner")).toBe("done");
      expect(await change(owner, "owner", "admin")).toBe("done");
      const roles = (await store.listMembers(organizationId)).map(({ role }) => role);
      expect(roles.toSorted()).toEqual(["admin", "owner"]);
    });

    it("removes a member only in the role they had, with every key settled, and leaves an owner", async () => {
      const { desk, store, owner, stranger, organizationId, deed, entries } = await setUp();
      const worker = await aMember(desk, owner, "admin");
      const { key } = await aKey(desk, worker.act);
      const before = await entries();
      const remove = (
        who: Worker,
        role: Role,
        settlements: readonly Settlement[] = [],
        id = organizationId,
      ) =>
        store.removeMember({ organizationId: id, memberId: idOf(who), role, settlements, now: noon }, deed);
      const to = (who: Worker) => [{ keyId: key.id, action: "hand_over", to: idOf(who) }] as const;
      expect(await remove(owner, "owner")).toBe("last_owner");
      expect(await remove(worker, "member")).toBe("changed");
      expect(await remove(worker, "admin", [], stranger.act.organizationId)).toBe("changed");
      expect(await remove(worker, "admin")).toBe("unsettled");
      expect(await remove(worker, "admin", to(stranger))).toBe("unsettled");
      expect(await remove(worker, "admin", to(worker))).toBe("unsettled");
      expect(await remove(worker, "admin", to(await aMember(desk, owner, "viewer")))).toBe("unsettled");
      expect(await store.findMember(organizationId, idOf(worker))).not.toBeNull();
      expect(await entries()).toBe(Number(before) + 3);
      expect(await remove(worker, "admin", to(owner))).toBe("done");
      expect(await remove(worker, "admin")).toBe("changed");
      expect(await store.findMember(organizationId, idOf(worker))).toBeNull();
      const found = await desk.store.findKey(organizationId, key.id);
      expect(found).toMatchObject({ responsible: { memberId: idOf(owner) }, revision: 1 });
    });

    it("shows an invitation while it is open, to its own organization", async () => {
      const world = await setUp();
      const { store, organizationId, stranger } = world;
      const { invitation, tokenHash } = await anInvitation(world);
      expect(await store.listInvitations(organizationId, noon)).toEqual([invitation]);
      expect(await store.listInvitations(stranger.act.organizationId, noon)).toEqual([]);
      expect(await store.findInvitation(tokenHash, noon + 9)).toMatchObject({ invitation });
      expect(await store.findInvitation(tokenHash, noon + 10)).toBeNull();
      expect(await store.findInvitation(randomBytes(32), noon)).toBeNull();
    });

    it("takes an invitation once, or withdraws it once", async () => {
      const world = await setUp();
      const { desk, store, owner, organizationId, stranger, deed, entries } = world;
      const joining = (userId = createId("usr", noon, desk.random), joinedAt = noon) => {
        const id = createId("mem", noon, desk.random);
        return { id, organizationId, userId, role: "member", joinedAt } as const;
      };
      const { invitation } = await anInvitation(world);
      const before = await entries();
      const withdraw = (id = organizationId) =>
        store.withdrawInvitation({ organizationId: id, invitationId: invitation.id, now: noon }, deed);
      const { userId } = owner.act.actor;
      expect(await withdraw(stranger.act.organizationId)).toBe(false);
      expect(await store.acceptInvitation(invitation.id, joining(userId), deed)).toBe("member_exists");
      expect(await store.acceptInvitation(invitation.id, joining(undefined, noon + 10), deed)).toBe("gone");
      expect(await entries()).toBe(before);
      expect(await store.acceptInvitation(invitation.id, joining(), deed)).toBe("accepted");
      expect(await store.acceptInvitation(invitation.id, joining(), deed)).toBe("gone");
      expect(await withdraw()).toBe(false);

      const other = await anInvitation(world);
      const withdrawal = { organizationId, invitationId: other.invitation.id, now: noon };
      expect(await store.withdrawInvitation(withdrawal, deed)).toBe(true);
      expect(await store.withdrawInvitation(withdrawal, deed)).toBe(false);
      expect(await store.acceptInvitation(other.invitation.id, joining(), deed)).toBe("gone");
    });
  });
}
