import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createHashQueue } from "./hash-queue.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const limits = { capacity: 3, maxWaitMilliseconds: 2000 };

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
  it("runs one at a time and the others first come, first served", async () => {
    const { add, finish, started } = queueOfTasks();

    for (const name of ["a", "b", "c"]) add(name);
    await settle();
    expect(started).toEqual(["a"]);
    await finish("a");
    expect(started).toEqual(["a", "b"]);
    await finish("b");
    expect(started).toEqual(["a", "b", "c"]);
  });

  it("refuses at once when its places are taken", async () => {
    const { add, outcome, started } = queueOfTasks();

    for (const name of ["a", "b", "c", "d", "e"]) add(name);
    await settle();

    expect(outcome).toEqual({ e: "too_busy" });
    expect(started).toEqual(["a"]);
  });

  it("refuses who has waited two seconds, and not a millisecond earlier", async () => {
    const { add, outcome, started } = queueOfTasks();

    for (const name of ["a", "b"]) add(name);
    await vi.advanceTimersByTimeAsync(1999);
    expect(outcome).toEqual({});
    await vi.advanceTimersByTimeAsync(1);

    expect(outcome).toEqual({ b: "too_busy" });
    expect(started).toEqual(["a"]);
  });

  it("gives the place of one who gave up to the next", async () => {
    const { add, finish, outcome, started } = queueOfTasks();

    for (const name of ["a", "b"]) add(name);
    await vi.advanceTimersByTimeAsync(1500);
    for (const name of ["c", "d"]) add(name);
    await vi.advanceTimersByTimeAsync(500);
    add("e");
    await settle();
    expect(outcome).toEqual({ b: "too_busy" });
    await finish("a");

    expect(started).toEqual(["a", "c"]);
  });

  it("does not time out what has begun", async () => {
    const { add, finish, outcome } = queueOfTasks();

    for (const name of ["a", "b"]) add(name);
    await finish("a");
    await vi.advanceTimersByTimeAsync(60_000);
    await finish("b");

    expect(outcome).toEqual({ a: "done", b: "done" });
  });

  it("goes on after a task that failed", async () => {
    const { add, fail, finish, outcome, started } = queueOfTasks();

    for (const name of ["a", "b", "c"]) add(name);
    await fail("a");
    await fail("b");
    await finish("c");

    expect(outcome).toEqual({ a: "failed", b: "failed", c: "done" });
    expect(started).toEqual(["a", "b", "c"]);
  });

  it("is as free as before once all is done", async () => {
    const { add, finish, started } = queueOfTasks();

    for (const name of ["a", "b"]) add(name);
    for (const name of ["a", "b"]) await finish(name);
    for (const name of ["c", "d"]) add(name);
    await settle();

    expect(started).toEqual(["a", "b", "c"]);
  });
});
