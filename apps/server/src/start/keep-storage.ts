import type { Disk } from "../health.ts";
import type { Services } from "../services.ts";

const intervalMs = 1_000;

const messages = {
  storage_full:
    "the disk is full: changes are refused, except for what ends access, and uses are held in memory",
  storage_unavailable: "the disk cannot be written to: changes are refused, and uses are held in memory",
  storage_damaged:
    "the database is damaged: what needs the damaged part is refused with 503; stop, and restore a backup",
} as const;

const gone =
  "a database that is open was deleted, moved or replaced: changes are refused and uses held in memory, because they would be lost when this ends; see Damaged files in docs/operations.md before you stop it";

/**
 * Looks each second whether the disk is as it should be, so that all goes on once it is again, and tells the log when
 * that changes. Returns how to stop.
 */
export function keepStorage({ disk, health, log }: Pick<Services, "disk" | "health" | "log">): () => void {
  let told: ReturnType<Disk["trouble"]> = null;
  let lacked = false;
  let wasGone = false;

  async function look(): Promise<void> {
    await disk.look();
    const trouble = disk.trouble();
    if (trouble !== null && trouble !== told) log.error({ trouble }, messages[trouble]);
    if (trouble === null && told !== null) log.warn("the disk can be written to again");
    told = trouble;
    if (disk.lacksReserve() && !lacked)
      log.warn("there is not the room on the disk to keep a reserve for revocations");
    lacked = disk.lacksReserve();
    const isGone = health.troubles().includes("database_gone");
    if (isGone && !wasGone) log.error(gone);
    wasGone = isGone;
  }

  // Whatever fails of looking must not end what can be answered without it; the next look is soon.
  const lookOn = () =>
    void look().catch((err: unknown) => log.debug({ err }, "the disk could not be looked at"));
  const timer = setInterval(lookOn, intervalMs).unref();
  lookOn();
  return () => clearInterval(timer);
}
