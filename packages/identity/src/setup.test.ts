import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { ada, openInstallation } from "./testing/installation.ts";

const now = 1_700_000_000_000;
const hour = 60 * 60 * 1000;
const invalid = expect.objectContaining({ code: "setup_link_invalid" });
const { name, email, password } = ada;
const person = { name, email, password };

async function openSetup() {
  const installation = await openInstallation();
  const token = installation.identity.createSetupToken(now) ?? "";
  return { ...installation, token };
}

describe("the setup link", () => {
  it("makes the first operator, who can then sign in", async () => {
    const { identity, token, signIn, signedIn } = await openSetup();

    const user = await identity.completeSetup({ token, ...person }, now + 1);

    expect(user).toMatchObject({ email, operator: true });
    const { cookie } = await signIn(ada);
    expect(await signedIn(cookie)).toMatchObject({ user });
  });

  it("has 256 random bits, and is another each time", async () => {
    const { identity, token } = await openSetup();

    expect(token).toMatch(/^[\w-]{43}$/);
    expect(identity.createSetupToken(now)).not.toBe(token);
  });

  it("is good for an hour, and not a millisecond longer", async () => {
    const { identity, token } = await openSetup();

    await expect(identity.completeSetup({ token, ...person }, now + hour)).rejects.toEqual(invalid);
    await expect(identity.completeSetup({ token, ...person }, now + hour - 1)).resolves.toBeDefined();
  });

  it("ends when a newer one is made", async () => {
    const { identity, token } = await openSetup();
    const newer = identity.createSetupToken(now + 1) ?? "";

    await expect(identity.completeSetup({ token, ...person }, now + 2)).rejects.toEqual(invalid);
    await expect(identity.completeSetup({ token: newer, ...person }, now + 2)).resolves.toBeDefined();
  });

  it("works once", async () => {
    const { identity, token } = await openSetup();
    await identity.completeSetup({ token, ...person }, now);

    const again = identity.completeSetup({ token, ...person, email: "eve@example.com" }, now);

    await expect(again).rejects.toEqual(invalid);
  });

  it("works for one of two who use it at once", async () => {
    const { identity, token } = await openSetup();

    const both = await Promise.allSettled([
      identity.completeSetup({ token, ...person }, now),
      identity.completeSetup({ token, ...person, email: "eve@example.com" }, now),
    ]);

    const refused = both.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(refused).toEqual([invalid]);
    expect(identity.countUsers()).toBe(1);
  });

  it("gives way to users who are made while it waits for its hash", async () => {
    const { identity, token } = await openSetup();

    // Two hashes run at once, so that of the setup is the last to end.
    const [, , setup] = await Promise.allSettled([
      identity.createUser(ada),
      identity.createUser({ ...ada, email: "grace@example.com" }),
      identity.completeSetup({ token, ...person, email: "eve@example.com" }, now),
    ]);

    expect(setup).toEqual({ status: "rejected", reason: invalid });
    expect(identity.findUserByEmail("eve@example.com")).toBeNull();
  });

  it("is not burnt by details that are refused", async () => {
    const { identity, token } = await openSetup();

    const short = identity.completeSetup({ token, ...person, password: "short" }, now);

    await expect(short).rejects.toMatchObject({ code: "password_too_short" });
    await expect(identity.completeSetup({ token, ...person }, now)).resolves.toBeDefined();
  });

  it("is useless once a user exists, and no other is made", async () => {
    const { identity, token } = await openSetup();
    await identity.createUser({ ...ada, email: "first@example.com" });

    await expect(identity.completeSetup({ token, ...person }, now)).rejects.toEqual(invalid);
    expect(identity.createSetupToken(now)).toBeNull();
    expect(identity.countUsers()).toBe(1);
  });

  it.each([
    ["empty", () => ""],
    ["made up", () => "A".repeat(43)],
    ["one character off", (token: string) => `${token.startsWith("A") ? "B" : "A"}${token.slice(1)}`],
    ["padded", (token: string) => `${token}=`],
  ])("is refused when its token is %s", async (_, altered) => {
    const { identity, token } = await openSetup();

    const attempt = identity.completeSetup({ token: altered(token), ...person }, now);

    await expect(attempt).rejects.toEqual(invalid);
    expect(identity.countUsers()).toBe(0);
  });

  it("is nowhere in the files of the database, nor is the password", async () => {
    const directory = mkdtempSync(path.join(tmpdir(), "katkey-identity-"));
    onTestFinished(() => rmSync(directory, { recursive: true }));
    const file = path.join(directory, "katkey.db");
    const { identity } = await openInstallation({ path: file });

    const token = identity.createSetupToken(now) ?? "";
    await identity.completeSetup({ token, ...person }, now);

    const files = Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]);
    expect(files.includes(email)).toBe(true);
    expect(files.includes(token)).toBe(false);
    expect(files.includes(Buffer.from(token, "base64url"))).toBe(false);
    expect(files.includes(password)).toBe(false);
  });
});

describe("an unattended start", () => {
  it("makes the operator of the environment", async () => {
    const { identity, signIn } = await openInstallation();

    const user = await identity.ensureOperator(person);

    expect(user).toMatchObject({ email, operator: true });
    expect((await signIn(ada)).status).toBe(200);
  });

  it("changes nothing once a user exists, not even the password", async () => {
    const { identity, signIn } = await openInstallation();
    await identity.ensureOperator(person);

    const again = await identity.ensureOperator({ ...person, password: "another good password" });

    expect(again).toBeNull();
    expect((await signIn(ada)).status).toBe(200);
    expect(await identity.ensureOperator({ ...person, email: "eve@example.com" })).toBeNull();
  });

  it("makes one operator when two processes start at once", async () => {
    const { identity } = await openInstallation();

    const both = await Promise.all([
      identity.ensureOperator(person),
      identity.ensureOperator({ ...person, email: "eve@example.com" }),
    ]);

    expect(both.filter((user) => user !== null)).toHaveLength(1);
    expect(identity.countUsers()).toBe(1);
  });

  it("says what is wrong with a password it cannot take", async () => {
    const { identity } = await openInstallation();

    const start = identity.ensureOperator({ ...person, password: "admin" });

    await expect(start).rejects.toMatchObject({ code: "password_too_short" });
  });
});
