import { hash } from "node:crypto";
import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import { reportLeak, type LeakOutcome } from "@katkey/keys";
import type { Services } from "../services.ts";
import type { Match } from "./matches-in.ts";
import { noteOtherLeak } from "./note-other-leak.ts";

/** What GitHub is told of a match, to know whether its pattern is right. */
interface Feedback {
  readonly token_hash: string;
  readonly token_type: string;
  readonly label: "true_positive" | "false_positive";
}

export interface Circumstances {
  readonly address: string;
  readonly requestId: string;
}

/** Matches that are looked up before others have their turn: about a millisecond, unless something is done about one. */
const slice = 25;

/** Of the 30 s that GitHub waits. */
const restfulMs = 10_000;

/** Handles one match after the other, as the policy of each organization says, and tells what each was. */
export async function handleAlert(
  services: Services,
  matches: Iterable<Match>,
  circumstances: Circumstances,
): Promise<readonly Feedback[]> {
  const told: Feedback[] = [];
  const rest = createRest(services);
  let handled = 0;
  for (const match of matches) {
    const isOurs = await handle(services, match, circumstances, rest);
    if (isOurs !== null) told.push(feedbackOf(match, isOurs));
    handled += 1;
    if (handled % slice === 0) await rest();
  }
  return told;
}

/** Asleep, and not only until the next turn: a process that is never idle waits longest where processors are wanted. */
function createRest({ clock }: Pick<Services, "clock">): () => Promise<void> {
  const began = clock.monotonic();
  return () => (clock.monotonic() - began < restfulMs ? wait(1) : nextTurn());
}

function feedbackOf({ token, type }: Match, isOurs: boolean): Feedback {
  return {
    token_hash: hash("sha256", token),
    token_type: type,
    label: isOurs ? "true_positive" : "false_positive",
  };
}

/** Whether the token is or was one of ours; `null`: nobody can say. */
async function handle(
  services: Services,
  match: Match,
  circumstances: Circumstances,
  rest: () => Promise<void>,
): Promise<boolean | null> {
  const { desk, clock } = services;
  const found = { token: match.token, source: sourceOf(match), url: match.url };
  const actor = { type: "system", id: null, label: "katkey" } as const;
  const outcome = await reportLeak(desk, found, { ...circumstances, actor, now: clock.now() });
  if (outcome === "unknown") return noteOtherLeak(services, found, circumstances.requestId);
  // What was written to the disk took longer than a slice.
  if (hasWritten.has(outcome)) await rest();
  return true;
}

const hasWritten: ReadonlySet<LeakOutcome> = new Set(["marked", "quarantined", "retired", "revoked"]);

function sourceOf({ source }: Match): string {
  const where = source.toLowerCase();
  return where === "" || where === "unknown" ? "github" : `github ${where}`;
}
