import { describe, expect, it } from "vitest";
import type { AuditLog } from "../audit/audit-log.ts";
import { chainEntry, chainStart, type AuditEvent } from "../audit/audit.ts";
import type { OrganizationId } from "../id.ts";
import { noon } from "./desk.ts";

interface EmptyLog {
  readonly audit: AuditLog;
  /** Two organizations about which there is no entry yet. */
  readonly organizationIds: readonly [OrganizationId, OrganizationId];
}

/** An event of which every field says something. */
export function anAuditEvent(organizationId: OrganizationId, event: Partial<AuditEvent> = {}): AuditEvent {
  return {
    organizationId,
    at: noon,
    actor: { type: "user", id: "usr_1", label: "ann@example.com" },
    action: "key.edited",
    object: { type: "key", id: "key_1", label: "Shop" },
    address: "192.0.2.1",
    requestId: "r1",
    before: { name: "Shop", scopes: ["keys:read"] },
    after: { name: "Store", scopes: [] },
    ...event,
  };
}

/** What every audit log promises: entries in order, each organization's chain by itself. */
export function describeAuditLog(name: string, open: () => EmptyLog): void {
  const setUp = () => {
    const { audit, organizationIds } = open();
    const [ours, theirs] = organizationIds;
    const append = async (count: number, event: Partial<AuditEvent> = {}) =>
      audit.append(
        ...Array.from({ length: count }, (_, i) => anAuditEvent(ours, { at: noon + i, ...event })),
      );
    return { audit, ours, theirs, append };
  };

  describe(name, () => {
    it("tells what was appended, newest first, with its place in the chain", async () => {
      const { audit, ours, append } = setUp();
      await append(2);
      const { items, nextCursor } = await audit.list(ours, { limit: 10 });
      const first = chainEntry(anAuditEvent(ours), 1, chainStart);
      expect(items).toEqual([chainEntry(anAuditEvent(ours, { at: noon + 1 }), 2, first.hash), first]);
      expect(nextCursor).toBeNull();
    });

    it("finds entries by object and by action", async () => {
      const { audit, ours, append } = setUp();
      await append(2);
      await append(1, { action: "key.revoked" });
      await append(1, { object: { type: "key", id: "key_2", label: "Other" } });
      const found = async (query: object) => {
        const { items } = await audit.list(ours, { limit: 10, ...query });
        return items.map(({ seq }) => seq);
      };
      expect(await found({ action: "key.edited" })).toEqual([4, 2, 1]);
      expect(await found({ objectId: "key_1" })).toEqual([3, 2, 1]);
      expect(await found({ objectId: "key_1", action: "key.edited", before: 2 })).toEqual([1]);
      expect(await found({ action: "key.rotated" })).toEqual([]);
    });

    it("finds entries by who did it, and what was done by Katkey itself or at its shell", async () => {
      const { audit, ours, theirs, append } = setUp();
      const katkey = { type: "system", id: null, label: "katkey" } as const;
      const bob = { type: "user", id: "usr_2", label: "bob@example.com" } as const;
      await append(1);
      await append(1, { actor: katkey });
      await append(2, { actor: bob });
      await append(1, { actor: { ...bob, label: "robert@example.com" } });
      await append(1, { actor: { type: "operator", id: null, label: "katkey keys issue" } });
      await append(1, { actor: { type: "operator", id: "usr_9", label: "olivia@example.com" } });
      await audit.append(anAuditEvent(theirs, { actor: { type: "key", id: "key_9", label: "Theirs" } }));
      const found = async (query: object) => {
        const { items } = await audit.list(ours, { limit: 10, ...query });
        return items.map(({ seq }) => seq);
      };
      expect(await found({ actorId: "usr_2" })).toEqual([5, 4, 3]);
      expect(await found({ actorId: null })).toEqual([6, 2]);
      expect(await found({ actorId: null, actorType: "system" })).toEqual([2]);
      expect(await found({ actorId: null, actorType: "operator" })).toEqual([6]);
      expect(await found({ actorType: "operator" })).toEqual([7, 6]);
      expect(await found({ actorId: "usr_2", action: "key.edited", objectId: "key_1", before: 5 })).toEqual([
        4, 3,
      ]);
      expect(await found({ actorId: "key_9" })).toEqual([]);
      expect(await audit.listActors(ours)).toEqual([
        { type: "user", id: "usr_1", label: "ann@example.com" },
        { type: "operator", id: "usr_9", label: "olivia@example.com" },
        { ...bob, label: "robert@example.com" },
      ]);
      expect(await audit.listActors(theirs)).toEqual([{ type: "key", id: "key_9", label: "Theirs" }]);
    });

    it("finds entries of a time, from its first moment to before its end, by their order even when a clock went back", async () => {
      const { audit, ours, append } = setUp();
      for (const [index, at] of [10, 20, 90, 30, 40, 40, 15].entries()) {
        await append(1, { at: noon + at, ...(index % 2 === 0 && { action: "key.revoked" as const }) });
      }
      const found = async (query: object) => {
        const { items } = await audit.list(ours, { limit: 10, ...query });
        return items.map(({ seq }) => seq);
      };
      expect(await found({ from: noon + 20, to: noon + 40 })).toEqual([4, 2]);
      expect(await found({ from: noon + 30 })).toEqual([6, 5, 4, 3]);
      expect(await found({ to: noon + 20 })).toEqual([7, 1]);
      expect(await found({ to: noon + 20, before: 7 })).toEqual([1]);
      expect(await found({ from: noon + 20, action: "key.revoked" })).toEqual([5, 3]);
      expect(await found({ from: noon + 91 })).toEqual([]);
      expect(await found({ from: noon + 40, to: noon + 20 })).toEqual([]);
    });

    it("finds what is rare, and gives pages of it, far behind what was not asked for", async () => {
      const { audit, ours, append } = setUp();
      const rare = {
        action: "key.revoked" as const,
        actor: { type: "user", id: "usr_2", label: "bob" } as const,
      };
      await append(3, rare);
      await append(5_200);
      await append(1, { ...rare, at: noon - 1 });
      await append(200);
      const query = { action: "key.revoked", actorId: "usr_2", limit: 2 } as const;
      const first = await audit.list(ours, query);
      expect(first.items.map(({ seq }) => seq)).toEqual([5_204, 3]);
      const rest = await audit.list(ours, { ...query, before: Number(first.nextCursor) });
      expect(rest).toMatchObject({ items: [{ seq: 2 }, { seq: 1 }], nextCursor: null });
      const timed = await audit.list(ours, { from: noon - 1, to: noon, limit: 2 });
      expect(timed).toMatchObject({ items: [{ seq: 5_204 }], nextCursor: null });
      const wide = await audit.list(ours, { from: noon, to: noon + 6_000, objectId: "key_1", limit: 1 });
      expect(wide.items).toMatchObject([{ seq: 5_404 }]);
      const upwards = { ...query, oldestFirst: true, after: 1 } as const;
      expect(await audit.list(ours, upwards)).toMatchObject({
        items: [{ seq: 2 }, { seq: 3 }],
        nextCursor: "3",
      });
      expect(await audit.list(ours, { ...upwards, after: 3 })).toMatchObject({ items: [{ seq: 5_204 }] });
      expect(await audit.count(ours, { actorId: "usr_2", action: "key.revoked" })).toEqual({
        entries: 4,
        last: 5_404,
      });
      expect(await audit.count(ours, { from: noon })).toEqual({ entries: 5_403, last: 5_404 });
    });

    it("reads upwards too, from one entry to another", async () => {
      const { audit, ours, append } = setUp();
      await append(7);
      const read = async (query: object) => {
        const { items, nextCursor } = await audit.list(ours, { limit: 2, oldestFirst: true, ...query });
        return [items.map(({ seq }) => seq), nextCursor];
      };
      expect(await read({})).toEqual([[1, 2], "2"]);
      expect(await read({ after: 2, before: 5 })).toEqual([[3, 4], null]);
      expect(await read({ after: 6 })).toEqual([[7], null]);
      expect(await read({ after: 7 })).toEqual([[], null]);
    });

    it("counts what a filter finds, and says up to where", async () => {
      const { audit, ours, theirs, append } = setUp();
      expect(await audit.count(ours, {})).toEqual({ entries: 0, last: 0 });
      await append(3);
      await append(2, { action: "key.revoked" });
      await audit.append(anAuditEvent(theirs));
      expect(await audit.count(ours, {})).toEqual({ entries: 5, last: 5 });
      expect(await audit.count(ours, { action: "key.revoked" })).toEqual({ entries: 2, last: 5 });
      expect(await audit.count(ours, { objectId: "key_2" })).toEqual({ entries: 0, last: 5 });
      expect(await audit.count(theirs, {})).toEqual({ entries: 1, last: 1 });
    });

    it("gives every entry once, page by page, whatever is appended meanwhile", async () => {
      const { audit, ours, append } = setUp();
      await append(7);
      const pages: number[][] = [];
      let cursor: string | null = "8";
      while (cursor !== null) {
        const { items, nextCursor } = await audit.list(ours, { limit: 3, before: Number(cursor) });
        pages.push(items.map(({ seq }) => seq));
        cursor = nextCursor;
        await append(1);
      }
      expect(pages).toEqual([[7, 6, 5], [4, 3, 2], [1]]);
    });

    it("keeps organizations apart", async () => {
      const { audit, ours, theirs, append } = setUp();
      await append(2);
      await audit.append(anAuditEvent(theirs), anAuditEvent(ours));
      expect((await audit.list(theirs, { limit: 10 })).items).toHaveLength(1);
      expect(await audit.verify(theirs)).toMatchObject({ intact: true, entries: 1 });
      expect(await audit.verify(ours)).toMatchObject({ intact: true, entries: 3 });
    });

    it("finds an empty chain intact, and one that is longer than a page", async () => {
      const { audit, ours, append } = setUp();
      await audit.append();
      expect(await audit.verify(ours)).toEqual({ intact: true, entries: 0, head: chainStart, length: 0 });
      await append(1_001);
      const [newest] = (await audit.list(ours, { limit: 1 })).items;
      const whole = { intact: true, entries: 1_001, head: newest?.hash, length: 1_001 };
      expect(await audit.verify(ours)).toEqual(whole);
    });

    it("checks a chain part by part, each after what is known to be intact", async () => {
      const { audit, ours, append } = setUp();
      await append(700);
      const { items } = await audit.list(ours, { limit: 700 });
      const hashOf = (wanted: number) => items.find(({ seq }) => seq === wanted)?.hash ?? "";
      const part = (seq: number, most: number) =>
        audit.verify(ours, { after: { seq, hash: hashOf(seq) }, most });
      expect(await audit.verify(ours, { most: 300 })).toEqual({
        intact: true,
        entries: 300,
        head: hashOf(300),
        length: 700,
      });
      expect(await part(300, 400)).toEqual({ intact: true, entries: 700, head: hashOf(700), length: 700 });
      expect(await part(600, 300)).toMatchObject({ intact: true, entries: 700 });
      expect(await part(700, 300)).toMatchObject({ intact: true, entries: 700 });
      const wrong = { after: { seq: 300, hash: hashOf(301) }, most: 10 };
      expect(await audit.verify(ours, wrong)).toEqual({
        intact: false,
        firstBrokenSeq: 301,
        fault: "unlinked",
      });
    });

    it("finds a chain intact that grows meanwhile", async () => {
      const { audit, ours, append } = setUp();
      await append(600);
      const [check] = await Promise.all([audit.verify(ours), append(1), append(1)]);
      expect(check).toMatchObject({ intact: true });
    });

    it("keeps what is hashed as it was hashed: odd text, nothing at all, names in any order", async () => {
      const { audit, ours, append } = setUp();
      await append(1, { object: { type: "key", id: "key_1", label: "half a \ud83d smile, \0, \u2028" } });
      await append(1, { before: { text: "\udc00", "\ud800": null }, after: [1e21, -0, 0.1, true] });
      await append(1, { before: null, after: null, address: null, requestId: null });
      await append(1, { after: { b: { d: 1, c: 2 }, a: [] } });
      expect(await audit.verify(ours)).toMatchObject({ intact: true, entries: 4 });
      const [last] = (await audit.list(ours, { limit: 1 })).items;
      const reordered = anAuditEvent(ours, { after: { a: [], b: { c: 2, d: 1 } } });
      expect(last?.hash).toBe(chainEntry(reordered, 4, last?.previousHash ?? "").hash);
    });
  });
}
