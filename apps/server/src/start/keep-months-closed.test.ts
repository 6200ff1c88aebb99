import { startOfMonth, type Month } from "@katkey/keys";
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { anOrganization } from "../../testing/people.ts";
import { aServer } from "../../testing/server.ts";
import type { Services } from "../services.ts";
import { keepMonthsClosed } from "./keep-months-closed.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
afterEach(() => void vi.useRealTimers());

const minute = 60_000;

async function setUp() {
  const server = await aServer();
  const organization = await anOrganization(server);
  const { billing, clock, log } = server.services;
  let now = clock.now();
  const months = async () => {
    const { items } = await billing.statements.list(organization.id, { limit: 10 });
    return items.map(({ month }) => month);
  };
  const run = (more: Partial<Services["billing"]> = {}) => {
    const stop = keepMonthsClosed({
      billing: { ...billing, ...more },
      clock: { ...clock, now: () => now },
      log,
    });
    onTestFinished(stop);
    return stop;
  };
  const turnTo = (month: Month) => (now = startOfMonth(month));
  return { server, billing, months, run, turnTo, first: new Date(now).toISOString().slice(0, 7) };
}

/** A minute that passes while months are still being closed closes none: the next one does. */
const afterMinutes = (months: () => Promise<readonly Month[]>) =>
  expect.poll(async () => {
    vi.advanceTimersByTime(minute);
    return (await months())[0];
  });

it("months are closed at the start, and within a minute when one is over", async () => {
  const { months, run, turnTo, first } = await setUp();
  turnTo("2034-01");
  run();
  await expect.poll(async () => (await months())[0]).toBe("2033-12");
  turnTo("2034-02");
  await afterMinutes(months).toBe("2034-01");
  expect(first < "2034").toBe(true);
});

it("what could not be closed is logged, and closed a minute later", async () => {
  const { server, billing, months, run, turnTo } = await setUp();
  turnTo("2034-01");
  let broken = true;
  run({
    usage: {
      ...billing.usage,
      closeBefore: async (end) =>
        broken ? Promise.reject(new Error("disk")) : billing.usage.closeBefore(end),
    },
  });
  await expect.poll(() => server.logs()).toContain("months could not be closed");
  expect(await months()).toEqual([]);
  broken = false;
  await afterMinutes(months).toBe("2033-12");
});

it("nothing is closed any more once the server has stopped", async () => {
  const { months, run, turnTo } = await setUp();
  run()();
  turnTo("2034-01");
  vi.advanceTimersByTime(10 * minute);
  await new Promise(setImmediate);
  expect(await months()).toEqual([]);
});

it("is asked for once a month, and not once a minute", async () => {
  const { billing, run } = await setUp();
  const listDue = vi.fn<typeof billing.statements.listDue>(billing.statements.listDue);
  run({ statements: { ...billing.statements, listDue } });
  await expect.poll(() => listDue.mock.calls.length).toBe(1);
  await new Promise(setImmediate);
  vi.advanceTimersByTime(10 * minute);
  await new Promise(setImmediate);
  expect(listDue).toHaveBeenCalledTimes(1);
});

it("a clock that has gone mad is logged, and ends nothing", async () => {
  const { server } = await setUp();
  const { billing, log } = server.services;
  const clock = { ...server.services.clock, now: () => Date.UTC(10_000, 0) };
  onTestFinished(keepMonthsClosed({ billing, clock, log }));
  await expect.poll(() => server.logs()).toContain("months could not be closed");
});
