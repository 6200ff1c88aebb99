import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createHashQueue, hashesAtOnce } from "./hash-queue.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const limits = { concurrency: 2, capacity: 3, maxWaitMilliseconds: 2000 };

const settle = () => vi.advanceTimersByTimeAsync(0);

/** A queue whose tasks end when told to, and what became of each. */
function queueOfTasks() {
  const queue = createHashQueue(limits);
  const started: string[] = [];
  const outcome: Record<string, string> = {};
  const ends = new Map<string, PromiseWithResolvers<string>>();
  return {
    started,
    outcome,
    add: (name: string) => {
      const end = Promise.withResolvers<string>();
      ends.set(name, end);
      const task = () => {
        started.push(name);
        return end.promise;
      };
      queue.run(task).then(
        (result) => (outcome[name] = result),
        (error: unknown) =>
          (outcome[name] = String(error instanceof Error && "code" in error ? error.code : error)),
      );
    },
    finish: async (name: string) => {
      ends.get(name)?.resolve("done");
      await settle();
    },
    fail: async (name: string) => {
      ends.get(name)?.reject("failed");
      await settle();
    },
  };
}

describe("the hash queue", () => {
  it("runs two at once and the others first come, first served", async () => {
    const { add, finish, started } = queueOfTasks();

    for (const name of ["a", "b", "c", "d", "e"]) add(name);
    await settle();
    expect(started).toEqual(["a", "b"]);
    await finish("b");
    expect(started).toEqual(["a", "b", "c"]);
    await finish("a");
    expect(started).toEqual(["a", "b", "c", "d"]);
  });

  it("refuses at once when its places are taken", async () => {
    const { add, outcome, started } = queueOfTasks();

    for (const name of ["a", "b", "c", "d", "e", "f"]) add(name);
    await settle();

    expect(outcome).toEqual({ f: "too_busy" });
    expect(started).toEqual(["a", "b"]);
  });

  it("refuses who has waited two seconds, and not a millisecond earlier", async () => {
    const { add, outcome, started } = queueOfTasks();

    for (const name of ["a", "b", "c"]) add(name);
    await vi.advanceTimersByTimeAsync(1999);
    expect(outcome).toEqual({});
    await vi.advanceTimersByTimeAsync(1);

    expect(outcome).toEqual({ c: "too_busy" });
    expect(started).toEqual(["a", "b"]);
  });

  it("gives the place of one who gave up to the next", async () => {
    const { add, finish, outcome, started } = queueOfTasks();

    for (const name of ["a", "b", "c"]) add(name);
    await vi.advanceTimersByTimeAsync(1500);
    for (const name of ["d", "e"]) add(name);
    await vi.advanceTimersByTimeAsync(500);
    add("f");
    await settle();
    expect(outcome).toEqual({ c: "too_busy" });
    await finish("a");

    expect(started).toEqual(["a", "b", "d"]);
  });

  it("does not time out what has begun", async () => {
    const { add, finish, outcome } = queueOfTasks();

    for (const name of ["a", "b", "c"]) add(name);
    await finish("a");
    await vi.advanceTimersByTimeAsync(60_000);
    await finish("c");

    expect(outcome).toEqual({ a: "done", c: "done" });
  });

  it("goes on after a task that failed", async () => {
    const { add, fail, finish, outcome, started } = queueOfTasks();

    for (const name of ["a", "b", "c", "d"]) add(name);
    await fail("a");
    await fail("b");
    await finish("c");

    expect(outcome).toEqual({ a: "failed", b: "failed", c: "done" });
    expect(started).toEqual(["a", "b", "c", "d"]);
  });

  it("is as free as before once all is done", async () => {
    const { add, finish, started } = queueOfTasks();

    for (const name of ["a", "b", "c"]) add(name);
    for (const name of ["a", "b", "c"]) await finish(name);
    for (const name of ["d", "e", "f"]) add(name);
    await settle();

    expect(started).toEqual(["a", "b", "c", "d", "e"]);
  });
});

it.each([
  [1, 1],
  [2, 1],
  [3, 2],
  [64, 2],
])("of %i processors %i hash at once", (processors, hashes) => {
  expect(hashesAtOnce(processors)).toBe(hashes);
});
