import { describe, expect, it } from "vitest";
import type { Act } from "../actor.ts";
import type { ApiKey } from "./api-key.ts";
import { changeRole } from "../organizations/change-role.ts";
import { edit } from "./edit.ts";
import { endOverlap } from "./end-overlap.ts";
import type { KeyId } from "../id.ts";
import { list } from "./list.ts";
import { removeMember } from "../organizations/remove-member.ts";
import { revoke } from "./revoke.ts";
import { rotate } from "./rotate.ts";
import {
  aDesk,
  aKey,
  aMember,
  anOrganization,
  asKey,
  noon,
  outcomeOf,
  type TestDesk,
} from "../testing/index.ts";

async function open() {
  const desk = aDesk();
  const owner = await anOrganization(desk, { plan: "enterprise" });
  return { desk, owner };
}

describe("who may do what with keys", () => {
  it.each([
    ["admin", "done", "done"],
    ["member", "done", "role_not_allowed"],
    ["viewer", "role_not_allowed", "role_not_allowed"],
  ] as const)("a %s issues a key: %s, and changes somebody else's: %s", async (role, issues, changes) => {
    const { desk, owner } = await open();
    const worker = await aMember(desk, owner, role);
    expect(await outcomeOf(aKey(desk, worker.act))).toBe(issues);
    const { keyId } = { keyId: (await aKey(desk, owner.act)).key.id };
    expect(await outcomeOf(rotate(desk, worker.act, { keyId, overlapSeconds: 60 }))).toBe(changes);
    expect(await outcomeOf(edit(desk, worker.act, { keyId, note: "mine" }))).toBe(changes);
    if (changes !== "done") expect(await outcomeOf(endOverlap(desk, worker.act, keyId))).toBe(changes);
    expect(await outcomeOf(revoke(desk, worker.act, { keyId, reason: "unused", text: null }))).toBe(changes);
  });

  it("a member manages the keys they are responsible for, within their role", async () => {
    const { desk, owner } = await open();
    const worker = await aMember(desk, owner, "member");
    const { key } = await aKey(desk, worker.act);
    expect(key.scopes).toEqual(["products:read", "products:write", "usage:read"]);
    expect(await outcomeOf(aKey(desk, worker.act, { scopes: ["keys:read"] }))).toBe("scope_not_allowed");
    expect(await outcomeOf(edit(desk, worker.act, { keyId: key.id, scopes: ["billing:read"] }))).toBe(
      "scope_not_allowed",
    );
    expect(await outcomeOf(edit(desk, worker.act, { keyId: key.id, scopes: ["usage:read"] }))).toBe("done");
    const { memberId } = owner.act.actor;
    expect(await outcomeOf(edit(desk, worker.act, { keyId: key.id, responsibleMemberId: memberId }))).toBe(
      "role_not_allowed",
    );
    expect(await outcomeOf(revoke(desk, worker.act, { keyId: key.id, reason: "unused", text: null }))).toBe(
      "done",
    );
  });

  it("a change that was decided on an earlier look is refused once somebody else has changed the key", async () => {
    const { desk, owner } = await open();
    const { keyId } = { keyId: (await aKey(desk, owner.act)).key.id };
    const { revision } = await edit(desk, owner.act, { keyId, note: "mine" });
    const { revision: later } = await edit(desk, owner.act, { keyId, note: "another's" });
    expect(await outcomeOf(edit(desk, owner.act, { keyId, note: null, revision }))).toBe("key_changed");
    expect(await outcomeOf(edit(desk, owner.act, { keyId, note: null, revision: later }))).toBe("done");
  });

  it("a member can shorten a key's life, only an admin can lengthen it, and nobody into the past", async () => {
    const { desk, owner } = await open();
    const worker = await aMember(desk, owner, "member");
    const { key } = await aKey(desk, worker.act, { expiresAt: noon + 5_000 });
    const until = (expiresAt: number | null) => ({ keyId: key.id, expiresAt });
    expect(await outcomeOf(edit(desk, worker.act, until(noon + 9_000)))).toBe("expiry_not_allowed");
    expect(await outcomeOf(edit(desk, worker.act, until(null)))).toBe("expiry_not_allowed");
    expect(await outcomeOf(edit(desk, worker.act, until(noon + 4_000)))).toBe("done");
    expect(await outcomeOf(edit(desk, owner.act, until(noon)))).toBe("expiry_not_allowed");
    expect(await outcomeOf(edit(desk, owner.act, until(null)))).toBe("done");
    expect(await outcomeOf(aKey(desk, owner.act, { expiresAt: noon }))).toBe("expiry_not_allowed");
  });

  it("a viewer manages no key, not even one they are responsible for", async () => {
    const { desk, owner } = await open();
    const worker = await aMember(desk, owner, "member");
    const { key } = await aKey(desk, worker.act);
    const { memberId } = worker.act.actor;
    await changeRole(desk, owner.act, { memberId, role: "viewer", label: "them" });
    const viewer = { ...worker.act, actor: { ...worker.act.actor, role: "viewer" } as const };
    const rotation = rotate(desk, viewer, { keyId: key.id, overlapSeconds: 60 });
    expect(await outcomeOf(rotation)).toBe("role_not_allowed");
  });

  it("nobody reaches a key of another organization", async () => {
    const { desk, owner } = await open();
    const stranger = await anOrganization(desk);
    const keyId = (await aKey(desk, owner.act)).key.id;
    for (const change of [
      rotate(desk, stranger.act, { keyId, overlapSeconds: 0 }),
      endOverlap(desk, stranger.act, keyId),
      edit(desk, stranger.act, { keyId, name: "Mine" }),
      revoke(desk, stranger.act, { keyId, reason: "unused", text: null }),
    ]) {
      expect(await outcomeOf(change)).toBe("key_not_found");
    }
  });

  it("two people who edit a key at once: the second is told", async () => {
    const { desk, owner } = await open();
    const keyId = (await aKey(desk, owner.act)).key.id;
    const outcomes = await Promise.all(
      ["One", "Two"].map((name) => outcomeOf(edit(desk, owner.act, { keyId, name }))),
    );
    expect(outcomes.toSorted()).toEqual(["done", "key_changed"]);
  });
});

describe("a right that ends while a request is under way", () => {
  const attempts = {
    issue: (desk: TestDesk, act: Act) => aKey(desk, act, { scopes: ["keys:read"] }),
    rotate: (desk: TestDesk, act: Act, keyId: KeyId) => rotate(desk, act, { keyId, overlapSeconds: 0 }),
    edit: (desk: TestDesk, act: Act, keyId: KeyId) => edit(desk, act, { keyId, note: "x" }),
    revoke: (desk: TestDesk, act: Act, keyId: KeyId) =>
      revoke(desk, act, { keyId, reason: "unused", text: null }),
  };
  const verbs = Object.entries(attempts);

  it.each(verbs)("of a member whose role changes: no %s", async (_, attempt) => {
    const { desk, owner } = await open();
    const admin = await aMember(desk, owner, "admin");
    const { key } = await aKey(desk, owner.act);
    const { memberId } = admin.act.actor;
    await changeRole(desk, owner.act, { memberId, role: "viewer", label: "them" });
    expect(await outcomeOf(attempt(desk, admin.act, key.id))).toBe("authority_lost");
  });

  it.each(verbs)("of a member who is removed: no %s", async (_, attempt) => {
    const { desk, owner } = await open();
    const admin = await aMember(desk, owner, "admin");
    const { key } = await aKey(desk, owner.act);
    const { memberId } = admin.act.actor;
    await removeMember(desk, owner.act, { memberId, label: "them", settlements: [] });
    expect(await outcomeOf(attempt(desk, admin.act, key.id))).toBe("authority_lost");
  });

  it.each(verbs)("of a key that is revoked, rotated, narrowed or shrunk: no %s", async (_, attempt) => {
    const { desk, owner } = await open();
    const { key: target } = await aKey(desk, owner.act, { scopes: ["keys:read"] });
    const admin = await aMember(desk, owner, "admin");
    const { memberId } = admin.act.actor;
    const endings = [
      (keyId: KeyId) => revoke(desk, owner.act, { keyId, reason: "compromised", text: null }),
      (keyId: KeyId) => rotate(desk, owner.act, { keyId, overlapSeconds: 0 }),
      (keyId: KeyId) => edit(desk, owner.act, { keyId, scopes: ["keys:read"] }),
      () => changeRole(desk, owner.act, { memberId, role: "member", label: "them" }),
    ];
    for (const end of endings) {
      const { key } = await aKey(desk, admin.act);
      const robot = asKey(admin, { key });
      await end(key.id);
      expect(await outcomeOf(attempt(desk, robot, target.id))).toBe("authority_lost");
    }
  });
});

describe("a key that manages keys", () => {
  const keysOnly = ["keys:read", "keys:write"] as const;

  it("gives no scope that it lacks: not by issuing, editing or rotating, even if it sleeps today", async () => {
    const { desk, owner } = await open();
    const robot = asKey(owner, await aKey(desk, owner.act, { scopes: keysOnly }));
    expect((await aKey(desk, robot)).key.scopes).toEqual(keysOnly);
    expect(await outcomeOf(aKey(desk, robot, { scopes: ["products:read"] }))).toBe("scope_not_allowed");
    const { key: weak } = await aKey(desk, owner.act, { scopes: ["keys:read"] });
    const widen = edit(desk, robot, { keyId: weak.id, scopes: ["billing:read"] });
    expect(await outcomeOf(widen)).toBe("scope_not_allowed");
    expect(await outcomeOf(rotate(desk, robot, { keyId: weak.id, overlapSeconds: 0 }))).toBe("done");

    const admin = await aMember(desk, owner, "admin");
    const { key: strong } = await aKey(desk, admin.act);
    const { memberId } = admin.act.actor;
    await changeRole(desk, owner.act, { memberId, role: "viewer", label: "them" });
    const rotation = rotate(desk, robot, { keyId: strong.id, overlapSeconds: 0 });
    expect(await outcomeOf(rotation)).toBe("scope_not_allowed");
  });

  it("gives no longer life than its own", async () => {
    const { desk, owner } = await open();
    const robot = asKey(owner, await aKey(desk, owner.act, { expiresAt: noon + 60_000 }));
    expect(await outcomeOf(aKey(desk, robot))).toBe("expiry_not_allowed");
    expect(await outcomeOf(aKey(desk, robot, { expiresAt: noon + 60_001 }))).toBe("expiry_not_allowed");
    expect(await outcomeOf(aKey(desk, robot, { expiresAt: noon + 60_000 }))).toBe("done");
    const { key: eternal } = await aKey(desk, owner.act);
    const rotation = rotate(desk, robot, { keyId: eternal.id, overlapSeconds: 0 });
    expect(await outcomeOf(rotation)).toBe("expiry_not_allowed");
    const { keyId } = robot.actor;
    expect(await outcomeOf(edit(desk, robot, { keyId, expiresAt: null }))).toBe("expiry_not_allowed");
    expect(await outcomeOf(edit(desk, robot, { keyId, expiresAt: noon + 1_000 }))).toBe("done");
  });

  it("opens no address that is closed to itself", async () => {
    const { desk, owner } = await open();
    const robot = asKey(owner, await aKey(desk, owner.act, { addresses: ["10.0.0.0/8"] }));
    const { key: open_ } = await aKey(desk, owner.act);
    expect(await outcomeOf(aKey(desk, robot))).toBe("addresses_not_allowed");
    expect(await outcomeOf(aKey(desk, robot, { addresses: ["11.0.0.1"] }))).toBe("addresses_not_allowed");
    expect(await outcomeOf(aKey(desk, robot, { addresses: ["10.1.0.0/16"] }))).toBe("done");
    const rotation = rotate(desk, robot, { keyId: open_.id, overlapSeconds: 0 });
    expect(await outcomeOf(rotation)).toBe("addresses_not_allowed");
    const { keyId } = robot.actor;
    expect(await outcomeOf(edit(desk, robot, { keyId, addresses: [] }))).toBe("addresses_not_allowed");
    expect(await outcomeOf(edit(desk, robot, { keyId, addresses: ["10.2.0.0/16"] }))).toBe("done");
  });

  it("ends the overlap of what it could rotate, and of nothing stronger", async () => {
    const { desk, owner } = await open();
    const rotating = async (request: Parameters<typeof aKey>[2] = {}) => {
      const { key } = await aKey(desk, owner.act, request);
      return rotate(desk, owner.act, { keyId: key.id, overlapSeconds: 3_600 });
    };
    const robotWith = async (request: Parameters<typeof aKey>[2]) =>
      asKey(owner, await aKey(desk, owner.act, request));
    const end = async (act: Act, { key }: { key: ApiKey }) => outcomeOf(endOverlap(desk, act, key.id));
    const strong = await rotating();
    const cases = [
      [{ scopes: keysOnly }, "scope_not_allowed"],
      [{ scopes: ["keys:read"] }, "role_not_allowed"],
      [{ expiresAt: noon + 60_000 }, "expiry_not_allowed"],
      [{ addresses: ["10.0.0.0/8"] }, "addresses_not_allowed"],
      [{ environment: "test" }, "key_not_found"],
    ] as const;
    for (const [request, refusal] of cases) {
      expect(await end(await robotWith(request), strong)).toBe(refusal);
    }
    expect(await end(await robotWith({ scopes: keysOnly }), await rotating({ scopes: keysOnly }))).toBe(
      "done",
    );
    expect(await end(await robotWith({}), strong)).toBe("done");
    expect(await end(await robotWith({}), strong)).toBe("overlap_not_running");
  });

  it("needs keys:write, and a member who is an admin", async () => {
    const { desk, owner } = await open();
    const { key: target } = await aKey(desk, owner.act, { scopes: [] });
    const { key } = await aKey(desk, owner.act);
    const reader = asKey(owner, await aKey(desk, owner.act, { scopes: ["keys:read"] }));
    for (const act of [reader, asKey(owner, { key, role: "member" })]) {
      expect(await outcomeOf(aKey(desk, act))).toBe("role_not_allowed");
      const rotation = rotate(desk, act, { keyId: target.id, overlapSeconds: 0 });
      expect(await outcomeOf(rotation)).toBe("role_not_allowed");
      const revocation = revoke(desk, act, { keyId: target.id, reason: "unused", text: null });
      expect(await outcomeOf(revocation)).toBe("role_not_allowed");
    }
  });

  it("hands no key over", async () => {
    const { desk, owner } = await open();
    const { key } = await aKey(desk, owner.act);
    const other = await aMember(desk, owner, "admin");
    const { memberId: responsibleMemberId } = other.act.actor;
    const handOver = edit(desk, asKey(owner, { key }), { keyId: key.id, responsibleMemberId });
    expect(await outcomeOf(handOver)).toBe("role_not_allowed");
  });

  it("can end itself, whatever it may do otherwise, once", async () => {
    const { desk, owner } = await open();
    const { key } = await aKey(desk, owner.act, { scopes: [] });
    const robot = asKey(owner, { key, role: "viewer" });
    const itself = () => outcomeOf(revoke(desk, robot, { keyId: key.id, reason: "compromised", text: null }));
    expect(await itself()).toBe("done");
    expect(await itself()).toBe("key_already_revoked");
  });

  it("of the test environment knows nothing of live keys", async () => {
    const { desk, owner } = await open();
    const { key: live } = await aKey(desk, owner.act, { scopes: ["keys:read"] });
    const { key } = await aKey(desk, owner.act, { environment: "test" });
    const robot = asKey(owner, { key });
    expect((await list(desk, robot, { limit: 10 })).items.map(({ id }) => id)).toEqual([key.id]);
    expect((await list(desk, robot, { limit: 10, environment: "live" })).items).toEqual([]);
    const rotation = rotate(desk, robot, { keyId: live.id, overlapSeconds: 0 });
    expect(await outcomeOf(rotation)).toBe("key_not_found");
    expect(await outcomeOf(aKey(desk, robot))).toBe("environment_not_allowed");
    expect(await outcomeOf(aKey(desk, robot, { environment: "test" }))).toBe("done");
  });

  it("is named as itself in what it made, so that its name can pass for nobody's", async () => {
    const { desk, owner } = await open();
    const { key } = await aKey(desk, owner.act, { name: "ceo@example.com" });
    const made = await aKey(desk, asKey(owner, { key }));
    expect(made.key.createdBy).toEqual({ type: "key", id: key.id, label: "ceo@example.com" });
    expect(made.key.responsible.memberId).toBe(owner.act.actor.memberId);
  });
});

describe("names and caps", () => {
  it("a name is taken whatever its case, until its key is revoked, and only in its organization", async () => {
    const { desk, owner } = await open();
    const stranger = await anOrganization(desk);
    const { key } = await aKey(desk, owner.act, { name: "Zürich ÉTÉ" });
    expect(await outcomeOf(aKey(desk, owner.act, { name: "ZÜRICH été" }))).toBe("key_name_taken");
    expect(await outcomeOf(aKey(desk, stranger.act, { name: "Zürich ÉTÉ" }))).toBe("done");
    const other = await aKey(desk, owner.act);
    expect(await outcomeOf(edit(desk, owner.act, { keyId: other.key.id, name: "zürich été" }))).toBe(
      "key_name_taken",
    );
    await revoke(desk, owner.act, { keyId: key.id, reason: "unused", text: null });
    expect(await outcomeOf(aKey(desk, owner.act, { name: "zürich été" }))).toBe("done");
  });

  it.each([
    ["straße", "STRASSE"],
    ["ΟΔΟΣ", "οδοσ"],
    ["Zapier", "Zap\u200Bier"],
    ["ﬁne", "FINE"],
  ])("%s and %s are one name", async (name, other) => {
    const { desk, owner } = await open();
    await aKey(desk, owner.act, { name });
    expect(await outcomeOf(aKey(desk, owner.act, { name: other }))).toBe("key_name_taken");
  });

  it("the standard plan has five active keys over both environments; ended ones make room", async () => {
    const { desk } = await open();
    const owner = await anOrganization(desk);
    const { key: first } = await aKey(desk, owner.act, { expiresAt: noon + 10 });
    const { key: second } = await aKey(desk, owner.act, { environment: "test" });
    for (let i = 0; i < 3; i += 1) await aKey(desk, owner.act);
    expect(await outcomeOf(aKey(desk, owner.act, { environment: "test" }))).toBe("key_limit_reached");
    await rotate(desk, owner.act, { keyId: first.id, overlapSeconds: 60 });
    expect(await outcomeOf(aKey(desk, owner.act))).toBe("key_limit_reached");
    expect(await outcomeOf(aKey(desk, owner.at(noon + 10)))).toBe("done");
    expect(await outcomeOf(aKey(desk, owner.at(noon + 10)))).toBe("key_limit_reached");
    await revoke(desk, owner.at(noon + 11), { keyId: second.id, reason: "unused", text: null });
    expect(await outcomeOf(aKey(desk, owner.at(noon + 11)))).toBe("done");
  });
});
