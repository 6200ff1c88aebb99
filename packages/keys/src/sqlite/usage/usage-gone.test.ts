import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { noon } from "../../testing/index.ts";
import { aUse, november } from "../../testing/usage-log-contract.ts";
import { createSqliteUsageLog, isGone, openDatabase, usageMigrations } from "../index.ts";

const ends = ["", "-wal", "-shm"];

/** A log in which two requests are counted, and its file, from which a server that looks each second is kept away. */
async function aLog() {
  const folder = mkdtempSync(join(tmpdir(), "katkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [path, safe] = [join(folder, "usage.db"), join(folder, "safe.db")];
  const failures: unknown[] = [];
  const open = () => {
    const database = openDatabase({ path, migrations: usageMigrations, now: noon });
    return { database, log: createSqliteUsageLog(database, (cause) => failures.push(cause)) };
  };
  const { database, log } = open();
  onTestFinished(() => log.close());
  await log.record(aUse({ requests: 2 }));
  return {
    log,
    failures,
    look: () => isGone(database),
    take: () => ends.forEach((end) => rmSync(`${path}${end}`)),
    /** As it can be had from a process that has it open. */
    save: () => ["", "-wal"].forEach((end) => copyFileSync(`${path}${end}`, `${safe}${end}`)),
    putBack: () => ["", "-wal"].forEach((end) => renameSync(`${safe}${end}`, `${path}${end}`)),
    move: (from = path, to = safe) =>
      ends.forEach((end) => existsSync(`${from}${end}`) && renameSync(`${from}${end}`, `${to}${end}`)),
    moveBack: () => ends.forEach((end) => renameSync(`${safe}${end}`, `${path}${end}`)),
    served: async () => {
      const { log: next } = open();
      onTestFinished(() => next.close());
      return (await next.sum("org_1", november)).map(({ served }) => served);
    },
  };
}

it("holds what is used while its file is away, and writes it into the one that is put back before the end", async () => {
  const { log, failures, look, take, save, putBack, served } = await aLog();
  save();
  take();
  expect(look()).toBe(true);
  await log.record(aUse({ requests: 3 }));
  expect([log.isWritable(), log.countHeld()]).toEqual([false, 3]);
  putBack();
  expect(look()).toBe(true);
  log.close();
  expect(await served()).toEqual([5]);
  expect(failures).toEqual([]);
});

it("writes what it held into the file that was moved, once it is back", async () => {
  const { log, failures, look, move, moveBack, served } = await aLog();
  move();
  expect(look()).toBe(true);
  await log.record(aUse({ requests: 3 }));
  expect(log.countHeld()).toBe(3);
  moveBack();
  expect(look()).toBe(false);
  await expect.poll(() => [log.isWritable(), log.countHeld()]).toEqual([true, 0]);
  log.close();
  expect(await served()).toEqual([5]);
  expect(failures).toEqual([]);
});

it("is not lost either where it is moved back after the end", async () => {
  const { log, failures, look, move, moveBack, served } = await aLog();
  move();
  look();
  await log.record(aUse({ requests: 3 }));
  log.close();
  expect(failures.map(String)).toEqual([
    expect.stringMatching(/ 3 requests are not counted, unless it was moved/),
  ]);
  moveBack();
  expect(await served()).toEqual([5]);
});

it("goes on counting where no more can be held: lost counts stop no key", async () => {
  const { log, look, take } = await aLog();
  take();
  look();
  for (let kind = 0; kind < 100_000; kind += 1) await log.record(aUse({ publicKeyId: `p${kind}` }));
  expect(log.isCounting()).toBe(true);
  await expect.poll(() => log.countHeld()).toBeLessThan(100_000);
});
