import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { inspect } from "node:util";
import { expect, it } from "vitest";
import { createHashThread } from "./hash-thread.ts";

/** A thread that answers with its number, ends without a word, or fails. */
const program = new URL(
  `data:text/javascript,${encodeURIComponent(`
  import { parentPort, threadId } from "node:worker_threads";
  parentPort.on("message", ({ password }) => {
    if (password === "end") process.exit(3);
    if (password === "fail") throw new Error("out of memory");
    parentPort.postMessage(String(threadId));
  });
`)}`,
);

it("answers each with their own, in their order", async () => {
  const { hash, verify } = createHashThread();
  const stored = await hash("violet");
  const asked = ["violet", "green", "violet", ""].map((password) => verify(stored, password));
  expect(await Promise.all(asked)).toEqual([true, false, true, false]);
});

it.each(["end", "fail"])(
  "fails who waits when its thread does (%s), without their password, and begins another one for the next",
  async (password) => {
    const { hash } = createHashThread({ program });
    const first = await hash("a");
    const [lost, behind] = await Promise.allSettled([hash(password), hash("violet-umbrella-77")]);
    for (const outcome of [lost, behind]) {
      expect(outcome.status === "rejected" && outcome.reason).toMatchObject({
        message: "The thread that hashes passwords has ended.",
      });
      expect(inspect(outcome, { depth: 9, showHidden: true })).not.toContain("violet");
    }
    expect(await hash("b")).not.toBe(first);
  },
);

it("keeps its thread while it is asked, and gives it back when it is not", async () => {
  const { hash } = createHashThread({ program, idleMs: 200 });
  const first = await hash("a");
  expect(await hash("b")).toBe(first);
  await expect.poll(() => hash("c"), { interval: 400 }).not.toBe(first);
});

it("gives way to all other threads of the process, where the system knows threads apart", async () => {
  await createHashThread().hash("violet");
  const tasks = "/proc/self/task";
  const threads = existsSync(tasks) ? readdirSync(tasks) : [];
  const niceness = threads.map(
    (id) => readFileSync(`${tasks}/${id}/stat`, "utf8").split(") ")[1]?.split(" ")[16],
  );
  expect(niceness.includes("19")).toBe(threads.length > 0);
  expect(niceness[0]).not.toBe("19");
});

it("keeps a process from ending for as long as somebody waits for an answer", () => {
  const source = JSON.stringify(new URL("./hash-thread.ts", import.meta.url).href);
  const program = `
    import { createHashThread } from ${source};
    const { hash, verify } = createHashThread();
    console.log(await verify(await hash("violet"), "violet"));`;
  const ended = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    encoding: "utf8",
    timeout: 30_000,
  });
  expect(ended).toMatchObject({ stderr: "", stdout: "true\n", status: 0 });
});
