import { copyFileSync, mkdtempSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { verify } from "../../admission/verify.ts";
import { revoke } from "../../keys/revoke.ts";
import { aKey, anOrganization, noon, openDesk, outcomeOf } from "../../testing/index.ts";

async function aDesk() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  const path = join(folder, "katkey.db");
  const desk = openDesk(path);
  onTestFinished(() => {
    desk.close();
    rmSync(folder, { recursive: true });
  });
  const { act } = await anOrganization(desk);
  const { key, token } = await aKey(desk, act, { scopes: ["products:read"] });
  return {
    path,
    elsewhere: join(folder, "elsewhere"),
    isLetIn: async () => (await verify(desk.store, token, { brand: "kat", now: noon })).valid,
    revoked: () => outcomeOf(revoke(desk, act, { keyId: key.id, reason: "unused", text: null })),
  };
}

it.each([
  ["deleted", (path: string) => rmSync(path)],
  ["moved", (path: string, elsewhere: string) => renameSync(path, elsewhere)],
  [
    "replaced by a copy of itself",
    (path: string, elsewhere: string) => {
      copyFileSync(path, elsewhere);
      renameSync(elsewhere, path);
    },
  ],
  [
    "replaced by a name that leads nowhere",
    (path: string) => {
      rmSync(path);
      symlinkSync(path, path);
    },
  ],
])("acknowledges no change that would be lost with the process, of a file that was %s", async (_, take) => {
  const { path, elsewhere, isLetIn, revoked } = await aDesk();
  take(path, elsewhere);
  expect(await revoked()).toBe("storage_unavailable");
  expect(await isLetIn()).toBe(true);
});

it("goes on once the file that was moved is back", async () => {
  const { path, elsewhere, isLetIn, revoked } = await aDesk();
  renameSync(path, elsewhere);
  expect(await revoked()).toBe("storage_unavailable");
  renameSync(elsewhere, path);
  expect(await revoked()).toBe("done");
  expect(await isLetIn()).toBe(false);
});
