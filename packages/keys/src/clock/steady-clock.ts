import { toldTime } from "./told-time.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A clock that is further behind what was judged than this was set back, and not put right a little. */
const behindMs = 5_000;
/** A leap that is worth telling: machines that sleep leap, too. */
const toldLeapMs = hourMs;
/** A leap of more is no longer than the machine can have slept, and not believed. */
const mostLeapMs = 366 * dayMs;
/** A machine that was off for longer may have woken with a wrong clock. */
const longestOffMs = 31 * dayMs;
/** Of the monotonic clock, after which a leap that stood is taken for the time. */
const settlingMs = dayMs;
/** While the machine's clock is behind, time goes on a little slower than it does, until both agree. */
const paceWhileBehind = 0.9;
/** A leap of this length is kept at once: a crash must not forget it. */
const keptAtOnceMs = 10_000;

export type ClockTrouble = "clock_behind" | "clock_leapt" | "clock_not_believed";

/** The clocks of the machine. */
export interface MachineClocks {
  /** Milliseconds since 1970, UTC. Can be set. */
  now(): number;
  /** Milliseconds that never jump, from an arbitrary start. */
  monotonic(): number;
}

/** What every process on one database has in common. */
export interface ClockMark {
  /** The latest time that any of them has judged by. Milliseconds since 1970. */
  readonly at: number;
  /** How often an operator has put it back. */
  readonly resets: number;
}

/**
 * A clock that never goes back, so that what has expired, been retired or been revoked stays so whatever happens to the
 * machine's clock, over restarts and over processes that share its mark.
 */
export interface SteadyClock extends MachineClocks {
  /** No later than any clock believed: what cannot be undone, such as the closing of a month, is judged by it. */
  settled(): number;
  troubles(): readonly ClockTrouble[];
  /** Whether it has leapt so far that the mark is to be kept now. */
  isMarkDue(): boolean;
  /** Takes over what other processes have judged by, or that an operator has put it back. */
  heed(mark: ClockMark): void;
  mark(): ClockMark;
}

interface Leap {
  readonly ms: number;
  /** Of the monotonic clock. */
  readonly at: number;
}

/** Why a clock cannot be believed at the start: `machine`: what the machine says, `mark`: when it was last at work. */
export class ClockError extends Error {
  override readonly name = "ClockError";
}

/** `mark`: `null` at the very first start. @throws ClockError when the machine's clock is years ahead of it */
export function createSteadyClock(machine: MachineClocks, mark: ClockMark | null): SteadyClock {
  const begun = machine.now();
  const was = mark?.at ?? begun;
  if (begun - was > mostLeapMs) throw notBelieved(begun, was);
  const leaps = createLeaps(machine);
  if (begun - was > longestOffMs) leaps.add(begun - was);
  let resets = mark?.resets ?? 0;
  let last = Math.max(begun, was);
  let lastMonotonic = machine.monotonic();
  let isBelieved = true;

  function now(): number {
    const [wall, monotonic] = [machine.now(), machine.monotonic()];
    const passed = monotonic - lastMonotonic;
    const ahead = wall - (last + passed);
    lastMonotonic = monotonic;
    isBelieved = ahead <= mostLeapMs;
    if (isBelieved && ahead > behindMs) leaps.add(ahead);
    last = isBelieved ? Math.max(wall, last + passed * paceWhileBehind) : last + passed;
    return Math.floor(last);
  }

  return {
    now,
    monotonic: machine.monotonic,
    settled: () => Math.min(now() - leaps.sum(), machine.now()),
    troubles() {
      const isBehind = now() - machine.now() > behindMs;
      return [
        ...(isBehind ? (["clock_behind"] as const) : []),
        ...(leaps.longest() > toldLeapMs ? (["clock_leapt"] as const) : []),
        ...(isBelieved ? [] : (["clock_not_believed"] as const)),
      ];
    },
    isMarkDue: leaps.isMarkDue,
    heed(shared) {
      const isReset = shared.resets !== resets;
      leaps.heed({ isReset });
      resets = shared.resets;
      last = Math.max(shared.at, isReset ? machine.now() : last);
    },
    mark: () => ({ at: now(), resets }),
  };
}

/** How far the machine's clock has leapt ahead lately. */
function createLeaps({ monotonic }: MachineClocks) {
  let leaps: readonly Leap[] = [];
  let isMarkDue = false;
  const recent = () => leaps.filter(({ at }) => monotonic() - at < settlingMs);
  return {
    add(ms: number): void {
      leaps = [...recent(), { ms, at: monotonic() }];
      isMarkDue ||= ms >= keptAtOnceMs;
    },
    sum: () => recent().reduce((sum, { ms }) => sum + ms, 0),
    longest: () => Math.max(0, ...recent().map(({ ms }) => ms)),
    isMarkDue: () => isMarkDue,
    /** The mark has been kept; after a reset what was before is forgotten. */
    heed({ isReset }: { readonly isReset: boolean }): void {
      isMarkDue = false;
      if (isReset) leaps = [];
    },
  };
}

function notBelieved(machine: number, mark: number): ClockError {
  const [says, was] = [machine, mark].map((time) => toldTime(time).slice(0, 10));
  return new ClockError(
    `The clock of this machine says ${says}, and this installation was last at work on ${was}. Set the clock right, or say that it is: katkey clock reset.`,
  );
}
