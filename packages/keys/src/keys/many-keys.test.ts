import { describe, expect, it } from "vitest";
import { edit } from "./edit.ts";
import { handOverMany } from "./hand-over-many.ts";
import { revokeMany } from "./revoke-many.ts";
import { revoke } from "./revoke.ts";
import { aDesk, aKey, aMember, anOrganization, noon, outcomeOf } from "../testing/index.ts";

const unused = { reason: "unused", text: null } as const;

async function setUp() {
  const desk = aDesk();
  const owner = await anOrganization(desk, { plan: "enterprise" });
  const admin = await aMember(desk, owner, "admin");
  const keys = [];
  for (const name of ["One", "Two", "Three"]) keys.push((await aKey(desk, owner.act, { name })).key);
  const { organizationId } = owner.act;
  const entries = async (action: "key.revoked" | "key.handed_over") =>
    (await desk.audit.list(organizationId, { action, limit: 50 })).items;
  const keyIds = keys.map(({ id }) => id);
  const stored = async () => {
    const found = await Promise.all(keyIds.map((keyId) => desk.store.findKey(organizationId, keyId)));
    return found.filter((key) => key !== null);
  };
  return { desk, owner, admin, keyIds, organizationId, entries, stored };
}

describe("revoking several keys", () => {
  it("ends each, with an entry of its own, and none twice", async () => {
    const { desk, owner, keyIds, entries, stored } = await setUp();
    const [first, second = first, third] = keyIds;
    await revoke(desk, owner.act, { keyId: second ?? "key_", reason: "compromised", text: null });
    const asked = [...keyIds, ...keyIds];
    expect(await revokeMany(desk, owner.at(noon + 5), { keyIds: asked, ...unused })).toEqual([first, third]);
    expect((await stored()).map(({ revocation }) => revocation?.reason)).toEqual([
      "unused",
      "compromised",
      "unused",
    ]);
    expect((await entries("key.revoked")).map(({ object }) => object.label).toSorted()).toEqual([
      "One",
      "Three",
      "Two",
    ]);
    expect(await revokeMany(desk, owner.act, { keyIds, ...unused })).toEqual([]);
  });

  it("ends none when one is somebody else's, unknown, or another organization's", async () => {
    const { desk, owner, keyIds, stored, entries } = await setUp();
    const member = await aMember(desk, owner, "member");
    const { key: own } = await aKey(desk, member.act);
    const stranger = await anOrganization(desk);
    const { key: foreign } = await aKey(desk, stranger.act);
    const outcomes = [
      await outcomeOf(revokeMany(desk, member.act, { keyIds: [own.id, ...keyIds], ...unused })),
      await outcomeOf(revokeMany(desk, owner.act, { keyIds: [...keyIds, foreign.id], ...unused })),
      await outcomeOf(revokeMany(desk, owner.act, { keyIds, reason: "other", text: null })),
    ];
    expect(outcomes).toEqual(["role_not_allowed", "key_not_found", "revocation_text_missing"]);
    expect((await stored()).filter(({ revocation }) => revocation !== null)).toEqual([]);
    expect(await entries("key.revoked")).toEqual([]);
    expect(await outcomeOf(revokeMany(desk, member.act, { keyIds: [own.id], ...unused }))).toBe("done");
  });

  it("ends none when somebody is faster with one of them", async () => {
    const { desk, owner, keyIds, stored } = await setUp();
    const { store } = desk;
    const slow = {
      ...desk,
      store: {
        ...store,
        async revokeAll(...args: Parameters<typeof store.revokeAll>) {
          await revoke(desk, owner.act, { keyId: keyIds[2] ?? "key_", reason: "compromised", text: null });
          return store.revokeAll(...args);
        },
      },
    };
    expect(await outcomeOf(revokeMany(slow, owner.act, { keyIds, ...unused }))).toBe("key_changed");
    expect((await stored()).map(({ revocation }) => revocation?.reason)).toEqual([
      undefined,
      undefined,
      "compromised",
    ]);
  });
});

describe("handing several keys over", () => {
  it("changes who answers for each, with an entry of its own", async () => {
    const { desk, owner, admin, keyIds, stored, entries } = await setUp();
    const to = admin.act.actor.memberId;
    await edit(desk, owner.act, { keyId: keyIds[0] ?? "key_", responsibleMemberId: to });
    expect(await handOverMany(desk, admin.act, { keyIds, to })).toEqual(keyIds.slice(1));
    expect((await stored()).map(({ responsible, revision }) => [responsible.memberId, revision])).toEqual([
      [to, 1],
      [to, 1],
      [to, 1],
    ]);
    expect(await entries("key.handed_over")).toHaveLength(3);
  });

  it("changes nothing for who may not, to who cannot, or with a key that has ended", async () => {
    const { desk, owner, keyIds, stored } = await setUp();
    const viewer = await aMember(desk, owner, "viewer");
    const member = await aMember(desk, owner, "member");
    const to = member.act.actor.memberId;
    const elsewhere = await anOrganization(desk);
    const outcomes = [
      await outcomeOf(handOverMany(desk, member.act, { keyIds, to })),
      await outcomeOf(handOverMany(desk, owner.act, { keyIds, to: viewer.act.actor.memberId })),
      await outcomeOf(handOverMany(desk, owner.act, { keyIds, to: elsewhere.act.actor.memberId })),
    ];
    await revoke(desk, owner.act, { keyId: keyIds[1] ?? "key_", ...unused });
    outcomes.push(await outcomeOf(handOverMany(desk, owner.act, { keyIds, to })));
    expect(outcomes).toEqual([
      "role_not_allowed",
      "role_not_allowed",
      "member_not_found",
      "key_already_revoked",
    ]);
    const { memberId } = owner.act.actor;
    expect((await stored()).every(({ responsible }) => responsible.memberId === memberId)).toBe(true);
  });

  it("changes nothing when somebody else edits one of them meanwhile", async () => {
    const { desk, owner, admin, keyIds, stored } = await setUp();
    const { store } = desk;
    const slow = {
      ...desk,
      store: {
        ...store,
        async handOverAll(...args: Parameters<typeof store.handOverAll>) {
          await edit(desk, owner.act, { keyId: keyIds[2] ?? "key_", note: "edited" });
          return store.handOverAll(...args);
        },
      },
    };
    const { memberId: to } = admin.act.actor;
    expect(await outcomeOf(handOverMany(slow, owner.act, { keyIds, to }))).toBe("key_changed");
    expect((await stored()).some(({ responsible }) => responsible.memberId === to)).toBe(false);
  });
});
