import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createHashQueue } from "../hashing/hash-queue.ts";
import { createPasswords } from "../hashing/passwords.ts";
import { hashThread } from "../testing/hash-thread.ts";
import { ada, openInstallation } from "../testing/installation.ts";

const hashes = { running: 0, most: 0, total: 0, gate: Promise.resolve() };

async function counted<Result>(work: () => Promise<Result>) {
  hashes.total += 1;
  hashes.running += 1;
  hashes.most = Math.max(hashes.most, hashes.running);
  await hashes.gate;
  return work().finally(() => (hashes.running -= 1));
}

const passwords = createPasswords(
  {
    hash: (...given) => counted(() => hashThread.hash(...given)),
    verify: (...given) => counted(() => hashThread.verify(...given)),
  },
  createHashQueue(),
);

// Who waits for their turn waits as long as this machine takes: the tests of the queue are about its patience.
beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());
afterEach(() => Object.assign(hashes, { running: 0, most: 0, total: 0, gate: Promise.resolve() }));

const from = (host: number) => ({ "x-katkey-client-address": `192.0.2.${host}` });

it("never runs more than one hash at once for fifty who sign in at the same time", async () => {
  const { identity, signIn } = await openInstallation({ passwords });
  await identity.createUser(ada);

  const answers = await Promise.all(Array.from({ length: 50 }, (_, host) => signIn(ada, from(host))));

  expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 50 }, () => 200));
  expect(hashes.most).toBe(1);
});

it("asks to come back later when the queue is full, at times that differ", async () => {
  const { identity, signIn } = await openInstallation({ passwords });
  await identity.createUser(ada);
  const gate = Promise.withResolvers<void>();
  hashes.gate = gate.promise;

  const refused: Awaited<ReturnType<typeof signIn>>[] = [];
  const full = Promise.withResolvers<void>();
  const storm = Array.from({ length: 80 }, async (_, host) => {
    const answer = await signIn(ada, from(100 + host));
    if (answer.status === 503 && refused.push(answer) === 80 - 1 - 64) full.resolve();
  });
  await full.promise;
  gate.resolve();
  await Promise.all(storm);

  expect(refused).toHaveLength(80 - 1 - 64);
  expect(JSON.parse(refused[0]?.text ?? "")).toMatchObject({ code: "too_busy" });
  const waits = refused.map((answer) => Number(answer.headers.get("retry-after")));
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(1);
  expect(Math.max(...waits)).toBeLessThanOrEqual(8);
  expect(new Set(waits).size).toBeGreaterThan(1);
});

it("hashes once for an unknown address as for a wrong password", async () => {
  const { identity, signIn } = await openInstallation({ passwords });
  await identity.createUser(ada);

  hashes.total = 0;
  await signIn({ ...ada, password: "incorrect horse battery" });
  const wrong = hashes.total;
  await signIn({ ...ada, email: "nobody@example.com" });

  expect([wrong, hashes.total - wrong]).toEqual([1, 1]);
});
