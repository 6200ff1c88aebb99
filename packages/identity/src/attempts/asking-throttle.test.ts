import { afterEach, expect, it, vi } from "vitest";
import { createAskingThrottle, throttleFor } from "./asking-throttle.ts";
import { createSignInThrottle } from "./sign-in-throttle.ts";

const ada = "ada@example.com";

/** Processes that share what one of them keeps. What goes between them are copies, and come later. */
function processes(count: number) {
  const pauses: (() => void)[] = [];
  const kept = createSignInThrottle({
    now: () => 0,
    pause: () => new Promise<void>((end) => pauses.push(end)),
  });
  const throttles = Array.from({ length: count }, () => {
    const asking = createAskingThrottle((news) =>
      setImmediate(() => {
        throttleFor(kept, structuredClone(news), (answer) => asking.hear(structuredClone(answer)));
      }),
    );
    return asking.throttle;
  });
  return { throttles, pauses };
}

const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

afterEach(() => void vi.useRealTimers());

it("failures at one account count in whichever process they were, and a success in one forgets them in all", async () => {
  const {
    throttles: [first, second],
    pauses,
  } = processes(2);
  for (let time = 0; time < 5; time += 1) {
    first?.failed(ada);
    second?.failed(ada);
  }
  const waiting = first?.wait(ada, "192.0.2.1");
  await turn();
  expect(pauses).toHaveLength(1);
  pauses[0]?.();
  await waiting;
  second?.succeeded(ada);
  await first?.wait(ada, "192.0.2.1");
  expect(pauses).toHaveLength(1);
});

it("refuses as one process does: the second attempt of an address while its first one waits", async () => {
  const {
    throttles: [first, second],
  } = processes(2);
  for (let time = 0; time < 12; time += 1) first?.failed(ada);
  void first?.wait(ada, "192.0.2.1");
  await turn();
  await expect(second?.wait(ada, "192.0.2.1")).rejects.toMatchObject({
    code: "too_many_attempts",
    retryAfterSeconds: 1,
  });
});

it("lets nobody sign in while there is no answer", async () => {
  vi.useFakeTimers();
  const { throttle } = createAskingThrottle(() => {});
  let refusal: unknown;
  throttle.wait(ada, null).catch((error: unknown) => (refusal = error));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(refusal).toMatchObject({ code: "too_busy" });
});
