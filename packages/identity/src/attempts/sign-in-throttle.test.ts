import { describe, expect, it } from "vitest";
import { createSignInThrottle } from "./sign-in-throttle.ts";
import { ada, openInstallation } from "../testing/installation.ts";

const minute = 60_000;

/** A throttle whose pauses end when the test says so. */
function aThrottle() {
  let now = 0;
  const pauses: { readonly milliseconds: number; readonly end: () => void }[] = [];
  const throttle = createSignInThrottle({
    now: () => now,
    pause: (milliseconds) => new Promise<void>((end) => pauses.push({ milliseconds, end })),
  });
  const failTimes = (times: number, email = "ada@example.com") => {
    for (let time = 0; time < times; time += 1) throttle.failed(email);
  };
  const pauseOf = (email = "ada@example.com") => {
    const before = pauses.length;
    void throttle.wait(email, `192.0.2.${before + 1}`);
    return pauses[before]?.milliseconds ?? 0;
  };
  return { throttle, pauses, failTimes, pauseOf, advance: (milliseconds: number) => (now += milliseconds) };
}

describe("attempts at one account", () => {
  it.each([
    [0, 0],
    [9, 0],
    [10, 250],
    [11, 500],
    [12, 1_000],
    [13, 2_000],
    [14, 4_000],
    [15, 5_000],
    [1_000, 5_000],
  ])("after %i failures wait %i ms", (failures, milliseconds) => {
    const { failTimes, pauseOf } = aThrottle();
    failTimes(failures);
    expect(pauseOf()).toBe(milliseconds);
  });

  it("do not slow down another account", () => {
    const { failTimes, pauseOf } = aThrottle();
    failTimes(20);
    expect(pauseOf("grace@example.com")).toBe(0);
  });

  it("wait no longer once one succeeded", () => {
    const { throttle, failTimes, pauseOf } = aThrottle();
    failTimes(20);
    throttle.succeeded("ada@example.com");
    expect(pauseOf()).toBe(0);
  });

  it("wait no longer once the failures are 15 minutes old", () => {
    const { failTimes, pauseOf, advance } = aThrottle();
    failTimes(10);
    advance(15 * minute - 1);
    expect(pauseOf()).toBe(250);
    advance(1);
    expect(pauseOf()).toBe(0);
  });

  it("wait five at a time, and the next is told when to come back", async () => {
    const { throttle, pauses, failTimes } = aThrottle();
    failTimes(20);
    const waiting = [1, 2, 3, 4, 5].map((host) => throttle.wait("ada@example.com", `192.0.2.${host}`));
    await expect(throttle.wait("ada@example.com", "192.0.2.6")).rejects.toMatchObject({
      code: "too_many_attempts",
      status: 429,
      retryAfterSeconds: 5,
    });
    for (const { end } of pauses) end();
    await Promise.all(waiting);
    void throttle.wait("ada@example.com", "192.0.2.6");
    expect(pauses).toHaveLength(6);
  });

  it("wait one at a time from one address, which leaves places to the others", async () => {
    const { throttle, pauses, failTimes } = aThrottle();
    failTimes(20);
    void throttle.wait("ada@example.com", "2001:db8::1");
    await expect(throttle.wait("ada@example.com", "2001:db8::2")).rejects.toMatchObject({ status: 429 });
    void throttle.wait("ada@example.com", "192.0.2.1");
    expect(pauses).toHaveLength(2);
  });
});

it("remembers 10,000 accounts, those that were attacked last", () => {
  const { failTimes, pauseOf } = aThrottle();
  failTimes(10, "first@example.com");
  failTimes(10, "second@example.com");
  for (let stranger = 0; stranger < 9_999; stranger += 1) failTimes(1, `${stranger}@example.com`);
  expect(pauseOf("first@example.com")).toBe(0);
  expect(pauseOf("second@example.com")).toBe(250);
});

async function anAttackedInstallation(email: string) {
  const pauses: number[] = [];
  const installation = await openInstallation({
    pause: async (milliseconds) => void pauses.push(milliseconds),
  });
  await installation.identity.createUser(ada);
  const guess = (host: number, password = "incorrect horse battery") =>
    installation.signIn({ email, password }, { "x-katkey-client-address": `198.51.100.${host}` });
  for (let host = 0; host < 12; host += 1) expect((await guess(host)).status).toBe(401);
  return { guess, pauses };
}

describe("signing in", () => {
  it.each(["ada@example.com", "nobody@example.com"])(
    "slows down guesses at %s from ever other addresses, known or not",
    async (email) => {
      const { pauses } = await anAttackedInstallation(email);
      expect(pauses).toEqual([250, 500]);
    },
  );

  it("still lets in whoever knows the password, and forgets the failures then", async () => {
    const { guess, pauses } = await anAttackedInstallation(ada.email);
    expect((await guess(20, ada.password)).status).toBe(200);
    expect((await guess(21)).status).toBe(401);
    expect(pauses).toEqual([250, 500, 1_000]);
  });
});
