import { afterEach, describe, expect, it, vi } from "vitest";
import type { LimitDecision, RateLimiter } from "../admission/rate-limiter.ts";
import { KeyError } from "../errors.ts";
import { createMemoryRateLimiter } from "../memory/rate-limiter.ts";
import { describeRateLimiter } from "../testing/rate-limiter-contract.ts";
import { answerLimits } from "./answer-limits.ts";
import { createAskingRateLimiter } from "./asking-rate-limiter.ts";
import type { LimitAnswers, LimitQuestions } from "./limit-message.ts";

/** Two processes as far as the limiter can tell: what goes between them are copies, and come later. */
function aProcess(owner = createMemoryRateLimiter(), clock = { at: 0 }) {
  const sent: LimitQuestions[] = [];
  const asking = createAskingRateLimiter((questions) => {
    sent.push(questions);
    setImmediate(() => asking.hear(structuredClone(answerLimits(owner, questions, clock.at))));
  });
  return { limiter: asking.limiter, sent };
}

/** The owner's clock stands where the question says. */
function atItsTime(): RateLimiter {
  const clock = { at: 0 };
  const { limiter } = aProcess(createMemoryRateLimiter(), clock);
  return {
    take(...question) {
      clock.at = question[2];
      return limiter.take(...question);
    },
    peek(...question) {
      clock.at = question[2];
      return limiter.peek(...question);
    },
  };
}

describeRateLimiter("the limiter that another process decides for", atItsTime);

async function outcomeOf(asked: LimitDecision | Promise<LimitDecision>): Promise<unknown> {
  try {
    return await asked;
  } catch (error) {
    return error instanceof KeyError ? error.code : error;
  }
}

afterEach(() => void vi.useRealTimers());

describe("asking another process", () => {
  it("several processes share one limit, exactly, whatever their own clocks say", async () => {
    const owner = createMemoryRateLimiter();
    const processes = [aProcess(owner), aProcess(owner), aProcess(owner)];
    const takes = processes.flatMap(({ limiter }, index) =>
      Array.from({ length: 70 }, async (_, nth) => limiter.take("org", 100, index * 1_000_000 - nth)),
    );
    const decisions = await Promise.all(takes);
    expect(decisions.filter(({ allowed }) => allowed)).toHaveLength(100);
  });

  it("asks once for all of a turn, and gives each its own answer", async () => {
    const { limiter, sent } = aProcess();
    const [first, second, other, state] = await Promise.all([
      limiter.take("org", 10, 0),
      limiter.take("org", 10, 0, 9),
      limiter.take("other", 1, 0, 2),
      limiter.peek("org", 10, 0),
    ]);
    expect(sent).toHaveLength(1);
    expect([first, second]).toMatchObject([
      { allowed: true, limit: 10, remaining: 9 },
      { allowed: true, limit: 10, remaining: 0 },
    ]);
    expect(other).toMatchObject({ allowed: false, limit: 1, remaining: 1 });
    expect(state).toEqual({ limit: 10, remaining: 0, resetSeconds: 60 });
  });

  it("fails what is not answered in time, and does not take a late answer for another's", async () => {
    vi.useFakeTimers();
    const late: LimitAnswers[] = [];
    const asking = createAskingRateLimiter((questions) => {
      late.push(answerLimits(createMemoryRateLimiter(), questions, 0));
    });
    const failed = outcomeOf(asking.limiter.take("org", 10, 0));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await failed).toBe("busy");
    const next = asking.limiter.take("org", 10, 0, 3);
    await vi.advanceTimersByTimeAsync(1);
    for (const answers of late) asking.hear(answers);
    expect(await next).toMatchObject({ allowed: true, remaining: 7 });
  });

  it("fails what cannot be asked, and what the answer leaves out", async () => {
    const gone = createAskingRateLimiter(() => {
      throw new Error("channel closed");
    });
    await expect(gone.limiter.take("org", 10, 0)).rejects.toMatchObject({ code: "busy" });
    const silent = createAskingRateLimiter(({ round }) => silent.hear({ round, given: [] }));
    await expect(silent.limiter.peek("org", 10, 0)).rejects.toMatchObject({ code: "busy" });
  });
});
