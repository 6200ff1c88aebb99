import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createLog } from "../log.ts";
import { claimFolder } from "./claim.ts";
import { folderFaultOf } from "./folder-fault.ts";
import { keepBackedUp } from "./keep-backed-up.ts";
import { reportBackups } from "./report-backups.ts";

const noon = Date.UTC(2026, 10, 21, 12);
const hour = 3_600_000;

function aFolder(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "katkey-backups-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of names) writeFileSync(join(folder, name), "x");
  return folder;
}

/** A server that backs itself up every hour, by a process that writes a byte. */
function aServer(folder: string, { now = noon, keep = 2, fails = false, why = null as string | null } = {}) {
  const log = createLog("silent");
  const told = vi.spyOn(log, "error");
  const made: string[] = [];
  const stop = keepBackedUp(
    { folder, everyMs: hour, keep },
    {
      clock: { now: () => now, monotonic: () => now },
      log,
      async backUp(destination) {
        if (fails) throw new Error("no room");
        writeFileSync(destination, "x");
        made.push(basename(destination));
        return why;
      },
    },
  );
  onTestFinished(stop);
  return { made, told };
}

const auto = (time: string) => `katkey-auto-20261121T${time}Z.tar`;

describe("a server that backs itself up", () => {
  it("does so at once where nothing is, under the time in UTC", async () => {
    const folder = aFolder();
    const { made } = aServer(folder);
    await expect.poll(() => readdirSync(folder)).toEqual([auto("120000")]);
    expect(made).toEqual([auto("120000")]);
  });

  it("waits until the newest is old enough, whoever made it", async () => {
    const recent = aServer(aFolder(auto("110001")));
    const due = aServer(aFolder(auto("110000")));
    await expect.poll(() => due.made).toEqual([auto("120000")]);
    expect(recent.made).toEqual([]);
  });

  it("is not kept from it by a backup of tomorrow, made while the clock was wrong", async () => {
    const folder = aFolder("katkey-auto-20261122T120000Z.tar");
    const { made } = aServer(folder);
    await expect.poll(() => made).toEqual([auto("120000")]);
  });

  it("deletes the oldest of its own and what a killed one left, and nothing else", async () => {
    const others = ["katkey-2026-11-21.tar", "katkey-auto-20261121T110000Z.tar.gz", "notes.txt"];
    const left = `.${auto("100000")}.new-aB3`;
    const folder = aFolder(auto("080000"), auto("090000"), auto("100000"), left, ...others);
    aServer(folder);
    await expect
      .poll(() => readdirSync(folder).toSorted())
      .toEqual([...others, auto("100000"), auto("120000")].toSorted());
  });

  it("says at error that a restore would not take it, and deletes no older one as long as that is so", async () => {
    const older = [auto("080000"), auto("090000"), auto("100000")];
    const folder = aFolder(...older);
    const { told } = aServer(folder, { why: "Somebody has added the trigger evil." });
    await expect
      .poll(() => told.mock.calls)
      .toEqual([
        [
          { backup: auto("120000"), why: "Somebody has added the trigger evil.", folder },
          "a backup was made that cannot be restored as it is, and no older one is deleted",
        ],
      ]);
    expect(readdirSync(folder).toSorted()).toEqual([...older, auto("120000")]);
    aServer(folder, { now: noon + hour });
    await expect.poll(() => readdirSync(folder).toSorted()).toEqual([auto("120000"), auto("130000")]);
  });

  it("is one of several", async () => {
    const folder = aFolder();
    const servers = [aServer(folder), aServer(folder), aServer(folder)];
    await expect.poll(() => readdirSync(folder)).toEqual([auto("120000")]);
    expect(servers.flatMap(({ made }) => made)).toHaveLength(1);
  });

  it("says at error why it could not, and leaves the others alone", async () => {
    const folder = aFolder(auto("080000"), auto("090000"), auto("100000"));
    const { told } = aServer(folder, { fails: true });
    await expect.poll(() => told.mock.calls.length).toBe(1);
    expect(told.mock.calls[0]).toMatchObject([
      { err: { message: "no room" } },
      "the backup could not be made",
    ]);
    await expect.poll(() => readdirSync(folder)).toEqual([auto("080000"), auto("090000"), auto("100000")]);
  });
});

describe("a folder in which no backup can be made", () => {
  it("is told once, in a sentence that says what to do, and used when it is there", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    onTestFinished(() => void vi.useRealTimers());
    const folder = join(aFolder(), "none");
    const { told, made } = aServer(folder);
    await expect.poll(() => told.mock.calls.length).toBe(1);
    for (let look = 0; look < 3; look += 1) {
      vi.advanceTimersByTime(30_000);
      await setTimeout(20);
    }
    const why = expect.stringMatching(/is not there: make it, /) as string;
    expect(told.mock.calls).toEqual([[{ why, folder }, "the backup could not be made"]]);
    mkdirSync(folder);
    const madeByNow = () => {
      vi.advanceTimersByTime(30_000);
      return made.length;
    };
    await expect.poll(madeByNow).toBe(1);
  });

  it("is one that is not there, no folder, or closed to its user", async () => {
    const folder = aFolder("file");
    expect(await folderFaultOf(folder)).toBeNull();
    expect(await folderFaultOf(join(folder, "none"))).toBe("missing");
    expect(await folderFaultOf(join(folder, "file"))).toBe("missing");
  });

  it.skipIf(process.getuid?.() === 0)("is one that its user may not write in", async () => {
    const folder = aFolder();
    chmodSync(folder, 0o500);
    expect(await folderFaultOf(folder)).toBe("unwritable");
  });
});

describe("the claim of a folder", () => {
  it("is one process's until it lets go, or has said nothing for two minutes", async () => {
    const folder = aFolder();
    const claim = await claimFolder(folder, () => noon);
    expect(claim).not.toBeNull();
    expect(await claimFolder(folder, () => noon + 119_000)).toBeNull();
    await claim?.release();
    const killed = await claimFolder(folder, () => noon);
    onTestFinished(() => killed?.release());
    utimesSync(join(folder, ".katkey-auto.claim"), noon / 1_000, noon / 1_000);
    const taken = await Promise.all([1, 2, 3].map(() => claimFolder(folder, () => noon + 120_001)));
    const held = taken.filter((one) => one !== null);
    expect(held).toHaveLength(1);
    await held[0]?.release();
  });
});

it("tells the newest backup, and when it is late", async () => {
  const plan = { folder: aFolder(auto("110000")), everyMs: hour, keep: 7 };
  const at = (now: number) => reportBackups(plan, { startedAt: noon, now });
  expect(await at(noon + 900_000)).toEqual({
    everySeconds: 3_600,
    folderFault: null,
    newest: { madeAt: noon - hour, bytes: 1 },
    overdue: false,
  });
  expect(await at(noon + 900_001)).toMatchObject({ overdue: true });
  expect(await reportBackups({ ...plan, folder: "/nowhere" }, { startedAt: noon, now: noon })).toMatchObject({
    newest: null,
    overdue: false,
    folderFault: "missing",
  });
});
