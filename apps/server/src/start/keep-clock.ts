import type { ClockTrouble, SteadyClock } from "@katkey/keys";
import type { Log } from "../log.ts";

const lookMs = 1_000;
/** The mark is never further behind than this. */
const keptEveryMs = 10_000;

type Mark = ReturnType<SteadyClock["mark"]>;

interface Keeping {
  readonly clock: SteadyClock;
  /** Where all processes keep the latest time. */
  readonly marks: { raise(mark: Mark): Promise<Mark> };
  readonly log: Log;
}

const messages = {
  clock_behind:
    "the clock of this machine is behind what was judged by: time goes on from there; katkey clock reset puts it back",
  clock_leapt: "the clock of this machine leapt ahead: no month is closed by it for a day",
  clock_not_believed:
    "the clock of this machine leapt ahead by more than a year, and is not believed; katkey clock reset makes it so",
} as const satisfies Record<ClockTrouble, string>;

/** Keeps the latest time for other processes and the next start, and tells the log of a clock that is wrong. Returns how to stop. */
export function keepClock({ clock, marks, log }: Keeping): () => void {
  let told: readonly ClockTrouble[] = [];
  let keptAt = -Infinity;
  let isStopped = false;

  async function keep(): Promise<void> {
    keptAt = clock.monotonic();
    try {
      clock.heed(await marks.raise(clock.mark()));
    } catch (err) {
      // A full disk is told of by itself; the next try is soon.
      if (!isStopped) log.debug({ err }, "the time could not be kept");
    }
  }

  function look(): void {
    const troubles = clock.troubles();
    for (const trouble of troubles) if (!told.includes(trouble)) log.warn({ trouble }, messages[trouble]);
    told = troubles;
    if (clock.isMarkDue() || clock.monotonic() - keptAt >= keptEveryMs) void keep();
  }

  look();
  const timer = setInterval(look, lookMs).unref();
  return () => {
    isStopped = true;
    clearInterval(timer);
  };
}
