import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { verify } from "../../admission/verify.ts";
import { aKey, anOrganization, noon, openDesk, outcomeOf } from "../../testing/index.ts";

it("refuses what has no room on the disk, changes nothing by it, and verifies as ever", async () => {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  const desk = openDesk(join(folder, "katkey.db"));
  onTestFinished(() => {
    desk.close();
    rmSync(folder, { recursive: true });
  });
  const { act } = await anOrganization(desk, { plan: "enterprise" });
  const { token } = await aKey(desk, act);
  const countEntries = async () => (await desk.audit.count(act.organizationId, {})).entries;
  const entriesBefore = await countEntries();
  // Not less than there is now.
  desk.execute("pragma max_page_count = 1");

  const outcomes: string[] = [];
  for (let n = 0; n < 40; n += 1) {
    outcomes.push(await outcomeOf(aKey(desk, act, { name: `Spare ${n}`, note: "x".repeat(400) })));
  }
  expect(new Set(outcomes)).toEqual(new Set(["done", "storage_full"]));
  const done = outcomes.filter((outcome) => outcome === "done").length;
  expect(await desk.store.listKeyIds(act.organizationId)).toHaveLength(1 + done);
  expect(await desk.audit.verify(act.organizationId)).toMatchObject({ intact: true });
  expect(await countEntries()).toBe(entriesBefore + done);
  expect(await verify(desk.store, token, { brand: "kat", now: noon })).toMatchObject({ valid: true });

  desk.execute("pragma max_page_count = 100000");
  expect(await outcomeOf(aKey(desk, act, { name: "Later" }))).toBe("done");
});
