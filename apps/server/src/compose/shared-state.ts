import { setTimeout as pause } from "node:timers/promises";
import {
  createAskingThrottle,
  createSignInThrottle,
  throttleFor,
  type SharedAttempts,
} from "@katkey/identity/attempts";
import type { RateLimiter } from "@katkey/keys";
import { createMemoryRateLimiter } from "@katkey/keys/memory";
import { answerLimits, createAskingRateLimiter } from "@katkey/keys/processes";
import type { FromPrimary, Question } from "../processes/message.ts";
import type { PrimaryLink } from "../processes/primary-link.ts";
import type { Clock } from "../services.ts";
import type { SharedSeals } from "../start/keep-seals-known.ts";

/** What one process counts for all of them. Answers a worker's questions, in the order in which they come. */
export function holdSharedState(
  clock: Clock,
): (question: Question, tell: (message: FromPrimary) => void) => void {
  const limiter = createMemoryRateLimiter();
  const throttle = createSignInThrottle({ now: clock.monotonic, pause });
  return (question, tell) => {
    if (question.kind === "limits") {
      tell({ kind: "limits", answers: answerLimits(limiter, question.questions, clock.monotonic()) });
    } else {
      throttleFor(throttle, question.news, (answer) => tell({ kind: "attempt", answer }));
    }
  };
}

interface AskedState {
  readonly limiter: RateLimiter;
  readonly sharedAttempts: SharedAttempts;
  readonly sharedSeals: SharedSeals;
}

/** The same, as a worker asks for it. */
export function askForSharedState(link: PrimaryLink): AskedState {
  const limits = createAskingRateLimiter((questions) => link.tell({ kind: "limits", questions }));
  const attempts = createAskingThrottle((news) => link.tell({ kind: "attempt", news }));
  link.on("limits", ({ answers }) => limits.hear(answers));
  link.on("attempt", ({ answer }) => attempts.hear(answer));
  const { limiter } = limits;
  return {
    limiter,
    // When it is, the primary says.
    sharedAttempts: {
      throttle: attempts.throttle,
      take: async (name, perMinute) => limiter.take(name, perMinute, 0),
    },
    sharedSeals: {
      tell: (rows) => link.tell({ kind: "unsound", rows }),
      tellTurn: (turn) => link.tell({ kind: "turn", turn }),
      onTold: (hear) => link.on("unsound", ({ rows }) => hear(rows)),
    },
  };
}
