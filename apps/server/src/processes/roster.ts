import type { Log } from "../log.ts";
import { memberOf, type Member } from "./member.ts";
import type { FromPrimary, Question } from "./message.ts";
import type { Ending, WorkerProcess } from "./worker-process.ts";

interface Surroundings {
  readonly fork: () => WorkerProcess;
  /** Answers by what is counted for all processes together. */
  readonly answer: (question: Question, tell: (message: FromPrimary) => void) => void;
  readonly log: Log;
  /** Told of each that ended without being told to. */
  readonly onLost: (member: Member, ending: Ending) => void;
}

/** Who is there, who is on duty, and what they ask. */
export interface Roster {
  hire(): Member;
  /** Those that run and have not been told to end, in the order in which they came. */
  staying(): readonly Member[];
  all(): readonly Member[];
  /** Has the operator told by this one. `false`: it ended before. */
  announceBy(member: Member): Promise<boolean>;
  /** From now on they take requests, and one of them is on duty. */
  open(): void;
}

export function createRoster({ fork, answer, log, onLost }: Surroundings): Roster {
  const members = new Set<Member>();
  const announced = Promise.withResolvers<boolean>();
  let isOpen = false;
  let onDuty: Member | null = null;
  const turns = shareTurns(members);

  function assignDuty(): void {
    if (onDuty !== null || !isOpen) return;
    onDuty = [...members].find(({ isServing }) => isServing) ?? null;
    onDuty?.worker.tell({ kind: "duty" });
  }

  async function accompany(member: Member): Promise<void> {
    if ((await member.started) && isOpen) member.worker.tell({ kind: "open" });
    assignDuty();
    const ending = await member.ended;
    members.delete(member);
    // Not before: two at once would do everything twice.
    if (onDuty === member) onDuty = null;
    assignDuty();
    if (!member.isLeaving) onLost(member, ending);
  }

  return {
    hire() {
      const member = memberOf(fork(), log);
      members.add(member);
      member.worker.onMessage((message) => {
        if (message.kind === "announced") announced.resolve(true);
        else if (message.kind === "closed") member.worker.tell({ kind: "dismissed" });
        else if (message.kind === "turn") turns.hear(message.turn);
        else if (message.kind === "unsound") tell(othersThan(member, members), message);
        else answer(message, member.worker.tell);
      });
      void accompany(member);
      turns.tell(member);
      member.worker.tell({ kind: "begin", isFirst: !isOpen });
      return member;
    },
    staying: () => [...members].filter(({ isLeaving, hasEnded }) => !isLeaving && !hasEnded),
    all: () => [...members],
    announceBy: (member) => announcedBy(member, announced.promise),
    open() {
      isOpen = true;
      tell([...members], { kind: "open" });
      assignDuty();
    },
  };
}

/** The last change of anything sealed that any of them knows of. Those that still come have to know it before they begin. */
function shareTurns(members: Iterable<Member>) {
  let turn = 0;
  const tell = ({ worker }: Member) => worker.tell({ kind: "turn", turn });
  return {
    tell,
    hear(told: number): void {
      if (told <= turn) return;
      turn = told;
      for (const member of members) tell(member);
    },
  };
}

function announcedBy({ worker, ended }: Member, announced: Promise<boolean>): Promise<boolean> {
  worker.tell({ kind: "announce" });
  return Promise.race([announced, ended.then(() => false)]);
}

function othersThan(one: Member, members: Iterable<Member>): readonly Member[] {
  return [...members].filter((member) => member !== one);
}

function tell(members: readonly Member[], message: FromPrimary): void {
  for (const { worker, isServing } of members) if (isServing) worker.tell(message);
}
