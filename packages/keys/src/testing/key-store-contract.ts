import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { AuditEvent } from "../audit.ts";
import { createId, type KeyId } from "../id.ts";
import type { KeyStore, NewKey, NewSecret } from "../key-store.ts";
import { anOrganization, noon, type TestDesk, type Worker } from "./desk.ts";

const none: KeyId = "key_none";

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
    createdBy: "test",
    responsible: { memberId: act.actor.memberId, role: "owner" },
    secret: aSecret(),
    ...key,
  };
}

function anEvent({ act }: Worker, id: string): AuditEvent {
  return {
    organizationId: act.organizationId,
    at: noon,
    actor: { type: "system", id: null, label: "test" },
    action: "key.edited",
    object: { type: "key", id, label: id },
    address: null,
    requestId: null,
    before: null,
    after: null,
  };
}

/** What every key store promises to the verbs: each method is one atomic unit, audit entry included. */
export function describeKeyStore(name: string, open: () => TestDesk): void {
  async function setUp() {
    const desk = open();
    const owner = await anOrganization(desk);
    const key = aNewKey(owner);
    const event = anEvent(owner, key.id);
    const { organizationId } = owner.act;
    const change = { organizationId, keyId: key.id, now: noon };
    const entries = async () => {
      const check = await desk.audit.verify(organizationId);
      return check.intact ? check.entries : "broken";
    };
    const store: KeyStore = desk.store;
    return { desk, store, owner, key, event, change, entries };
  }

  describe(name, () => {
    it("inserts up to the cap, and writes nothing beyond it", async () => {
      const { store, owner, key, event, entries } = await setUp();
      expect(await store.insertKey(key, 1, event)).toBe("inserted");
      expect(await store.insertKey(aNewKey(owner), 1, event)).toBe("limit_reached");
      expect(await store.insertKey(aNewKey(owner), null, event)).toBe("inserted");
      expect(await store.countActive(owner.act.organizationId, noon)).toBe(2);
      expect(await entries()).toBe(3);
    });

    it("inserts a name once, and writes nothing the second time", async () => {
      const { store, owner, key, event, entries } = await setUp();
      await store.insertKey(key, null, event);
      const same = aNewKey(owner, { name: key.name.toUpperCase() });
      expect(await store.insertKey(same, null, event)).toBe("name_taken");
      expect(await store.findKey(owner.act.organizationId, same.id)).toBeNull();
      expect(await entries()).toBe(2);
    });

    it("finds what it stored, and for an unknown id nothing that would match", async () => {
      const { store, key, event } = await setUp();
      expect(await store.findSecret("unknown")).toBeNull();
      await store.insertKey(key, null, event);
      const found = await store.findSecret(key.secret.publicKeyId);
      expect(Buffer.from(found?.hash ?? [])).toEqual(Buffer.from(key.secret.hash));
      const other = await store.findSecret("unknown");
      expect(other === null || other.publicKeyId !== "unknown").toBe(true);
    });

    it.each(["replaced", "revoked", "expired", "another organization's"])(
      "does not rotate a secret that is %s, and writes nothing",
      async (state) => {
        const { desk, store, key, event, change, entries } = await setUp();
        const expiresAt = state === "expired" ? noon + 1 : null;
        await store.insertKey({ ...key, expiresAt }, null, event);
        const rotation = { ...change, now: noon + 1, replaces: key.secret.publicKeyId, retiresAt: noon + 9 };
        const revocation = { at: noon, reason: "unused", text: null } as const;
        if (state === "replaced") await store.rotate({ ...rotation, secret: aSecret() }, event);
        if (state === "revoked") await store.revoke({ ...change, revocation }, event);
        const before = await entries();
        const stranger = (await anOrganization(desk)).act.organizationId;
        const organizationId = state === "another organization's" ? stranger : change.organizationId;
        const late = aSecret();
        expect(await store.rotate({ ...rotation, organizationId, secret: late }, event)).toBe(false);
        expect(await entries()).toBe(before);
        expect((await store.findSecret(late.publicKeyId))?.publicKeyId).not.toBe(late.publicKeyId);
      },
    );

    it("revokes once", async () => {
      const { store, key, event, change, entries } = await setUp();
      await store.insertKey(key, null, event);
      const revocation = { at: noon, reason: "other", text: "moved" } as const;
      const outcomes = await Promise.all([1, 2].map(() => store.revoke({ ...change, revocation }, event)));
      expect(outcomes.toSorted()).toEqual([false, true]);
      expect((await store.findKey(change.organizationId, key.id))?.revocation).toEqual(revocation);
      expect(await entries()).toBe(3);
    });

    it("edits only the revision that was looked at", async () => {
      const { store, key, event, change, entries } = await setUp();
      await store.insertKey(key, null, event);
      expect(await store.edit({ ...change, revision: 0, patch: { note: "a" } }, event)).toBe("edited");
      expect(await store.edit({ ...change, revision: 0, patch: { note: "b" } }, event)).toBe("changed");
      expect(await store.edit({ ...change, keyId: none, revision: 0, patch: { note: "b" } }, event)).toBe(
        "changed",
      );
      expect(await store.findKey(change.organizationId, key.id)).toMatchObject({ note: "a", revision: 1 });
      expect(await entries()).toBe(3);
    });

    it("marks an exposure once", async () => {
      const { store, key, event, change, entries } = await setUp();
      await store.insertKey(key, null, event);
      const exposure = { at: noon, by: "url", origin: null, address: "192.0.2.1" } as const;
      const { publicKeyId } = key.secret;
      expect(await store.markExposed({ ...change, publicKeyId, exposure }, event)).toBe(true);
      expect(await store.markExposed({ ...change, publicKeyId, exposure }, event)).toBe(false);
      expect((await store.findSecret(publicKeyId))?.exposedAt).toBe(noon);
      expect(await entries()).toBe(3);
    });

    it("ends no overlap that is not running", async () => {
      const { store, key, event, change, entries } = await setUp();
      await store.insertKey(key, null, event);
      expect(await store.endOverlap(change, event)).toBe(false);
      expect(await entries()).toBe(2);
    });
  });
}
