import type { LimitDecision, RateLimiter } from "../admission/rate-limiter.ts";
import { KeyError } from "../errors.ts";
import type { LimitAnswer, LimitAnswers, LimitQuestion, LimitQuestions } from "./limit-message.ts";

/** Long for a process that does nothing else, and short for whoever waits for an answer. */
const patienceMs = 2_000;

/** A limiter that another process decides for, and where its answers are to be brought. */
interface AskingRateLimiter {
  readonly limiter: RateLimiter;
  hear(answers: LimitAnswers): void;
}

interface Round {
  readonly asked: LimitQuestion[];
  readonly given: Promise<readonly LimitAnswer[]>;
  answer(given: readonly LimitAnswer[]): void;
}

/**
 * Asks the process that owns the limits, once for all requests of a turn of the event loop. Where no answer comes in
 * time each of them fails: a limit that nobody can look up is not one that nobody has reached. `send` may throw.
 */
export function createAskingRateLimiter(send: (questions: LimitQuestions) => void): AskingRateLimiter {
  const rounds = new Map<number, Round>();
  let latest = 0;
  let open: Round | null = null;

  function begin(): Round {
    const round = (latest += 1);
    const { promise: given, resolve: answer, reject } = Promise.withResolvers<readonly LimitAnswer[]>();
    const begun: Round = { asked: [], given, answer };
    rounds.set(round, begun);
    const fail = (cause?: unknown) => {
      if (rounds.delete(round)) reject(nobodyDecides(cause));
    };
    const due = setTimeout(fail, patienceMs).unref();
    void given.finally(() => clearTimeout(due)).catch(() => {});
    setImmediate(() => {
      open = null;
      try {
        send({ round, asked: begun.asked });
      } catch (cause) {
        fail(cause);
      }
    });
    return begun;
  }

  async function ask(question: LimitQuestion): Promise<LimitDecision> {
    open ??= begin();
    const place = open.asked.push(question) - 1;
    const answer = (await open.given)[place];
    if (answer === undefined) throw nobodyDecides();
    const [allowed, remaining, resetSeconds] = answer;
    return { allowed, limit: question[1], remaining, resetSeconds };
  }

  return {
    limiter: {
      // oxlint-disable-next-line max-params -- the port's
      take: (name, limit, _at, cost = 1) => ask([name, limit, cost]),
      peek: async (name, limit) => {
        const { allowed: _, ...state } = await ask([name, limit, null]);
        return state;
      },
    },
    hear({ round, given }) {
      rounds.get(round)?.answer(given);
      rounds.delete(round);
    },
  };
}

function nobodyDecides(cause?: unknown): KeyError {
  return new KeyError("busy", "Limits cannot be looked up at the moment. Try again.", { cause });
}
