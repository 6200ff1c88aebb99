import { expect, it, vi } from "vitest";
import { ada, openInstallation } from "../testing/installation.ts";

const better = "a much better password";

async function openSignedIn() {
  const onSignedIn = vi.fn<() => void>();
  const installation = await openInstallation({ onSignedIn });
  await installation.identity.createUser(ada);
  const { cookie } = await installation.signIn(ada);
  const change = (body: object, more: Record<string, string> = { cookie }) =>
    installation.post("/change-password", body, more);
  return { ...installation, onSignedIn, cookie, change };
}

it("takes the new password from then on, and the old one no longer", async () => {
  const { change, signIn } = await openSignedIn();

  const answer = await change({ currentPassword: ada.password, newPassword: better });

  expect(answer).toMatchObject({ status: 200, text: "{}" });
  expect((await signIn(ada)).status).toBe(401);
  expect((await signIn({ ...ada, password: better })).status).toBe(200);
});

it("ends every session and gives this browser a new one, which is no sign-in", async () => {
  const { change, cookie, onSignedIn, signIn, signedIn } = await openSignedIn();
  const elsewhere = await signIn(ada);
  onSignedIn.mockClear();

  const answer = await change({ currentPassword: ada.password, newPassword: better });

  expect(await signedIn(elsewhere.cookie)).toBeNull();
  expect(await signedIn(cookie)).toBeNull();
  expect(await signedIn(answer.cookie)).toMatchObject({ user: { email: ada.email } });
  expect(onSignedIn).not.toHaveBeenCalled();
});

it("is told before it is stored, with whose it is and from where, and can be refused", async () => {
  const onPasswordChanged = vi.fn<(event: object) => void>();
  const { identity, address, post, signIn, signedIn } = await openInstallation({
    now: () => 1_700_000_000_000,
    onPasswordChanged,
  });
  const user = await identity.createUser(ada);
  const { cookie } = await signIn(ada);
  const change = { currentPassword: ada.password, newPassword: better };

  await post("/change-password", { ...change, currentPassword: "incorrect horse" }, { cookie });
  expect(onPasswordChanged).not.toHaveBeenCalled();

  onPasswordChanged.mockImplementationOnce(() => {
    throw new Error("The audit log is full.");
  });
  expect((await post("/change-password", change, { cookie })).status).toBe(500);
  expect(await signedIn(cookie)).not.toBeNull();
  expect((await signIn(ada)).status).toBe(200);

  expect((await post("/change-password", change, { cookie })).status).toBe(200);
  expect(onPasswordChanged).toHaveBeenCalledTimes(2);
  expect(onPasswordChanged).toHaveBeenLastCalledWith({ user, address, at: 1_700_000_000_000 });
});

it("cannot be asked to leave other sessions alive", async () => {
  const { change, signIn, signedIn } = await openSignedIn();
  const elsewhere = await signIn(ada);

  await change({ currentPassword: ada.password, newPassword: better, revokeOtherSessions: false });

  expect(await signedIn(elsewhere.cookie)).toBeNull();
});

it.each([
  ["a wrong current password", { currentPassword: "incorrect horse" }, 400, "current_password_wrong"],
  ["a short password", { newPassword: "short" }, 400, "password_too_short"],
  ["a long password", { newPassword: "abcd".repeat(33) }, 400, "password_too_long"],
  ["a common password", { newPassword: "password123" }, 400, "password_too_common"],
  ["the e-mail address", { newPassword: ada.email }, 400, "password_too_common"],
  ["no new password", { newPassword: null }, 400, "invalid_request"],
])("refuses %s and changes nothing", async (_, body, status, code) => {
  const { change, cookie, signIn, signedIn } = await openSignedIn();

  const answer = await change({ currentPassword: ada.password, newPassword: better, ...body });

  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.text)).toMatchObject({ code });
  expect(await signedIn(cookie)).not.toBeNull();
  expect((await signIn(ada)).status).toBe(200);
});

it("takes 128 characters of any kind, which can then sign in", async () => {
  const { change, signIn } = await openSignedIn();
  const long = "🐎🐄🐖🐑".repeat(32);

  expect((await change({ currentPassword: ada.password, newPassword: long })).status).toBe(200);

  expect((await signIn({ ...ada, password: long })).status).toBe(200);
});

it("needs a session", async () => {
  const { change } = await openSignedIn();

  const answer = await change({ currentPassword: ada.password, newPassword: better }, {});

  expect(answer.status).toBe(401);
  expect(JSON.parse(answer.text)).toMatchObject({ code: "not_signed_in" });
});

it("lets nobody with a stolen session guess the password", async () => {
  const { change } = await openSignedIn();

  const guesses = [];
  for (let guess = 0; guess < 11; guess += 1) {
    guesses.push((await change({ currentPassword: `guess number ${guess}`, newPassword: better })).status);
  }

  expect(guesses).toEqual([...Array.from({ length: 10 }, () => 400), 429]);
});
