import { hash } from "node:crypto";
import { openDatabase, retriedWhileBusy } from "@katkey/keys/sqlite";
import { expect, it, onTestFinished } from "vitest";
import type { Artifact } from "../artifact-store.ts";
import { createSqliteArtifactStore } from "./artifact-store.ts";
import { oauthMigrations } from "./migrations.ts";

const now = 1_000_000;

function aStore() {
  const database = openDatabase({ path: ":memory:", migrations: oauthMigrations, now });
  onTestFinished(() => void database.close());
  return createSqliteArtifactStore(database, retriedWhileBusy);
}

function anArtifact(id: string, more: Partial<Artifact> = {}): Artifact {
  const references = { publicId: null, grantId: null, uid: null };
  return { id: idOf(id), model: "RefreshToken", ...references, payload: "{}", expiresAt: now + 1, ...more };
}

function idOf(id: string) {
  return hash("sha256", id, "buffer");
}

it("lets one of those who use it at the same time be first", async () => {
  const store = aStore();
  await store.save(anArtifact("a"));
  const wanted = { id: idOf("a"), model: "RefreshToken", now };
  const used = await Promise.all([1, 2, 3].map(() => store.consume(wanted)));
  expect(used.toSorted()).toEqual([false, false, true]);
  expect(await store.find(wanted)).toEqual({ payload: "{}", consumedAt: now });
  expect(await store.consume({ ...wanted, id: idOf("b") })).toBe(false);
});

it("remembers that it was used when it is saved again", async () => {
  const store = aStore();
  await store.save(anArtifact("a"));
  const wanted = { id: idOf("a"), model: "RefreshToken", now };
  await store.consume(wanted);
  await store.save(anArtifact("a", { payload: "[]" }));
  expect(await store.find(wanted)).toEqual({ payload: "[]", consumedAt: now });
});

it("finds it until it expires, and not a millisecond longer", async () => {
  const store = aStore();
  await store.save(anArtifact("a"));
  const wanted = { id: idOf("a"), model: "RefreshToken" };
  expect(await store.find({ ...wanted, now })).not.toBeNull();
  expect(await store.find({ ...wanted, now: now + 1 })).toBeNull();
});

it("finds nothing under another model's name", async () => {
  const store = aStore();
  await store.save(anArtifact("a"));
  expect(await store.find({ id: idOf("a"), model: "AccessToken", now })).toBeNull();
  await store.remove({ id: idOf("a"), model: "AccessToken" });
  expect(await store.find({ id: idOf("a"), model: "RefreshToken", now })).not.toBeNull();
});

it("removes what is of one grant", async () => {
  const store = aStore();
  await store.save(anArtifact("a", { grantId: "grt_1" }));
  await store.save(anArtifact("b", { grantId: "grt_2" }));
  await store.removeOfGrant({ model: "RefreshToken", grantId: "grt_1" });
  expect(await store.find({ id: idOf("a"), model: "RefreshToken", now })).toBeNull();
  expect(await store.find({ id: idOf("b"), model: "RefreshToken", now })).not.toBeNull();
});

it("sweeps what has expired, so many at a time, and nothing else", async () => {
  const store = aStore();
  for (const id of ["a", "b", "c"]) await store.save(anArtifact(id));
  await store.save(anArtifact("d", { expiresAt: now + 2 }));
  expect(await store.sweep(now, 2)).toBe(0);
  expect([
    await store.sweep(now + 1, 2),
    await store.sweep(now + 1, 2),
    await store.sweep(now + 1, 2),
  ]).toEqual([2, 1, 0]);
  expect(await store.find({ id: idOf("d"), model: "RefreshToken", now: now + 1 })).not.toBeNull();
});
