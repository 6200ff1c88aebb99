import { generateKeyPairSync } from "node:crypto";
import { expect, it } from "vitest";
import { editApp } from "../apps/edit-app.ts";
import type { KeySet } from "../apps/public-key.ts";
import type { AuditEntry } from "../audit/audit.ts";
import { aDesk, anApp, anOrganization, noon, type TestDesk, type Worker } from "../testing/index.ts";
import { withoutRemovedKeys } from "./removed-keys.ts";

const aKey = (kid: string) => ({
  ...generateKeyPairSync("ed25519").publicKey.export({ format: "jwk" }),
  kid,
});

const [one, two, three] = [aKey("one"), aKey("two"), aKey("three")] as const;

/** The app as a backup has it, and what becomes of it by the entry of an edit that came after. */
async function restored(before: KeySet | null, after: KeySet, told: Partial<AuditEntry> = {}) {
  const desk: TestDesk = aDesk();
  const owner: Worker = await anOrganization(desk);
  const { app } = await anApp(desk, owner.act, { jwks: before });
  await editApp(desk, owner.act, { appId: app.id, patch: { jwks: after } });
  const { items } = await desk.audit.list(owner.act.organizationId, { limit: 1 });
  const [entry] = items;
  if (entry?.action !== "app.edited") throw new Error("nothing was edited");
  return withoutRemovedKeys(app, { ...entry, ...told }, noon + 1);
}

const set = (...keys: (typeof one)[]): KeySet => ({ keys });

it("takes away again what was taken away", async () => {
  const patch = await restored(set(one, two), set(two));
  expect(patch?.publicKeys?.map(({ kid }) => kid)).toEqual(["two"]);
  const replaced = await restored(set(one, two), set(two, three));
  expect(replaced?.publicKeys?.map(({ kid }) => kid)).toEqual(["two"]);
});

it("disables the app where a secret would count that did not any more", async () => {
  expect(await restored(set(one), set(two))).toEqual({ disabledAt: noon + 1 });
  expect(await restored(null, set(one))).toEqual({ disabledAt: noon + 1 });
  const none = { after: { publicKeys: [] } };
  expect(await restored(set(one), set(two), none)).toEqual({ disabledAt: noon + 1 });
});

it("has nothing to do where keys only came, or only changed their names", async () => {
  expect(await restored(set(one), set(one, two))).toBeNull();
  expect(await restored(set(one), set({ ...one, kid: "another" }))).toBeNull();
});
