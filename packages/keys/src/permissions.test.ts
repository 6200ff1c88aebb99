import { describe, expect, it } from "vitest";
import type { Act, Actor } from "./actor.ts";
import { edit } from "./edit.ts";
import { endOverlap } from "./end-overlap.ts";
import { list } from "./list.ts";
import { revoke } from "./revoke.ts";
import { rotate } from "./rotate.ts";
import type { Scope } from "./scope.ts";
import { aDesk, aKey, aMember, anOrganization, noon, outcomeOf, type Worker } from "./testing/index.ts";

async function open() {
  const desk = aDesk();
  const owner = await anOrganization(desk, { plan: "enterprise" });
  return { desk, owner };
}

const asKey = (
  worker: Worker,
  scopes: readonly Scope[],
  environment: "live" | "test" = "live",
): Act<Actor> => {
  const { memberId, role } = worker.act.actor;
  const actor = { type: "key", keyId: "key_x", name: "Robot", environment, memberId, role, scopes } as const;
  return { ...worker.act, actor };
};

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

  it("a key gives no more than it has: not by issuing, not by editing, not by rotating a stronger one", async () => {
    const { desk, owner } = await open();
    const robot = asKey(owner, ["keys:read", "keys:write"]);
    expect((await aKey(desk, robot)).key.scopes).toEqual(["keys:read", "keys:write"]);
    expect(await outcomeOf(aKey(desk, robot, { scopes: ["products:read"] }))).toBe("scope_not_allowed");
    const { key: strong } = await aKey(desk, owner.act);
    expect(await outcomeOf(rotate(desk, robot, { keyId: strong.id, overlapSeconds: 0 }))).toBe(
      "scope_not_allowed",
    );
    const { key: weak } = await aKey(desk, owner.act, { scopes: ["keys:read"] });
    expect(await outcomeOf(edit(desk, robot, { keyId: weak.id, scopes: ["billing:read"] }))).toBe(
      "scope_not_allowed",
    );
    expect(await outcomeOf(rotate(desk, robot, { keyId: weak.id, overlapSeconds: 0 }))).toBe("done");
  });

  it("a key manages keys only with keys:write, and while its member is an admin", async () => {
    const { desk, owner } = await open();
    const { key } = await aKey(desk, owner.act, { scopes: [] });
    const worker = await aMember(desk, owner, "member");
    for (const act of [asKey(owner, ["keys:read"]), asKey(worker, ["keys:write"])]) {
      expect(await outcomeOf(aKey(desk, act))).toBe("role_not_allowed");
      expect(await outcomeOf(rotate(desk, act, { keyId: key.id, overlapSeconds: 0 }))).toBe(
        "role_not_allowed",
      );
    }
  });

  it("a key can always end itself", async () => {
    const { desk, owner } = await open();
    const { key } = await aKey(desk, owner.act, { scopes: [] });
    const robot = asKey(owner, []);
    const itself = { ...robot, actor: { ...robot.actor, keyId: key.id } };
    expect(await outcomeOf(revoke(desk, itself, { keyId: key.id, reason: "compromised", text: null }))).toBe(
      "done",
    );
  });

  it("a test key knows nothing of live keys", async () => {
    const { desk, owner } = await open();
    const robot = asKey(owner, ["keys:read", "keys:write"], "test");
    const { key: live } = await aKey(desk, owner.act, { scopes: ["keys:read"] });
    const { key: test } = await aKey(desk, owner.act, { scopes: ["keys:read"], environment: "test" });
    expect((await list(desk, robot, { limit: 10 })).items.map(({ id }) => id)).toEqual([test.id]);
    expect((await list(desk, robot, { limit: 10, environment: "live" })).items).toEqual([]);
    expect(await outcomeOf(rotate(desk, robot, { keyId: live.id, overlapSeconds: 0 }))).toBe("key_not_found");
    expect(await outcomeOf(aKey(desk, robot))).toBe("environment_not_allowed");
    expect(await outcomeOf(aKey(desk, robot, { environment: "test" }))).toBe("done");
  });

  it("nobody reaches a key of another organization", async () => {
    const { desk, owner } = await open();
    const stranger = await anOrganization(desk);
    const keyId = (await aKey(desk, owner.act)).key.id;
    for (const change of [
      rotate(desk, stranger.act, { keyId, overlapSeconds: 0 }),
      endOverlap(desk, stranger.act, keyId),
      edit(desk, stranger.act, { keyId, name: "Mine" }),
      revoke(desk, stranger.act, { keyId, reason: "other", text: null }),
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
