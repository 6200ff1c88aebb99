import { describe, expect, it } from "vitest";
import { statusOf } from "./api-key.ts";
import { edit } from "./edit.ts";
import { endOverlap } from "./end-overlap.ts";
import { findKey } from "./key-authority.ts";
import { list } from "./list.ts";
import { revoke } from "./revoke.ts";
import { rotate } from "./rotate.ts";
import { aDesk, aKey, anOrganization, noon, outcomeOf, type TestDesk } from "../testing/index.ts";
import { verify } from "../admission/verify.ts";

const hour = 3_600_000;

const verifyAt = (desk: TestDesk, token: string, now = noon) =>
  verify(desk.store, token, { brand: "kat", now });

describe("the life of a key", () => {
  it("begins with a token that verifies as its organization, environment and scopes", async () => {
    const desk = aDesk();
    const owner = await anOrganization(desk);
    const { key, token } = await aKey(desk, owner.act, { environment: "test", scopes: ["keys:read"] });
    const verification = await verifyAt(desk, token);
    expect(verification).toMatchObject({
      valid: true,
      record: {
        organization: { id: owner.act.organizationId },
        key: { id: key.id, environment: "test", scopes: ["keys:read"] },
      },
    });
    expect(await findKey(desk, owner.act, key.id)).toEqual(key);
  });

  it("accepts both secrets until the overlap ends, and not a millisecond longer", async () => {
    const desk = aDesk();
    const owner = await anOrganization(desk);
    const { key, token: old } = await aKey(desk, owner.act);
    const rotated = await rotate(desk, owner.at(noon + 1), { keyId: key.id, overlapSeconds: 3_600 });
    expect(statusOf(rotated.key, noon + 2)).toBe("rotating");
    expect(rotated.key.id).toBe(key.id);
    for (const token of [old, rotated.token]) {
      expect(await verifyAt(desk, token, noon + hour)).toMatchObject({ valid: true });
    }
    expect(await verifyAt(desk, old, noon + hour + 1)).toMatchObject({
      valid: false,
      reason: "secret_retired",
      at: noon + hour + 1,
    });
    expect(await verifyAt(desk, rotated.token, noon + hour + 1)).toMatchObject({ valid: true });
  });

  it("ends an overlap at once when told to, and only once", async () => {
    const desk = aDesk();
    const owner = await anOrganization(desk);
    const { key, token: old } = await aKey(desk, owner.act);
    await rotate(desk, owner.at(noon + 1), { keyId: key.id, overlapSeconds: 3_600 });
    await endOverlap(desk, owner.at(noon + 5), key.id);
    expect(await verifyAt(desk, old, noon + 5)).toMatchObject({ reason: "secret_retired" });
    expect(await outcomeOf(endOverlap(desk, owner.at(noon + 6), key.id))).toBe("overlap_not_running");
  });

  it("ends the older secret first when a key is rotated again during an overlap", async () => {
    const desk = aDesk();
    const owner = await anOrganization(desk);
    const first = await aKey(desk, owner.act);
    const keyId = first.key.id;
    const second = await rotate(desk, owner.at(noon + 1), { keyId, overlapSeconds: 7_200 });
    const third = await rotate(desk, owner.at(noon + 2), { keyId, overlapSeconds: 3_600 });
    expect(await verifyAt(desk, first.token, noon + 2)).toMatchObject({ reason: "secret_retired" });
    expect(await verifyAt(desk, second.token, noon + 3)).toMatchObject({ valid: true });
    expect(await verifyAt(desk, third.token, noon + 3)).toMatchObject({ valid: true });
    expect(third.key.secrets.map(({ publicKeyId }) => publicKeyId)).toHaveLength(3);
  });

  it("lets one of two rotations of the same secret win", async () => {
    const desk = aDesk();
    const owner = await anOrganization(desk);
    const { key } = await aKey(desk, owner.act);
    const attempts = Array.from({ length: 20 }, () =>
      outcomeOf(rotate(desk, owner.at(noon + 1), { keyId: key.id, overlapSeconds: 60 })),
    );
    const outcomes = await Promise.all(attempts);
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "rotation_conflict")).toHaveLength(19);
  });

  it("is over for every secret when the key is revoked, whatever is tried afterwards", async () => {
    const desk = aDesk();
    const owner = await anOrganization(desk);
    const { key, token: old } = await aKey(desk, owner.act);
    const { token } = await rotate(desk, owner.at(noon + 1), { keyId: key.id, overlapSeconds: 60 });
    await revoke(desk, owner.at(noon + 2), { keyId: key.id, reason: "compromised", text: null });
    for (const ended of [old, token]) {
      expect(await verifyAt(desk, ended, noon + 2)).toMatchObject({ reason: "key_revoked", at: noon + 2 });
    }
    const again = { keyId: key.id, reason: "other", text: "again" } as const;
    expect(await outcomeOf(revoke(desk, owner.at(noon + 3), again))).toBe("key_already_revoked");
    expect(await outcomeOf(rotate(desk, owner.at(noon + 3), { keyId: key.id, overlapSeconds: 0 }))).toBe(
      "key_already_revoked",
    );
    expect(await outcomeOf(edit(desk, owner.at(noon + 3), { keyId: key.id, name: "Back" }))).toBe(
      "key_already_revoked",
    );
    expect(await outcomeOf(endOverlap(desk, owner.at(noon + 3), key.id))).toBe("key_already_revoked");
  });

  it("has expired at its expiry, and cannot be brought back", async () => {
    const desk = aDesk();
    const owner = await anOrganization(desk);
    const { key, token } = await aKey(desk, owner.act, { expiresAt: noon + hour });
    expect(await verifyAt(desk, token, noon + hour - 1)).toMatchObject({ valid: true });
    expect(await verifyAt(desk, token, noon + hour)).toMatchObject({
      reason: "key_expired",
      at: noon + hour,
    });
    const later = owner.at(noon + hour);
    expect(await outcomeOf(edit(desk, later, { keyId: key.id, expiresAt: null }))).toBe(
      "key_already_expired",
    );
    expect(await outcomeOf(rotate(desk, later, { keyId: key.id, overlapSeconds: 0 }))).toBe(
      "key_already_expired",
    );
  });

  it("can be revoked when it has expired, and in the revoker's own words", async () => {
    const desk = aDesk();
    const owner = await anOrganization(desk);
    const { key } = await aKey(desk, owner.act, { expiresAt: noon + hour });
    const later = owner.at(noon + hour);
    const other = (text: string | null) => revoke(desk, later, { keyId: key.id, reason: "other", text });
    expect(await outcomeOf(other(null))).toBe("revocation_text_missing");
    expect((await other("moved to the new shop")).revocation).toEqual({
      at: noon + hour,
      reason: "other",
      text: "moved to the new shop",
    });
  });

  it("does not come back when a clock steps back: what somebody ended has ended", async () => {
    const desk = aDesk();
    const owner = await anOrganization(desk);
    const { key, token: first } = await aKey(desk, owner.act);
    const second = await rotate(desk, owner.at(noon + hour), { keyId: key.id, overlapSeconds: 0 });
    await rotate(desk, owner.at(noon + 2 * hour), { keyId: key.id, overlapSeconds: 3_600 });
    await endOverlap(desk, owner.at(noon + 2 * hour), key.id);
    for (const token of [first, second.token]) {
      expect(await verifyAt(desk, token, noon)).toMatchObject({ reason: "secret_retired" });
    }
  });

  it("an end of the overlap that comes after another rotation ends nothing else", async () => {
    const desk = aDesk();
    const owner = await anOrganization(desk);
    const { key } = await aKey(desk, owner.act);
    const second = await rotate(desk, owner.at(noon + 1), { keyId: key.id, overlapSeconds: 60 });
    const [ended, rotated] = await Promise.all([
      outcomeOf(endOverlap(desk, owner.at(noon + 2), key.id)),
      outcomeOf(rotate(desk, owner.at(noon + 2), { keyId: key.id, overlapSeconds: 60 })),
    ]);
    expect(rotated).toBe("done");
    expect(["done", "overlap_not_running"]).toContain(ended);
    expect(await verifyAt(desk, second.token, noon + 3)).toMatchObject({ valid: true });
  });

  it("is found by name, note, hint and public id, and only in its own organization", async () => {
    const desk = aDesk();
    const owner = await anOrganization(desk);
    const stranger = await anOrganization(desk);
    const { key } = await aKey(desk, owner.act, { name: "Zápier 100%_off", note: "for the Shop" });
    await aKey(desk, owner.act);
    const { publicKeyId, hint } = key.secrets[0];
    for (const search of ["zÁPier", "100%_", "the shop", publicKeyId, hint, key.id]) {
      const found = await list(desk, owner.act, { search, limit: 10 });
      expect(
        found.items.map(({ id }) => id),
        search,
      ).toContain(key.id);
      expect((await list(desk, stranger.act, { search, limit: 10 })).items).toEqual([]);
    }
    expect((await list(desk, owner.act, { search: "%", limit: 10 })).items).toHaveLength(1);
  });

  it("is listed newest first, page by page, each key once", async () => {
    const desk = aDesk();
    const owner = await anOrganization(desk, { plan: "enterprise" });
    const ids: string[] = [];
    for (let i = 0; i < 7; i += 1) ids.unshift((await aKey(desk, owner.at(noon + i))).key.id);
    const first = await list(desk, owner.act, { limit: 3 });
    const second = await list(desk, owner.act, { limit: 3, cursor: first.nextCursor ?? "" });
    const third = await list(desk, owner.act, { limit: 3, cursor: second.nextCursor ?? "" });
    const seen = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));
    expect(seen).toEqual(ids);
    expect(third.nextCursor).toBeNull();
    expect(await outcomeOf(list(desk, owner.act, { limit: 3, cursor: "nonsense!" }))).toBe("cursor_invalid");
  });
});
