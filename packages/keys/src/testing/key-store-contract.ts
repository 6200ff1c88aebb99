import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Standing } from "../actor.ts";
import { claimLifetimeMs, type Claim } from "../claim.ts";
import { eventOf, keyObject, type Deed } from "../deed.ts";
import { createId, type KeyId, type OrganizationId } from "../id.ts";
import { keySorts, type KeySort } from "../keys/key-sort.ts";
import { foldedOf } from "../sqlite/folded.ts";
import type { KeyQuery, KeyStore, NewKey } from "../keys/key-store.ts";
import type { NewSecret } from "../keys/secret.ts";
import { aMember, anOrganization, noon, type TestDesk, type Worker } from "./desk.ts";
import { outcomeOf } from "./outcome.ts";

function aSecret(createdAt = noon): NewSecret {
  const publicKeyId = randomBytes(8).toString("hex");
  return { publicKeyId, hash: randomBytes(32), hint: publicKeyId.slice(-4), createdAt };
}

function aNewKey({ act }: Worker, key: Partial<NewKey> = {}): NewKey {
  const id = createId("key", noon, randomBytes);
  return {
    id,
    organizationId: act.organizationId,
    name: id,
    note: null,
    environment: "live",
    scopes: ["keys:read"],
    addresses: [],
    expiresAt: null,
    createdAt: noon,
    createdBy: { type: "system", id: null, label: "test" },
    responsible: { memberId: act.actor.memberId, role: "owner" },
    secret: aSecret(),
    ...key,
  };
}

/** Of nobody in particular: what is tried here is the store, not the right to use it. */
function aDeed({ act }: Worker, key: Pick<NewKey, "id" | "name">): Deed {
  const actor = { type: "system", id: null, label: "test" } as const;
  const circumstances = { ...act, actor };
  return {
    standing: null,
    events: [eventOf(circumstances, { action: "key.edited", object: keyObject(key) })],
  };
}

const aClaim = (): Claim => ({ id: randomBytes(32).toString("hex"), fingerprint: "what was asked" });

/** Some with the same name or the same expiry as another, and some that never expire. */
function aMixedLot(owner: Worker): readonly NewKey[] {
  const names = ["beta", "Ælfa", "Alpha", "ALPHA 2", "øre", "𝒵ulu", "key 10", "key 9"];
  return names.map((name, i) => ({
    ...aNewKey(owner),
    id: createId("key", noon + i, randomBytes),
    name,
    environment: i % 3 === 0 ? "test" : "live",
    expiresAt: i % 4 === 0 ? null : noon + 1_000 * (1 + (i % 2)),
  }));
}

/** As the list is to be, with names as they are compared. */
function bySort(sort: KeySort) {
  const valueOf = {
    createdAt: ({ id }: NewKey) => id,
    name: ({ name }: NewKey) => Buffer.from(foldedOf(name)).toString("hex"),
    expiresAt: ({ expiresAt }: NewKey) => expiresAt ?? Number.MAX_SAFE_INTEGER,
  };
  const field = sort.replace("-", "");
  const value = field === "name" || field === "expiresAt" ? valueOf[field] : valueOf.createdAt;
  const sign = sort.startsWith("-") ? -1 : 1;
  return (a: NewKey, b: NewKey) => {
    const [first, second] = [value(a), value(b)];
    if (first !== second) return first < second ? -sign : sign;
    return a.id < b.id ? -sign : sign;
  };
}

async function idsOfPages(store: KeyStore, organizationId: OrganizationId, query: KeyQuery) {
  const ids: KeyId[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await store.listKeys(organizationId, { ...query, ...(cursor !== undefined && { cursor }) });
    expect(page.items.length).toBeLessThanOrEqual(query.limit);
    ids.push(...page.items.map(({ id }) => id));
    if (page.nextCursor === null) return ids;
    cursor = page.nextCursor;
  }
}

/** What every key store promises to the verbs: each method is one atomic unit, audit entry included. */
export function describeKeyStore(name: string, open: () => TestDesk): void {
  async function setUp() {
    const desk = open();
    const owner = await anOrganization(desk);
    const key = aNewKey(owner);
    const deed = aDeed(owner, key);
    const { organizationId } = owner.act;
    const change = { organizationId, keyId: key.id, now: noon };
    const stranger = { ...change, organizationId: (await anOrganization(desk)).act.organizationId };
    const entries = async () => {
      const check = await desk.audit.verify(organizationId);
      return check.intact ? check.entries : "broken";
    };
    const store: KeyStore = desk.store;
    return { desk, store, owner, key, deed, change, stranger, entries };
  }

  describe(name, () => {
    it("inserts up to the cap, and writes nothing beyond it", async () => {
      const { store, owner, key, deed, entries } = await setUp();
      expect(await store.insertKey(key, 1, deed)).toBe("inserted");
      expect(await store.insertKey(aNewKey(owner), 1, deed)).toBe("limit_reached");
      expect(await store.insertKey(aNewKey(owner), null, deed)).toBe("inserted");
      expect(await store.countInUse(owner.act.organizationId, noon)).toBe(2);
      expect(await entries()).toBe(3);
    });

    it("inserts a name once, and writes nothing the second time", async () => {
      const { store, owner, key, deed, entries } = await setUp();
      await store.insertKey(key, null, deed);
      const same = aNewKey(owner, { name: key.name.toUpperCase() });
      expect(await store.insertKey(same, null, deed)).toBe("name_taken");
      expect(await store.findKey(owner.act.organizationId, same.id)).toBeNull();
      expect(await entries()).toBe(2);
    });

    it("locates a key by its id and by the publicKeyId of any of its secrets", async () => {
      const { store, key, deed } = await setUp();
      await store.insertKey(key, null, deed);
      const there = { organizationId: key.organizationId, keyId: key.id };
      expect(await store.locateKey(key.id)).toEqual(there);
      expect(await store.locateKey(key.secret.publicKeyId)).toEqual(there);
      for (const nothing of ["key_none", "none", ""]) expect(await store.locateKey(nothing)).toBeNull();
    });

    it("finds what it stored, and for an unknown id nothing that would match", async () => {
      const { store, owner, key, deed } = await setUp();
      const other = aNewKey(owner);
      for (const one of [key, other]) await store.insertKey(one, null, deed);
      for (const { secret } of [key, other]) {
        const found = await store.findSecret(secret.publicKeyId, secret.hash);
        expect(Buffer.from(found?.hash ?? [])).toEqual(Buffer.from(secret.hash));
      }
      for (const unknown of ["", "0", "g", "unknown"]) {
        expect((await store.findSecret(unknown, key.secret.hash))?.publicKeyId).not.toBe(unknown);
      }
    });

    it.each(["replaced", "revoked", "expired", "another organization's"])(
      "does not rotate a secret that is %s, and writes nothing",
      async (state) => {
        const { store, key, deed, change, stranger, entries } = await setUp();
        const expiresAt = state === "expired" ? noon + 1 : null;
        await store.insertKey({ ...key, expiresAt }, null, deed);
        const rotation = { ...change, now: noon + 1, replaces: key.secret.publicKeyId, retiresAt: noon + 9 };
        const revocation = { at: noon, reason: "unused", text: null } as const;
        if (state === "replaced") await store.rotate({ ...rotation, secret: aSecret() }, deed);
        if (state === "revoked") await store.revoke({ ...change, revocation }, deed);
        const before = await entries();
        const { organizationId } = state === "another organization's" ? stranger : change;
        const late = aSecret();
        expect(await store.rotate({ ...rotation, organizationId, secret: late }, deed)).toBe(false);
        expect(await entries()).toBe(before);
        expect((await store.findSecret(late.publicKeyId, late.hash))?.publicKeyId).not.toBe(late.publicKeyId);
      },
    );

    it("ends the overlap of the secret that was meant, while it runs and the key lives", async () => {
      const { store, key, deed, change, stranger, entries } = await setUp();
      await store.insertKey(key, null, deed);
      const [first, second] = [key.secret.publicKeyId, aSecret()];
      expect(await store.endOverlap({ ...change, publicKeyId: first }, deed)).toBe(false);
      await store.rotate({ ...change, replaces: first, retiresAt: noon + 9, secret: second }, deed);
      const third = aSecret();
      const again = { ...change, replaces: second.publicKeyId, retiresAt: noon + 9, secret: third };
      await store.rotate(again, deed);
      const before = await entries();
      const ending = { ...change, publicKeyId: second.publicKeyId };
      expect(await store.endOverlap({ ...change, publicKeyId: first }, deed)).toBe(false);
      expect(await store.endOverlap({ ...ending, organizationId: stranger.organizationId }, deed)).toBe(
        false,
      );
      expect(await store.endOverlap({ ...ending, now: noon + 9 }, deed)).toBe(false);
      expect(await store.endOverlap({ ...ending, publicKeyId: third.publicKeyId }, deed)).toBe(false);
      expect(await entries()).toBe(before);
      expect(await store.endOverlap(ending, deed)).toBe(true);
      expect(await store.endOverlap(ending, deed)).toBe(false);
      const secrets = (await store.findKey(change.organizationId, key.id))?.secrets ?? [];
      expect(secrets.map(({ retiredAt }) => retiredAt)).toEqual([null, noon, noon]);
    });

    it("ends no overlap of a key that is revoked", async () => {
      const { store, key, deed, change } = await setUp();
      await store.insertKey(key, null, deed);
      const { publicKeyId } = key.secret;
      await store.rotate({ ...change, replaces: publicKeyId, retiresAt: noon + 9, secret: aSecret() }, deed);
      const revocation = { at: noon, reason: "unused", text: null } as const;
      await store.revoke({ ...change, revocation }, deed);
      expect(await store.endOverlap({ ...change, publicKeyId }, deed)).toBe(false);
    });

    it("revokes once, and only its organization's keys", async () => {
      const { store, key, deed, change, stranger, entries } = await setUp();
      await store.insertKey(key, null, deed);
      const revocation = { at: noon, reason: "other", text: "moved" } as const;
      expect(await store.revoke({ ...stranger, revocation }, deed)).toBe(false);
      const outcomes = await Promise.all([1, 2].map(() => store.revoke({ ...change, revocation }, deed)));
      expect(outcomes.toSorted()).toEqual([false, true]);
      expect((await store.findKey(change.organizationId, key.id))?.revocation).toEqual(revocation);
      expect(await entries()).toBe(3);
    });

    it("edits only the revision that was looked at, and only its organization's keys", async () => {
      const { store, key, deed, change, stranger, entries } = await setUp();
      await store.insertKey(key, null, deed);
      const edit = { ...change, revision: 0, patch: { note: "a" } };
      expect(await store.edit({ ...edit, organizationId: stranger.organizationId }, deed)).toBe("changed");
      expect(await store.edit(edit, deed)).toBe("edited");
      expect(await store.edit({ ...edit, patch: { note: "b" } }, deed)).toBe("changed");
      expect(await store.findKey(change.organizationId, key.id)).toMatchObject({ note: "a", revision: 1 });
      expect(await entries()).toBe(3);
    });

    it("hands a key only to a present member of its organization who can answer for it", async () => {
      const { desk, store, owner, key, deed, change } = await setUp();
      await store.insertKey(key, null, deed);
      const handOver = async (to: Worker) => {
        const { memberId: responsibleMemberId } = to.act.actor;
        return store.edit({ ...change, revision: 0, patch: { responsibleMemberId } }, deed);
      };
      expect(await handOver(await anOrganization(desk))).toBe("holder_gone");
      expect(await handOver(await aMember(desk, owner, "viewer"))).toBe("holder_gone");
      const gone = await aMember(desk, owner, "admin");
      const { memberId, role } = gone.act.actor;
      const leaving = { organizationId: change.organizationId, memberId, role, settlements: [], now: noon };
      await desk.tenancy.removeMember(leaving, deed);
      expect(await handOver(gone)).toBe("holder_gone");
      expect(await handOver(await aMember(desk, owner, "member"))).toBe("edited");
    });

    it("marks an exposure once, and only its organization's", async () => {
      const { store, key, deed, change, stranger, entries } = await setUp();
      await store.insertKey(key, null, deed);
      const exposure = { at: noon, by: "url", origin: null, address: "192.0.2.1" } as const;
      const { publicKeyId } = key.secret;
      const mark = { organizationId: change.organizationId, publicKeyId, exposure };
      expect(await store.markExposed({ ...mark, organizationId: stranger.organizationId }, deed)).toBe(false);
      expect(await store.markExposed(mark, deed)).toBe(true);
      expect(await store.markExposed(mark, deed)).toBe(false);
      expect((await store.findSecret(publicKeyId, key.secret.hash))?.exposedAt).toBe(noon);
      expect(await entries()).toBe(3);
    });

    it("lists keys by status, environment and member, of one organization", async () => {
      const { desk, store, owner, deed, change, stranger } = await setUp();
      const worker = await aMember(desk, owner, "member");
      const { memberId } = worker.act.actor;
      const at = (ms: number) => createId("key", noon + ms, desk.random);
      const active = aNewKey(owner, { id: at(1), expiresAt: noon + 1 });
      const rotating = aNewKey(owner, { id: at(2), environment: "test" });
      const expired = aNewKey(owner, { id: at(3), expiresAt: noon });
      const revoked = aNewKey(worker, { id: at(4), responsible: { memberId, role: "member" } });
      for (const key of [active, rotating, expired, revoked]) await store.insertKey(key, null, deed);
      const { publicKeyId } = rotating.secret;
      const rotation = { ...change, keyId: rotating.id, replaces: publicKeyId, retiresAt: noon + 1 };
      await store.rotate({ ...rotation, secret: aSecret() }, deed);
      const revocation = { at: noon, reason: "unused", text: null } as const;
      await store.revoke({ ...change, keyId: revoked.id, revocation }, deed);

      const ids = async (query: Partial<KeyQuery>, organizationId = change.organizationId) =>
        (await store.listKeys(organizationId, { limit: 10, now: noon, ...query })).items.map(({ id }) => id);
      expect(await ids({})).toEqual([revoked.id, expired.id, rotating.id, active.id]);
      expect(await ids({ status: "active" })).toEqual([active.id]);
      expect(await ids({ status: "rotating" })).toEqual([rotating.id]);
      expect(await ids({ status: "expired" })).toEqual([expired.id]);
      expect(await ids({ status: "revoked" })).toEqual([revoked.id]);
      expect(await ids({ status: "active", now: noon + 1 })).toEqual([rotating.id]);
      expect(await ids({ status: "expired", now: noon + 1 })).toEqual([expired.id, active.id]);
      expect(await ids({ environment: "test" })).toEqual([rotating.id]);
      expect(await ids({ responsibleMemberId: memberId })).toEqual([revoked.id]);
      expect(await ids({ only: new Set([rotating.id, "key_other", expired.id]) })).toEqual([
        expired.id,
        rotating.id,
      ]);
      expect(await ids({}, stranger.organizationId)).toEqual([]);
      await store.endOverlap({ ...change, keyId: rotating.id, publicKeyId }, deed);
      expect(await ids({ status: "rotating" })).toEqual([]);
      expect(await store.countInUse(change.organizationId, noon)).toBe(2);
    });

    describe.each(keySorts)("in the order of %s", (sort) => {
      it("lists each key once, page by page, whatever is filtered", async () => {
        const { store, owner, deed, change } = await setUp();
        const keys = aMixedLot(owner);
        for (const key of keys) await store.insertKey(key, null, deed);
        const expected = keys.toSorted(bySort(sort)).map(({ id }) => id);
        const asked = { sort, now: noon } as const;
        const ids = (query: Partial<KeyQuery>, limit: number) =>
          idsOfPages(store, change.organizationId, { ...asked, ...query, limit });
        for (const limit of [1, 2, 100]) expect(await ids({}, limit)).toEqual(expected);
        const live = keys.filter(({ environment }) => environment === "live").map(({ id }) => id);
        expect(await ids({ environment: "live" }, 2)).toEqual(expected.filter((id) => live.includes(id)));
        for (const others of [0, 2_000]) {
          const only = new Set(expected.slice(1, 4));
          for (let i = 0; i < others; i += 1) only.add(`key_${i}`);
          expect(await ids({ only }, 2)).toEqual(expected.slice(1, 4));
        }
        expect(await ids({ only: new Set() }, 2)).toEqual([]);
      });

      it("goes on where it was when the last key of a page changes its place", async () => {
        const { store, owner, deed, change } = await setUp();
        const keys = aMixedLot(owner);
        for (const key of keys) await store.insertKey(key, null, deed);
        const asked = { sort, limit: 3, now: noon } as const;
        const { items, nextCursor } = await store.listKeys(change.organizationId, asked);
        const { id: keyId, revision } = items[2] ?? expect.unreachable();
        const patch = { name: sort.startsWith("-") ? "aaa" : "zzz", expiresAt: noon + 500 };
        expect(await store.edit({ ...change, keyId, now: noon, revision, patch }, deed)).toBe("edited");
        const next = { ...asked, limit: 100, cursor: nextCursor ?? "" };
        const rest = (await store.listKeys(change.organizationId, next)).items.map(({ id }) => id);
        const behind = keys.toSorted(bySort(sort)).slice(3);
        expect(rest.filter((id) => id !== keyId)).toEqual(behind.map(({ id }) => id));
      });

      it("refuses a cursor of another order, or of none", async () => {
        const { store, owner, deed, change } = await setUp();
        for (const key of aMixedLot(owner)) await store.insertKey(key, null, deed);
        const asked = { limit: 1, now: noon };
        const page = await store.listKeys(change.organizationId, { ...asked, sort });
        const cursor = page.nextCursor ?? "";
        for (const other of keySorts.filter((other) => other !== sort)) {
          const late = store.listKeys(change.organizationId, { ...asked, sort: other, cursor });
          expect(await outcomeOf(late)).toBe("cursor_invalid");
        }
        for (const none of ["", "x", "[]", JSON.stringify([sort, null, "key_1"]), cursor.slice(0, -1)]) {
          const late = store.listKeys(change.organizationId, { ...asked, sort, cursor: none });
          expect(await outcomeOf(late)).toBe("cursor_invalid");
        }
      });
    });

    it("names all keys of one organization in the order of their ids", async () => {
      const { store, owner, deed, change, stranger } = await setUp();
      const keys = aMixedLot(owner);
      for (const key of keys.toReversed()) await store.insertKey(key, null, deed);
      const revocation = { at: noon, reason: "unused", text: null } as const;
      await store.revoke({ ...change, keyId: keys[0]?.id ?? "key_", revocation }, deed);
      expect(await store.listKeyIds(change.organizationId)).toEqual(keys.map(({ id }) => id));
      expect(await store.listKeyIds(stranger.organizationId)).toEqual([]);
    });

    it("tells of a member who has left that they have no role any more", async () => {
      const { desk, store, owner, deed, change } = await setUp();
      const gone = await aMember(desk, owner, "admin");
      const { memberId, role } = gone.act.actor;
      const key = aNewKey(gone, { responsible: { memberId, role } });
      await store.insertKey(key, null, deed);
      const revocation = { at: noon, reason: "unused", text: null } as const;
      await store.revoke({ ...change, keyId: key.id, revocation }, deed);
      const leaving = { organizationId: change.organizationId, memberId, role, settlements: [], now: noon };
      expect(await desk.tenancy.removeMember(leaving, deed)).toBe("done");
      expect((await store.findKey(change.organizationId, key.id))?.responsible.role).toBeNull();
      expect((await store.findSecret(key.secret.publicKeyId, key.secret.hash))?.responsible.role).toBeNull();
    });

    it("shows the current secret first and not every one there ever was", async () => {
      const { store, key, deed, change } = await setUp();
      await store.insertKey(key, null, deed);
      let { secret } = key;
      for (let i = 0; i < 15; i += 1) {
        // Even when the clock steps back.
        const next = aSecret(noon - i);
        const { publicKeyId: replaces } = secret;
        await store.rotate({ ...change, replaces, retiresAt: noon + 9, secret: next }, deed);
        secret = next;
      }
      const secrets = (await store.findKey(change.organizationId, key.id))?.secrets ?? [];
      expect(secrets[0]).toMatchObject({ publicKeyId: secret.publicKeyId, retiresAt: null });
      expect(secrets).toHaveLength(10);
    });

    it("writes a claim with its change, and changes nothing for it a second time", async () => {
      const { store, owner, key, deed, change, entries } = await setUp();
      const { organizationId } = change;
      const claim = aClaim();
      expect(await store.findClaim(organizationId, claim.id, noon)).toBeNull();
      expect(await store.insertKey(key, null, { ...deed, claim })).toBe("inserted");
      const made = { fingerprint: claim.fingerprint, objectId: key.id };
      expect(await store.findClaim(organizationId, claim.id, noon)).toEqual(made);
      const before = await entries();

      const [replaces, secret] = [key.secret.publicKeyId, aSecret()];
      const revocation = { at: noon, reason: "unused", text: null } as const;
      const other = { fingerprint: "something else", id: claim.id };
      for (const again of [
        // Its name is taken as well; that there is a claim is what the caller has to know.
        store.insertKey(aNewKey(owner, { name: key.name }), null, { ...deed, claim }),
        store.insertKey(aNewKey(owner), null, { ...deed, claim: other }),
        store.rotate({ ...change, replaces, retiresAt: noon, secret }, { ...deed, claim }),
        store.revoke({ ...change, revocation }, { ...deed, claim }),
      ]) {
        expect(await outcomeOf(again)).toBe("idempotency_in_progress");
      }
      expect(await entries()).toBe(before);
      expect(await store.countInUse(organizationId, noon)).toBe(1);
      expect(await store.findClaim(organizationId, claim.id, noon)).toEqual(made);
    });

    it("writes no claim without its change", async () => {
      const { store, owner, key, deed, change } = await setUp();
      await store.insertKey(key, null, deed);
      const claim = aClaim();
      const claiming = { ...deed, claim };
      const rotation = { ...change, replaces: "unknown", retiresAt: noon, secret: aSecret() };
      const standing = { type: "key", publicKeyId: "unknown", scopes: [] } as const;
      expect(await store.insertKey(aNewKey(owner), 1, claiming)).toBe("limit_reached");
      expect(await store.insertKey(aNewKey(owner, { name: key.name }), null, claiming)).toBe("name_taken");
      expect(await store.rotate(rotation, claiming)).toBe(false);
      const late = store.insertKey(aNewKey(owner), null, { ...claiming, standing });
      expect(await outcomeOf(late)).toBe("authority_lost");
      expect(await store.findClaim(change.organizationId, claim.id, noon)).toBeNull();
      expect(await store.insertKey(aNewKey(owner), null, claiming)).toBe("inserted");
    });

    it("shows a claim to its own organization only", async () => {
      const { store, key, deed, stranger } = await setUp();
      const claim = aClaim();
      await store.insertKey(key, null, { ...deed, claim });
      expect(await store.findClaim(stranger.organizationId, claim.id, noon)).toBeNull();
    });

    it("forgets a claim after 24 hours, not a millisecond sooner, and takes it again", async () => {
      const { store, owner, key, deed, change } = await setUp();
      const claim = aClaim();
      await store.insertKey(key, null, { ...deed, claim });
      const find = (now: number) => store.findClaim(change.organizationId, claim.id, now);
      const insertAt = async (now: number) => {
        const next = aNewKey(owner);
        const later = aDeed({ ...owner, act: { ...owner.act, now } }, next);
        const outcome = await outcomeOf(store.insertKey(next, null, { ...later, claim }));
        return { outcome, objectId: next.id };
      };
      const end = noon + claimLifetimeMs;
      expect(await find(end - 1)).toMatchObject({ objectId: key.id });
      expect(await insertAt(end - 1)).toMatchObject({ outcome: "idempotency_in_progress" });
      expect(await find(end)).toBeNull();
      const { outcome, objectId } = await insertAt(end);
      expect(outcome).toBe("done");
      expect(await find(end)).toMatchObject({ objectId });
    });

    it("writes nothing for a deed whose terms the organization no longer has", async () => {
      const { store, owner, key, deed, entries } = await setUp();
      const terms = { plan: "standard", maximumLifetimeDays: null, expiryRequired: false } as const;
      const before = await entries();
      const others = [{ plan: "enterprise" }, { maximumLifetimeDays: 9 }, { expiryRequired: true }] as const;
      for (const other of others) {
        const late = store.insertKey(key, null, { ...deed, terms: { ...terms, ...other } });
        expect(await outcomeOf(late)).toBe("authority_lost");
      }
      expect(await entries()).toBe(before);
      expect(await store.insertKey(aNewKey(owner), null, { ...deed, terms })).toBe("inserted");
    });

    it("writes nothing for an actor whose standing is lost", async () => {
      const { desk, store, owner, key, deed, change, entries } = await setUp();
      await store.insertKey(key, null, deed);
      const worker = await aMember(desk, owner, "admin");
      const { memberId } = worker.act.actor;
      const { publicKeyId } = key.secret;
      const before = await entries();
      const standings: readonly Standing[] = [
        { type: "member", memberId, role: "owner" },
        { type: "member", memberId: (await anOrganization(desk)).act.actor.memberId, role: "owner" },
        { type: "key", publicKeyId, scopes: ["keys:read", "keys:write"] },
        { type: "key", publicKeyId: "unknown", scopes: [] },
      ];
      for (const standing of standings) {
        const attempt = store.insertKey(aNewKey(owner), null, { ...deed, standing });
        expect(await outcomeOf(attempt)).toBe("authority_lost");
      }
      expect(await entries()).toBe(before);
      for (const standing of [
        { type: "member", memberId, role: "admin" },
        { type: "key", publicKeyId, scopes: ["keys:read"] },
      ] as const) {
        expect(await store.insertKey(aNewKey(owner), null, { ...deed, standing })).toBe("inserted");
      }
      const revocation = { at: noon, reason: "unused", text: null } as const;
      await store.revoke({ ...change, revocation }, deed);
      const standing = { type: "key", publicKeyId, scopes: [] } as const;
      const late = store.insertKey(aNewKey(owner), null, { ...deed, standing });
      expect(await outcomeOf(late)).toBe("authority_lost");
    });
  });
}
