import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { storageOf } from "./storage.ts";

it("is trouble, and no fault of whoever looks, where the folder cannot be reached any more", async () => {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  // Whoever follows it gets nowhere, as where this user may not enter.
  const nowhere = join(folder, "nowhere");
  symlinkSync(nowhere, nowhere);
  const { reserve, look, trouble } = storageOf({ name: join(nowhere, "katkey.db"), memory: false });
  expect(reserve.isGivenUp()).toBe(false);
  await look();
  await look();
  expect(trouble()).toBe("storage_unavailable");
});
