import { join } from "node:path";
import type { Services } from "../services.ts";
import { backupNameOf, listBackups, pruneBackups } from "./backup-files.ts";
import type { BackupPlan } from "./backup-plan.ts";
import { claimFolder } from "./claim.ts";
import { backUpInChild } from "./back-up-in-child.ts";
import { createFaultLog } from "./fault-log.ts";

const lookMs = 30_000;

/** After a failure: soon enough for a disk that was full, and not a line of the log each minute. */
const retryMs = 15 * 60_000;

const madeInVain = "a backup was made that cannot be restored as it is, and no older one is deleted";

type Backed = Pick<Services, "clock" | "log"> & {
  /** How one is made; absent: by a process of its own. */
  readonly backUp?: (destination: string, signal: AbortSignal) => Promise<string | null>;
};

/**
 * Makes a backup whenever the newest in the folder is older than it may be, and deletes the oldest of its own. Several
 * servers may do so on the same folder: one of them makes it. Returns how to stop.
 */
export function keepBackedUp(plan: BackupPlan, { clock, log, backUp = backUpInChild }: Backed): () => void {
  const { folder, everyMs, keep } = plan;
  const stopping = new AbortController();
  let busy = false;
  let notBefore = -Infinity;
  const faults = createFaultLog(folder, log);

  async function make(): Promise<void> {
    const claim = await claimFolder(folder, clock.now);
    if (claim === null) return;
    try {
      // Another process may have made one between the look and the claim.
      if (!(await isDue(plan, clock.now()))) return;
      const begun = clock.monotonic();
      const name = backupNameOf(clock.now());
      const why = await backUp(join(folder, name), stopping.signal);
      // Those of before may be the last that can be restored.
      if (why !== null) return log.error({ backup: name, why, folder }, madeInVain);
      await pruneBackups(folder, keep);
      log.info({ backup: name, seconds: Math.round((clock.monotonic() - begun) / 1_000) }, "backed up");
    } finally {
      await claim.release();
    }
  }

  async function look(): Promise<void> {
    if (busy || clock.monotonic() < notBefore) return;
    busy = true;
    try {
      if (await isDue(plan, clock.now())) await make();
      faults.areOver();
    } catch (err) {
      if (stopping.signal.aborted) return;
      const fault = await faults.tell(err);
      // A folder is used as soon as it is put right.
      if (fault === null) notBefore = clock.monotonic() + Math.min(retryMs, everyMs);
    } finally {
      busy = false;
    }
  }

  const timer = setInterval(look, lookMs).unref();
  void look();
  return () => {
    stopping.abort();
    clearInterval(timer);
  };
}

async function isDue({ folder, everyMs }: BackupPlan, now: number): Promise<boolean> {
  // One of tomorrow is of a clock that was wrong, and says nothing about today.
  const newest = (await listBackups(folder)).find(({ madeAt }) => madeAt <= now);
  return newest === undefined || now >= newest.madeAt + everyMs;
}
