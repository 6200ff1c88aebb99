import type * as argon2 from "@node-rs/argon2";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ada, openInstallation } from "./testing/installation.ts";

const hashes = vi.hoisted(() => ({ running: 0, most: 0, total: 0, gate: Promise.resolve() }));

const counted = vi.hoisted(() => async <Result>(work: () => Promise<Result>) => {
  hashes.total += 1;
  hashes.running += 1;
  hashes.most = Math.max(hashes.most, hashes.running);
  await hashes.gate;
  return work().finally(() => (hashes.running -= 1));
});

// The real argon2, counted.
vi.mock("@node-rs/argon2", async (importOriginal) => {
  const real = await importOriginal<typeof argon2>();
  return {
    ...real,
    hash: (...args: Parameters<typeof real.hash>) => counted(() => real.hash(...args)),
    verify: (...args: Parameters<typeof real.verify>) => counted(() => real.verify(...args)),
  };
});

// Who waits for their turn waits as long as this machine takes: the tests of the queue are about its patience.
beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());
afterEach(() => Object.assign(hashes, { running: 0, most: 0, total: 0, gate: Promise.resolve() }));

const from = (host: number) => ({ "x-katkey-client-address": `192.0.2.${host}` });

it("never runs more than two hashes at once for fifty who sign in at the same time", async () => {
  const { identity, signIn } = await openInstallation();
  await identity.createUser(ada);

  const answers = await Promise.all(Array.from({ length: 50 }, (_, host) => signIn(ada, from(host))));

  expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 50 }, () => 200));
  expect(hashes.most).toBe(2);
});

it("asks to come back later when the queue is full, at times that differ", async () => {
  const { identity, signIn } = await openInstallation();
  await identity.createUser(ada);
  const gate = Promise.withResolvers<void>();
  hashes.gate = gate.promise;

  const refused: Awaited<ReturnType<typeof signIn>>[] = [];
  const full = Promise.withResolvers<void>();
  const storm = Array.from({ length: 80 }, async (_, host) => {
    const answer = await signIn(ada, from(100 + host));
    if (answer.status === 503 && refused.push(answer) === 80 - 2 - 64) full.resolve();
  });
  await full.promise;
  gate.resolve();
  await Promise.all(storm);

  expect(refused).toHaveLength(80 - 2 - 64);
  expect(JSON.parse(refused[0]?.text ?? "")).toMatchObject({ code: "too_busy" });
  const waits = refused.map((answer) => Number(answer.headers.get("retry-after")));
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(1);
  expect(Math.max(...waits)).toBeLessThanOrEqual(8);
  expect(new Set(waits).size).toBeGreaterThan(1);
});

it("hashes once for an unknown address as for a wrong password", async () => {
  const { identity, signIn } = await openInstallation();
  await identity.createUser(ada);

  hashes.total = 0;
  await signIn({ ...ada, password: "incorrect horse battery" });
  const wrong = hashes.total;
  await signIn({ ...ada, email: "nobody@example.com" });

  expect([wrong, hashes.total - wrong]).toEqual([1, 1]);
});
