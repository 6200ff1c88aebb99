import { describe, expect, it } from "vitest";
import { acceptInvitation, findInvitation } from "./accept-invitation.ts";
import { withdrawInvitation } from "./withdraw-invitation.ts";
import { changeRole } from "./change-role.ts";
import { edit } from "../keys/edit.ts";
import { createId } from "../id.ts";
import { invite } from "./invite.ts";
import { findKey } from "../keys/key-authority.ts";
import { list } from "../keys/list.ts";
import { removeMember } from "./remove-member.ts";
import { roles } from "./role.ts";
import {
  aDesk,
  aKey,
  aMember,
  anOrganization,
  noon,
  outcomeOf,
  type TestDesk,
  type Worker,
} from "../testing/index.ts";
import { verify } from "../admission/verify.ts";

async function open() {
  const desk = aDesk();
  return { desk, owner: await anOrganization(desk) };
}

const idOf = (worker: Worker) => worker.act.actor.memberId;
const remove = (
  desk: TestDesk,
  by: Worker,
  who: Worker,
  settlements: Parameters<typeof removeMember>[2]["settlements"] = [],
) => outcomeOf(removeMember(desk, by.act, { memberId: idOf(who), label: "them", settlements }));
const give = (desk: TestDesk, by: Worker, who: Worker, role: (typeof roles)[number]) =>
  outcomeOf(changeRole(desk, by.act, { memberId: idOf(who), role, label: "them" }));

describe("members", () => {
  it.each(roles.flatMap((actor) => roles.flatMap((from) => roles.map((to) => [actor, from, to] as const))))(
    "a %s makes a %s a %s only if their role decides about both",
    async (actor, from, to) => {
      const { desk, owner } = await open();
      const by = await aMember(desk, owner, actor);
      const who = await aMember(desk, owner, from);
      const manager = actor === "owner" || actor === "admin";
      const allowed = actor === "owner" || (manager && from !== "owner" && to !== "owner");
      expect(await give(desk, by, who, to)).toBe(allowed ? "done" : "role_not_allowed");
      expect(await remove(desk, by, await aMember(desk, owner, from))).toBe(
        actor === "owner" || (manager && from !== "owner") ? "done" : "role_not_allowed",
      );
    },
  );

  it("the last owner can neither step down nor leave", async () => {
    const { desk, owner } = await open();
    expect(await give(desk, owner, owner, "admin")).toBe("last_owner");
    expect(await remove(desk, owner, owner)).toBe("last_owner");
    const second = await aMember(desk, owner, "owner");
    expect(await give(desk, second, owner, "viewer")).toBe("done");
    expect(await give(desk, second, second, "admin")).toBe("last_owner");
  });

  it("two owners who demote each other at once leave one of them an owner", async () => {
    for (let round = 0; round < 25; round += 1) {
      const { desk, owner } = await open();
      const second = await aMember(desk, owner, "owner");
      const outcomes = await Promise.all([
        give(desk, owner, second, "member"),
        give(desk, second, owner, "member"),
      ]);
      // Whoever was demoted a moment ago has no say any more.
      expect(outcomes.toSorted()).toEqual(["authority_lost", "done"]);
      const members = await desk.tenancy.listMembers(owner.act.organizationId);
      expect(members.filter(({ role }) => role === "owner")).toHaveLength(1);
    }
  });

  it("nobody reaches a member of another organization", async () => {
    const { desk, owner } = await open();
    const stranger = await anOrganization(desk);
    expect(await give(desk, stranger, owner, "viewer")).toBe("member_not_found");
    expect(await remove(desk, stranger, owner)).toBe("member_not_found");
  });
});

describe("a member who leaves", () => {
  it("stays until each of their keys is revoked or handed over", async () => {
    const { desk, owner } = await open();
    const leaver = await aMember(desk, owner, "admin");
    const one = await aKey(desk, leaver.act);
    const two = await aKey(desk, leaver.act);
    const revokeOne = { keyId: one.key.id, action: "revoke" } as const;
    expect(await remove(desk, owner, leaver)).toBe("keys_need_settling");
    expect(await remove(desk, owner, leaver, [revokeOne])).toBe("keys_need_settling");
    for (const { token } of [one, two]) {
      expect(await verify(desk.store, token, { brand: "kat", now: noon })).toMatchObject({ valid: true });
    }

    const handOver = { keyId: two.key.id, action: "hand_over", to: idOf(owner) } as const;
    expect(await remove(desk, owner, leaver, [revokeOne, handOver])).toBe("done");
    expect(await verify(desk.store, one.token, { brand: "kat", now: noon })).toMatchObject({
      reason: "key_revoked",
    });
    expect(await verify(desk.store, two.token, { brand: "kat", now: noon })).toMatchObject({ valid: true });
    expect((await findKey(desk, owner.act, two.key.id)).responsible).toEqual({
      memberId: idOf(owner),
      role: "owner",
    });
    expect((await findKey(desk, owner.act, one.key.id)).revocation?.reason).toBe("member_left");

    const entries = await desk.audit.list(owner.act.organizationId, { limit: 3 });
    expect(entries.items.map(({ action, object }) => [action, object.label])).toEqual([
      ["key.handed_over", two.key.name],
      ["key.revoked", one.key.name],
      ["member.removed", "them"],
    ]);
    const { userId } = leaver.act.actor;
    expect(await desk.tenancy.findMembership(owner.act.organizationId, userId)).toBeNull();
  });

  it("cannot settle by what is not theirs: another's key, another organization's, a viewer, themselves", async () => {
    const { desk, owner } = await open();
    const leaver = await aMember(desk, owner, "admin");
    const viewer = await aMember(desk, owner, "viewer");
    const stranger = await anOrganization(desk);
    const keyId = (await aKey(desk, leaver.act)).key.id;
    const foreign = (await aKey(desk, stranger.act)).key.id;
    const ours = (await aKey(desk, owner.act)).key.id;
    const revoke = { keyId, action: "revoke" } as const;
    const to = (worker: Worker) => [{ keyId, action: "hand_over", to: idOf(worker) }] as const;
    const and = (extra: typeof keyId) => [revoke, { keyId: extra, action: "revoke" }] as const;
    expect(await remove(desk, owner, leaver, and(ours))).toBe("keys_need_settling");
    expect(await remove(desk, owner, leaver, and(foreign))).toBe("key_not_found");
    expect(await remove(desk, owner, leaver, to(viewer))).toBe("role_not_allowed");
    expect(await remove(desk, owner, leaver, to(stranger))).toBe("member_not_found");
    expect(await remove(desk, owner, leaver, to(leaver))).toBe("keys_need_settling");
    expect((await findKey(desk, stranger.act, foreign)).revocation).toBeNull();
  });

  it("can go by themselves, but not raise their keys to somebody else's role", async () => {
    const { desk, owner } = await open();
    const leaver = await aMember(desk, owner, "member");
    const keyId = (await aKey(desk, leaver.act)).key.id;
    expect(await remove(desk, leaver, leaver, [{ keyId, action: "hand_over", to: idOf(owner) }])).toBe(
      "role_not_allowed",
    );
    expect(await remove(desk, leaver, leaver, [{ keyId, action: "revoke" }])).toBe("done");
  });
});

const accept = (desk: TestDesk, token: string, email = "new@example.com", now = noon) =>
  outcomeOf(
    acceptInvitation(desk, {
      token,
      user: { id: createId("usr", now, desk.random), email },
      now,
      address: null,
      requestId: null,
    }),
  );

describe("an invitation", () => {
  const offer = { email: "new@example.com", role: "member" } as const;
  it("makes its addressee a member, once", async () => {
    const { desk, owner } = await open();
    const { token } = await invite(desk, owner.act, offer);
    expect(await findInvitation(desk, token, noon)).toMatchObject({ invitation: offer });
    const outcomes = await Promise.all([1, 2, 3].map(() => accept(desk, token)));
    expect(outcomes.toSorted()).toEqual(["done", "invitation_not_found", "invitation_not_found"]);
    expect(await desk.tenancy.listMembers(owner.act.organizationId)).toHaveLength(2);
    expect(await desk.tenancy.listInvitations(owner.act.organizationId, noon)).toEqual([]);
  });

  it("is nothing to others, after seven days, once withdrawn, or with a made-up token", async () => {
    const { desk, owner } = await open();
    const week = 7 * 24 * 3_600_000;
    const { token, invitation } = await invite(desk, owner.act, offer);
    expect(await accept(desk, token, "other@example.com")).toBe("invitation_for_other_email");
    expect(await accept(desk, "made up")).toBe("invitation_not_found");
    expect(await accept(desk, token, offer.email, noon + week)).toBe("invitation_not_found");
    const stranger = await anOrganization(desk);
    expect(await outcomeOf(withdrawInvitation(desk, stranger.act, invitation.id))).toBe(
      "invitation_not_found",
    );
    expect(await outcomeOf(withdrawInvitation(desk, owner.act, invitation.id))).toBe("done");
    expect(await accept(desk, token)).toBe("invitation_not_found");
  });

  it("is for managers to make, and for owners to make an owner", async () => {
    const { desk, owner } = await open();
    const admin = await aMember(desk, owner, "admin");
    const member = await aMember(desk, owner, "member");
    expect(await outcomeOf(invite(desk, admin.act, { ...offer, role: "owner" }))).toBe("role_not_allowed");
    expect(await outcomeOf(invite(desk, admin.act, { ...offer, role: "admin" }))).toBe("done");
    expect(await outcomeOf(invite(desk, member.act, { ...offer, role: "viewer" }))).toBe("role_not_allowed");
  });

  it("ends with the right of whoever made it: by removal, and by a lower role", async () => {
    const { desk, owner } = await open();
    for (const end of [
      (worker: Worker) => remove(desk, owner, worker),
      (worker: Worker) => give(desk, owner, worker, "member"),
    ]) {
      const admin = await aMember(desk, owner, "admin");
      const { token } = await invite(desk, admin.act, offer);
      await end(admin);
      expect(await outcomeOf(findInvitation(desk, token, noon))).toBe("invitation_not_found");
      expect(await accept(desk, token)).toBe("invitation_not_found");
      expect(await desk.tenancy.listInvitations(owner.act.organizationId, noon)).toEqual([]);
    }
    const second = await aMember(desk, owner, "owner");
    const { token } = await invite(desk, second.act, { ...offer, role: "owner" });
    await give(desk, owner, second, "admin");
    expect(await accept(desk, token)).toBe("invitation_not_found");
  });

  it("is not for admins to withdraw when it makes an owner, nor for members at all", async () => {
    const { desk, owner } = await open();
    const admin = await aMember(desk, owner, "admin");
    const member = await aMember(desk, owner, "member");
    const { invitation: crown } = await invite(desk, owner.act, { ...offer, role: "owner" });
    const { invitation } = await invite(desk, owner.act, offer);
    expect(await outcomeOf(withdrawInvitation(desk, admin.act, crown.id))).toBe("role_not_allowed");
    expect(await outcomeOf(withdrawInvitation(desk, member.act, invitation.id))).toBe("role_not_allowed");
    expect(await outcomeOf(withdrawInvitation(desk, admin.act, invitation.id))).toBe("done");
  });

  it("does nothing for somebody who is a member already, and stays open", async () => {
    const { desk, owner } = await open();
    const { email, userId } = owner.act.actor;
    const { token } = await invite(desk, owner.act, { email, role: "viewer" });
    const request = { token, user: { id: userId, email }, now: noon, address: null, requestId: null };
    expect(await outcomeOf(acceptInvitation(desk, request))).toBe("member_exists");
    expect(await desk.tenancy.listInvitations(owner.act.organizationId, noon)).toHaveLength(1);
  });
});

describe("changes at the same moment", () => {
  it("an admin does not remove whom an owner has just made an owner", async () => {
    const { desk, owner } = await open();
    const admin = await aMember(desk, owner, "admin");
    const rising = await aMember(desk, owner, "member");
    const outcomes = await Promise.all([give(desk, owner, rising, "owner"), remove(desk, admin, rising)]);
    expect(outcomes).toEqual(["done", "member_changed"]);
  });

  it("a role is not taken back from somebody who has been given another one since", async () => {
    const { desk, owner } = await open();
    const { memberId } = (await aMember(desk, owner, "viewer")).act.actor;
    const back = { memberId, role: "member", label: "them" } as const;
    expect(await outcomeOf(changeRole(desk, owner.act, { ...back, from: "admin" }))).toBe("member_changed");
    expect(await outcomeOf(changeRole(desk, owner.act, { ...back, from: "viewer" }))).toBe("done");
  });

  it("no key is left to somebody who leaves: by handing over, by settling, by issuing", async () => {
    const { desk, owner } = await open();
    const [giver, taker] = [await aMember(desk, owner, "admin"), await aMember(desk, owner, "admin")];
    const { key } = await aKey(desk, giver.act);
    const handOver = { keyId: key.id, action: "hand_over", to: idOf(taker) } as const;
    const settled = await Promise.all([remove(desk, owner, taker), remove(desk, owner, giver, [handOver])]);
    expect(settled).toEqual(["done", "keys_need_settling"]);

    const next = await aMember(desk, owner, "admin");
    const change = { keyId: key.id, responsibleMemberId: idOf(next) };
    const handed = await Promise.all([remove(desk, owner, next), outcomeOf(edit(desk, owner.act, change))]);
    expect(handed).toEqual(["done", "member_not_found"]);

    const last = await aMember(desk, owner, "admin");
    const issued = await Promise.all([remove(desk, owner, last), outcomeOf(aKey(desk, last.act))]);
    // Whichever comes first, the other sees it.
    expect(["done authority_lost", "keys_need_settling done"]).toContain(issued.join(" "));
    const { items } = await list(desk, owner.act, { limit: 10 });
    expect(items.map(({ responsible }) => responsible.role)).not.toContain(null);
  });

  it("who has left is nobody's colleague any more, and in nobody's list", async () => {
    const { desk, owner } = await open();
    const leaver = await aMember(desk, owner, "admin");
    await remove(desk, owner, leaver);
    const members = await desk.tenancy.listMembers(owner.act.organizationId);
    expect(members.map(({ id }) => id)).toEqual([idOf(owner)]);
    expect(await desk.tenancy.listMemberships(leaver.act.actor.userId)).toEqual([]);
    expect(await give(desk, owner, leaver, "viewer")).toBe("member_not_found");
  });
});
