import { expect, it } from "vitest";
import { createHashQueue } from "./hash-queue.ts";
import { createHashThread } from "./hash-thread.ts";
import { createPasswords } from "./passwords.ts";

const passwords = createPasswords(
  createHashThread(),
  createHashQueue({ capacity: 64, maxWaitMilliseconds: 2000 }),
);

it("hashes with argon2id at 19 MiB, two passes and one lane, each time with another salt", async () => {
  const [one, two] = await Promise.all([passwords.hash("correct horse"), passwords.hash("correct horse")]);

  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(one).not.toBe(two);
});

it("knows the password, and no other", async () => {
  const stored = await passwords.hash("correct horse");

  expect(await passwords.verify(stored, "correct horse")).toBe(true);
  expect(await passwords.verify(stored, "correct horsf")).toBe(false);
  expect(await passwords.verify(stored, "")).toBe(false);
});

it("reads to the last of 128 characters of four bytes each", async () => {
  const stored = await passwords.hash("🐎".repeat(128));

  expect(await passwords.verify(stored, "🐎".repeat(128))).toBe(true);
  expect(await passwords.verify(stored, "🐎".repeat(127))).toBe(false);
});

it.each([
  ["empty", ""],
  ["text", "hunter2"],
  ["of another kind", "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy"],
  ["cut short", "$argon2id$v=19$m=19456,t=2,p=1$Qw7XPwqv1/lOTwDwGFPnRg"],
  [
    "of an impossible cost",
    "$argon2id$v=19$m=1,t=2,p=1$Qw7XPwqv1/lOTwDwGFPnRg$bUfiTADjy9u64xuQt6y9cw95FxkiY0AcrkIkCUVs0DM",
  ],
])(
  "takes a stored hash that is %s for nobody's, after the same work as for a wrong password",
  async (_, stored) => {
    const malformed = await millisecondsOf(async () =>
      expect(await passwords.verify(stored, "x")).toBe(false),
    );

    // Without the hash it takes some 0.1 ms, with it some 10.
    expect(malformed).toBeGreaterThan(2);
  },
);

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
