import { createSecretKey, hash } from "node:crypto";
import { createWrite, keysMigrations, openDatabase, type Sealing } from "@katkey/keys/sqlite";
import { expect, it, onTestFinished } from "vitest";
import type { Artifact } from "../artifact-store.ts";
import { createSqliteArtifactStore } from "./artifact-store.ts";
import { oauthMigrations } from "./migrations.ts";
import { sealedArtifact } from "./sealed-artifact.ts";

const now = 1_000_000;

function aStore() {
  const database = aDatabase({});
  return createSqliteArtifactStore(database, createWrite(database));
}

const migrations = [...keysMigrations, ...oauthMigrations];

function aDatabase(more: { readonly sealing?: Sealing }) {
  const database = openDatabase({ path: ":memory:", migrations, now, ...more });
  onTestFinished(() => void database.close());
  return database;
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

it("adds one under each id until that expires, whoever adds it at the same time", async () => {
  const store = aStore();
  const one = anArtifact("a", { model: "ReplayDetection" });
  const added = await Promise.all([1, 2, 3].map(() => store.add(one, now)));
  expect(added.toSorted()).toEqual([false, false, true]);
  expect(await store.add(one, now + 1)).toBe(true);
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

it("finds nothing that was made or changed past a seal", async () => {
  const broken: string[] = [];
  const keys = { current: createSecretKey(Buffer.alloc(32, 1)), earlier: [] };
  const onBroken = (table: string) => void broken.push(table);
  const database = aDatabase({ sealing: { keys, tables: [sealedArtifact], migrations, onBroken } });
  const store = createSqliteArtifactStore(database, createWrite(database));
  await store.save(anArtifact("a"));
  await store.save(anArtifact("a", { payload: "[]" }));
  await store.save(anArtifact("b"));
  const wanted = (id: string) => ({ id: idOf(id), model: "RefreshToken", now });
  await store.consume(wanted("b"));
  expect(await store.find(wanted("a"))).toEqual({ payload: "[]", consumedAt: null });
  expect(await store.find(wanted("b"))).toEqual({ payload: "{}", consumedAt: now });

  for (const name of ["new", "changed", "gone"]) database.exec(`drop trigger "seal_${name}_oauth_artifact"`);
  database.exec("update oauth_artifact set consumed_at = null, expires_at = expires_at + 1000");
  await store.save(anArtifact("c"));
  for (const id of ["a", "b", "c"]) expect(await store.find(wanted(id))).toBeNull();
  expect(broken).toEqual(["oauth_artifact", "oauth_artifact", "oauth_artifact"]);
});
