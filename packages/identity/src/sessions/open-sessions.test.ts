import { expect, it } from "vitest";
import { ada, openInstallation } from "../testing/installation.ts";

const grace = { ...ada, name: "Grace Hopper", email: "grace@example.com" };

async function openWithTwoSessions() {
  const installation = await openInstallation();
  const { id } = await installation.identity.createUser(ada);
  const laptop = await installation.signIn(ada, { "user-agent": "Laptop" });
  // Ids sort by the millisecond.
  await new Promise((resolve) => setTimeout(resolve, 2));
  const phone = await installation.signIn(ada, { "user-agent": "Phone" });
  const idOf = async (cookie: string) => (await installation.signedIn(cookie))?.sessionId ?? "";
  return {
    ...installation,
    id,
    laptop: { cookie: laptop.cookie, id: await idOf(laptop.cookie) },
    phone: { cookie: phone.cookie, id: await idOf(phone.cookie) },
  };
}

it("lists a user's sessions, the newest first, and never their tokens", async () => {
  const { identity, id, address, laptop, phone } = await openWithTwoSessions();

  const sessions = identity.listSessions(id);

  const where = { ipAddress: address, createdAt: expect.any(Number), expiresAt: expect.any(Number) };
  expect(sessions).toEqual([
    { id: phone.id, userAgent: "Phone", ...where },
    { id: laptop.id, userAgent: "Laptop", ...where },
  ]);
  expect(JSON.stringify(sessions)).not.toContain(/=(\w+)/.exec(phone.cookie)?.[1]);
});

it("does not list a session that has expired", async () => {
  const { identity, database, id, laptop } = await openWithTwoSessions();

  database.prepare("UPDATE session SET expires_at = ? WHERE id = ?").run(Date.now(), laptop.id);

  expect(identity.listSessions(id).map((session) => session.userAgent)).toEqual(["Phone"]);
});

it("ends one session and leaves the other", async () => {
  const { identity, id, laptop, phone, signedIn } = await openWithTwoSessions();

  expect(await identity.revokeSession(id, laptop.id)).toBe(true);

  expect(await signedIn(laptop.cookie)).toBeNull();
  expect(await signedIn(phone.cookie)).not.toBeNull();
  expect(await identity.revokeSession(id, laptop.id)).toBe(false);
});

it("ends all sessions but one", async () => {
  const { identity, id, laptop, phone, signedIn } = await openWithTwoSessions();

  expect(await identity.revokeOtherSessions(id, phone.id)).toBe(1);

  expect(await signedIn(laptop.cookie)).toBeNull();
  expect(await signedIn(phone.cookie)).not.toBeNull();
});

it("lets nobody end the session of another user", async () => {
  const { identity, laptop, signedIn } = await openWithTwoSessions();
  const other = await identity.createUser(grace);

  expect(await identity.revokeSession(other.id, laptop.id)).toBe(false);
  expect(await identity.revokeOtherSessions(other.id, "")).toBe(0);

  expect(await signedIn(laptop.cookie)).not.toBeNull();
  expect(identity.listSessions(other.id)).toEqual([]);
});
