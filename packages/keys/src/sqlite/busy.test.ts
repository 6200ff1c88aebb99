import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { aKey, anOrganization, openDesk, outcomeOf } from "../testing/index.ts";

async function aBusyDesk() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  const path = join(folder, "katkey.db");
  const desk = openDesk(path);
  const owner = await anOrganization(desk);
  const other = new Sqlite(path);
  onTestFinished(() => {
    desk.close();
    other.close();
    rmSync(folder, { recursive: true });
  });
  other.exec("begin immediate");
  return { desk, owner, release: () => other.exec("rollback") };
}

it("waits for another process's write without stopping its own", async () => {
  const { desk, owner, release } = await aBusyDesk();
  const outcome = outcomeOf(aKey(desk, owner.act));
  let turns = 0;
  const turning = setInterval(() => (turns += 1), 1);
  setTimeout(release, 700);
  expect(await outcome).toBe("done");
  clearInterval(turning);
  expect(turns).toBeGreaterThan(1);
});

it("says that it is busy when the other does not end, and changes nothing", async () => {
  const { desk, owner, release } = await aBusyDesk();
  expect(await outcomeOf(aKey(desk, owner.act))).toBe("busy");
  release();
  expect(await desk.audit.verify(owner.act.organizationId)).toMatchObject({ intact: true, entries: 1 });
  expect(await outcomeOf(aKey(desk, owner.act))).toBe("done");
});
