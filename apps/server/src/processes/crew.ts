import type { Log } from "../log.ts";
import { createBackoff } from "./backoff.ts";
import type { Member } from "./member.ts";
import { createRoster, type Roster } from "./roster.ts";
import { createSpare } from "./spare.ts";
import type { Ending } from "./worker-process.ts";

/** So many starts in a row that come to nothing. */
const mostFailures = 5;

interface Surroundings extends Omit<Parameters<typeof createRoster>[0], "onLost"> {
  /** How many there should be. */
  readonly size: number;
  /** Milliseconds that never jump. */
  readonly monotonic: () => number;
  /** Told when those that are to replace others do not come to listen. */
  readonly onHopeless: () => void;
}

/** The workers of an installation: as many as there should be, whatever happens to one of them. */
export interface Crew {
  /** Resolves when all listen, and the first one has told the operator. `false`: that one ended before. */
  launch(): Promise<boolean>;
  /**
   * Puts a new one in the place of each, one after the other, the new one listening before the old one goes. Asked for
   * while the first ones come, it is done once all listen: what the first has read may have changed already.
   */
  renew(): Promise<void>;
  /** Resolves when all have ended: whether each of them had answered what it had. */
  stop(why: string): Promise<boolean>;
}

export function createCrew({ size, fork, monotonic, onHopeless, ...surroundings }: Surroundings): Crew {
  const { log } = surroundings;
  const spare = createSpare(fork);
  const roster = createRoster({ ...surroundings, fork: spare.take, onLost });
  const backoff = createBackoff(monotonic);
  const isMissing = () => !isStopping && roster.staying().length < size;
  const onFull = () => !isStopping && spare.prepare();
  const fill = createFilling({ isMissing, pause: backoff.pause, hire: roster.hire, onFull, onHopeless });
  const complete = Promise.withResolvers<void>();
  let isLaunched = false;
  let isStopping = false;
  // One renewal after the other, and the first once there is something to renew.
  let renewing = complete.promise;

  function onLost({ worker }: Member, ending: Ending): void {
    // Who was to renew another one is not missed: that one goes on.
    if (!isLaunched || !isMissing()) return;
    log.error({ process: worker.pid, ...ending }, "a process ended; another one takes its place");
    backoff.noteEnd();
    void fill();
  }

  async function renewOnce(): Promise<void> {
    if (isStopping) return;
    spare.dismiss();
    await renewEach(roster, { log, isStopping: () => isStopping });
    await fill();
  }

  return {
    async launch() {
      const first = roster.hire();
      if (!(await first.started) || !(await roster.announceBy(first))) return false;
      isLaunched = true;
      roster.open();
      await fill();
      if (!isStopping) log.info({ processes: size }, "all processes listen");
      complete.resolve();
      return true;
    },
    renew: () => (renewing = renewing.then(renewOnce)),
    async stop(why) {
      isStopping = true;
      spare.dismiss();
      const endings = await Promise.all(roster.all().map((member) => member.leave(why)));
      return endings.every(({ code }) => code === 0);
    },
  };
}

interface Filling {
  readonly hire: Roster["hire"];
  /** Told when nothing is missing any more. */
  readonly onFull: () => void;
  readonly isMissing: () => boolean;
  readonly pause: () => Promise<void>;
  readonly onHopeless: () => void;
}

/** Fills what is missing, one after the other: each takes most of a processor while it starts. */
function createFilling({ isMissing, pause, hire, onFull, onHopeless }: Filling): () => Promise<void> {
  let isFilling = false;
  let failures = 0;
  return async () => {
    if (isFilling || failures === mostFailures) return;
    isFilling = true;
    while (isMissing() && failures < mostFailures) {
      await pause();
      if (!isMissing()) break;
      failures = (await hire().started) ? 0 : failures + 1;
    }
    isFilling = false;
    if (failures === mostFailures && isMissing()) onHopeless();
    else onFull();
  };
}

interface Renewing {
  readonly log: Log;
  readonly isStopping: () => boolean;
}

async function renewEach(roster: Roster, { log, isStopping }: Renewing): Promise<void> {
  const old = roster.staying();
  log.info({ processes: old.length }, "renewing the processes, one after the other");
  for (const member of old) {
    if (isStopping()) return;
    if (!roster.staying().includes(member)) continue;
    if (!(await roster.hire().started)) {
      if (isStopping()) return;
      log.error("a new process does not start; those that run go on");
      return;
    }
    await member.leave("SIGHUP");
  }
  log.info("renewed the processes");
}
