import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createLog } from "../log.ts";
import { createCrew } from "./crew.ts";
import type { FromPrimary, FromWorker } from "./message.ts";
import type { Ending, WorkerProcess } from "./worker-process.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface FakeWorker extends WorkerProcess {
  readonly told: FromPrimary["kind"][];
  /** The last that it was told. */
  turn: number | null;
  listen(): void;
  say(message: FromWorker): void;
  end(ending: Ending): void;
}

const crashed: Ending = { code: null, signal: "SIGKILL" };
const failed: Ending = { code: 1, signal: null };

interface Does {
  readonly starts: boolean;
  readonly obeys: boolean;
  readonly begun: FakeWorker[];
}

/** Does as it is told, if nothing is said against it. */
function aWorker(does: Does): FakeWorker {
  const starts = () => does.starts;
  const heard: Parameters<WorkerProcess["onMessage"]>[0][] = [];
  const ended: Parameters<WorkerProcess["onEnd"]>[0][] = [];
  const listening: (() => void)[] = [];
  const worker: FakeWorker = {
    pid: 1,
    told: [],
    turn: null,
    tell(message) {
      const { kind } = message;
      if (kind === "begin") does.begun.push(worker);
      if (kind === "begin") setTimeout(() => (starts() ? worker.listen() : worker.end(failed)), 100);
      else if (kind === "turn") worker.turn = message.turn;
      else worker.told.push(kind);
      if (kind === "announce") worker.say({ kind: "announced" });
      if (kind === "stop" && does.obeys) setTimeout(() => worker.end({ code: 0, signal: null }), 10);
    },
    kill: () => worker.end(crashed),
    onListening: (hear) => void listening.push(hear),
    onMessage: (hear) => void heard.push(hear),
    onEnd: (hear) => void ended.push(hear),
    listen: () => listening.forEach((hear) => hear()),
    say: (message) => heard.forEach((hear) => hear(message)),
    end: (ending) => ended.forEach((hear) => hear(ending)),
  };
  return worker;
}

function aCrew(size: number) {
  // In the order in which they began; the spare one is not among them.
  const workers: FakeWorker[] = [];
  const forked: FakeWorker[] = [];
  const does = { starts: true, obeys: true, begun: workers };
  const onHopeless = vi.fn<() => void>();
  const logged: string[] = [];
  const crew = createCrew({
    size,
    fork() {
      const worker = aWorker(does);
      forked.push(worker);
      return worker;
    },
    answer: () => {},
    monotonic: () => performance.now(),
    log: createLog("info", { write: (line: string) => void logged.push(JSON.parse(line).msg) }),
    onHopeless,
  });
  return {
    crew,
    workers,
    forked,
    does,
    onHopeless,
    logged,
    passes: (ms: number) => vi.advanceTimersByTimeAsync(ms),
  };
}

async function aRunningCrew(size: number) {
  const running = aCrew(size);
  const launched = running.crew.launch();
  await running.passes(100 * size);
  expect(await launched).toBe(true);
  return running;
}

const kindsOf = (workers: readonly FakeWorker[]) => workers.map(({ told }) => told.join(" "));

it("has the operator told by the first, opens all, and gives one of them the duty", async () => {
  const { workers } = await aRunningCrew(3);
  expect(kindsOf(workers)).toEqual(["announce open duty", "open", "open"]);
});

it("ends where the first does not come to listen", async () => {
  const { crew, does, passes, workers } = aCrew(2);
  does.starts = false;
  const launched = crew.launch();
  await passes(1_000);
  expect(await launched).toBe(false);
  expect(workers).toHaveLength(1);
});

it("replaces one that ends by itself at once, and hands its duty on", async () => {
  const { workers, passes } = await aRunningCrew(2);
  workers[0]?.end(crashed);
  await passes(100);
  expect(kindsOf(workers)).toEqual(["announce open duty", "open duty", "prepare open"]);
});

it("has each process told of the unsound rows that another has come upon, and not that one again", async () => {
  const { workers } = await aRunningCrew(3);
  workers[1]?.say({ kind: "unsound", rows: [{ table: "api_key", id: "key_1" }] });
  expect(kindsOf(workers)).toEqual(["announce open duty unsound", "open", "open unsound"]);
});

it("has each that begins know the last change of what is sealed that any has known, also one that is coming already", async () => {
  const { workers, passes, crew } = await aRunningCrew(2);
  workers[0]?.end(crashed);
  await passes(50);
  expect(workers[2]?.turn).toBe(0);
  workers[1]?.say({ kind: "turn", turn: 7 });
  workers[1]?.say({ kind: "turn", turn: 5 });
  expect(workers[2]?.turn).toBe(7);
  await passes(50);
  const renewed = crew.renew();
  await passes(1_000);
  await renewed;
  expect(workers.slice(3).map(({ turn }) => turn)).toEqual([7, 7]);
});

it("has one spare, prepared and waiting, and takes it first; renewing and stopping dismiss it", async () => {
  const { crew, workers, forked, passes } = await aRunningCrew(2);
  expect([workers.length, forked.length]).toEqual([2, 3]);
  expect(forked[2]?.told).toEqual(["prepare"]);
  workers[0]?.end(crashed);
  await passes(100);
  expect(workers[2]).toBe(forked[2]);
  expect([workers.length, forked.length]).toEqual([3, 4]);

  const renewed = crew.renew();
  await passes(1_000);
  await renewed;
  expect(workers).not.toContain(forked[3]);
  expect([workers.length, forked.length]).toEqual([5, 7]);

  const stopped = crew.stop("SIGTERM");
  await passes(100);
  expect(await stopped).toBe(true);
  expect(workers).not.toContain(forked[6]);
});

it("does without a spare that has ended", async () => {
  const { workers, forked, passes } = await aRunningCrew(2);
  forked[2]?.end(crashed);
  workers[0]?.end(crashed);
  await passes(100);
  expect(workers[2]).toBe(forked[3]);
});

it("waits longer and longer for one that ends again and again, and goes on", async () => {
  const { workers, passes, onHopeless } = await aRunningCrew(2);
  const waits: number[] = [];
  for (let crash = 0; crash < 6; crash += 1) {
    const count = workers.length;
    workers.at(-1)?.end(crashed);
    const start = performance.now();
    while (workers.length === count) await passes(50);
    waits.push(performance.now() - start);
    await passes(100);
  }
  expect(waits).toEqual([50, 50, 50, 200, 400, 800]);
  expect(onHopeless).not.toHaveBeenCalled();
});

it("gives up after five starts in a row that come to nothing", async () => {
  const { workers, does, passes, onHopeless } = await aRunningCrew(2);
  does.starts = false;
  workers[1]?.end(crashed);
  await passes(20_000);
  expect(workers).toHaveLength(2 + 5);
  expect(onHopeless).toHaveBeenCalledOnce();
});

it("renews one after the other, the new one listening before the old one is told to go", async () => {
  const { crew, workers, passes } = await aRunningCrew(2);
  const renewed = crew.renew();
  await passes(90);
  expect(kindsOf(workers)).toEqual(["announce open duty", "open", ""]);
  await passes(15);
  expect(kindsOf(workers)).toEqual(["announce open duty stop", "open", "open"]);
  await passes(10);
  expect(kindsOf(workers)).toEqual(["announce open duty stop", "open duty", "open", ""]);
  await passes(1_000);
  await renewed;
  expect(kindsOf(workers)).toEqual(["announce open duty stop", "open duty stop", "open duty", "open"]);
});

it("renews once all listen when it is asked before", async () => {
  const { crew, workers, passes } = aCrew(3);
  const launched = crew.launch();
  await passes(150);
  const renewed = crew.renew();
  await passes(150);
  expect(await launched).toBe(true);
  expect(workers.map(({ told }) => told.includes("stop"))).not.toContain(true);
  await passes(2_000);
  await renewed;
  expect(workers.map(({ told }) => told.includes("stop"))).toEqual([true, true, true, false, false, false]);
});

it("leaves those that run alone where a new one does not start", async () => {
  const { crew, workers, does, passes, onHopeless, logged } = await aRunningCrew(2);
  does.starts = false;
  const renewed = crew.renew();
  await passes(60_000);
  await renewed;
  expect(kindsOf(workers)).toEqual(["announce open duty", "open", ""]);
  expect(logged).toContain("a new process does not start; those that run go on");
  expect(logged).not.toContain("a process ended; another one takes its place");
  expect(onHopeless).not.toHaveBeenCalled();
});

it("has as many as before when one ends while it renews, and when it is asked to renew twice", async () => {
  const { crew, workers, passes } = await aRunningCrew(3);
  const renewals = [crew.renew(), crew.renew()];
  await passes(50);
  workers[1]?.end(crashed);
  await passes(10_000);
  await Promise.all(renewals);
  const present = workers.filter((worker) => !worker.told.includes("stop") && worker !== workers[1]);
  expect(present).toHaveLength(3);
});

it("stops all at once, those that are still starting too, and replaces none", async () => {
  const { crew, workers, passes } = await aRunningCrew(2);
  workers[0]?.end(crashed);
  await passes(50);
  const stopped = crew.stop("SIGTERM");
  await passes(2_000);
  expect(await stopped).toBe(true);
  expect(workers).toHaveLength(3);
});

it("kills one that does not end, and tells that not all was answered", async () => {
  const { crew, does, passes, logged } = aCrew(1);
  does.obeys = false;
  const launched = crew.launch();
  await passes(100);
  await launched;
  does.obeys = false;
  const stopped = crew.stop("SIGTERM");
  await passes(9_500);
  expect(await stopped).toBe(false);
  expect(logged).toContain("a process did not end, and was killed");
});
