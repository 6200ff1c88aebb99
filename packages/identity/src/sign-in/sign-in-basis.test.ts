import { expect, it, vi } from "vitest";
import { codeShownBy } from "../testing/authenticator-app.ts";
import { holdablePasswords } from "../testing/holdable-passwords.ts";
import { createWrite, type Write } from "@katkey/keys/sqlite";
import { ada, openInstallation, openTestDatabase } from "../testing/installation.ts";

/** Ada signed in, and a second sign-in with her password that hangs where the password is compared. */
async function openWithSlowSignIn() {
  const { passwords, holdNext } = holdablePasswords();
  const installation = await openInstallation({ passwords });
  const user = await installation.identity.createUser(ada);
  const { cookie } = await installation.signIn(ada);
  async function meanwhile(change: () => Promise<unknown>) {
    const reached = holdNext();
    const slow = installation.signIn(ada, { "x-katkey-client-address": "192.0.2.1" });
    const goOn = await reached;
    await change();
    goOn();
    return slow;
  }
  return { ...installation, user, cookie, meanwhile };
}

it("lets nobody in by a password that was changed while it was compared", async () => {
  const { identity, user, meanwhile, post, cookie, signedIn } = await openWithSlowSignIn();
  const change = { currentPassword: ada.password, newPassword: "another horse battery staple" };
  const late = await meanwhile(async () => {
    expect((await post("/change-password", change, { cookie })).status).toBe(200);
  });
  expect(late.status).toBe(401);
  expect(await signedIn(late.cookie)).toBeNull();
  expect(identity.listSessions(user.id)).toHaveLength(1);
});

it("takes a sign-in while two-factor is begun and not confirmed", async () => {
  const { meanwhile, post, cookie, signedIn } = await openWithSlowSignIn();
  const late = await meanwhile(() => post("/two-factor/enable", { password: ada.password }, { cookie }));
  expect(await signedIn(late.cookie)).not.toBeNull();
});

it("lets nobody in by the password alone where two-factor was turned on while it was compared", async () => {
  const { identity, user, meanwhile, post, cookie, signIn, signedIn } = await openWithSlowSignIn();
  const begun = await post("/two-factor/enable", { password: ada.password }, { cookie });
  const { uri } = JSON.parse(begun.text) as { uri: string };
  const late = await meanwhile(async () => {
    expect((await post("/two-factor/confirm", { code: codeShownBy(uri) }, { cookie })).status).toBe(200);
  });
  expect(late.status).toBe(401);
  expect(await signedIn(late.cookie)).toBeNull();
  expect(identity.listSessions(user.id)).toHaveLength(1);
  expect(JSON.parse((await signIn(ada)).text)).toEqual({ secondStep: "code" });
});

it("lets nobody in by a code after a password that has changed since", async () => {
  const { post, cookie, signIn } = await openWithSlowSignIn();
  const begun = await post("/two-factor/enable", { password: ada.password }, { cookie });
  const { uri } = JSON.parse(begun.text) as { uri: string };
  const { cookie: confirmed } = await post("/two-factor/confirm", { code: codeShownBy(uri) }, { cookie });
  const { jar } = await signIn(ada);
  const change = { currentPassword: ada.password, newPassword: "another horse battery staple" };
  expect((await post("/change-password", change, { cookie: confirmed })).status).toBe(200);
  const late = await post("/two-factor/verify-totp", { code: codeShownBy(uri) }, { cookie: jar });
  expect(JSON.parse(late.text)).toMatchObject({ code: "second_step_ended" });
});

it.each(["code", "recovery code"])(
  "lets nobody in by a %s that was right, where the password was changed before the session was stored",
  async (kind) => {
    const onSignedIn = vi.fn<() => Promise<void>>();
    const { identity, signIn, post } = await openInstallation({ onSignedIn });
    const user = await identity.createUser(ada);
    const { cookie: first } = await signIn(ada);
    const begun = await post("/two-factor/enable", { password: ada.password }, { cookie: first });
    const { uri } = JSON.parse(begun.text) as { uri: string };
    const confirmed = await post("/two-factor/confirm", { code: codeShownBy(uri) }, { cookie: first });
    const { recoveryCodes } = JSON.parse(confirmed.text) as { recoveryCodes: [string, string] };
    const { jar } = await signIn(ada);
    onSignedIn.mockImplementationOnce(async () => {
      const change = { currentPassword: ada.password, newPassword: "another horse battery staple" };
      expect((await post("/change-password", change, { cookie: confirmed.cookie })).status).toBe(200);
    });

    const later = Date.now() + 30_000;
    const late =
      kind === "code"
        ? await post("/two-factor/verify-totp", { code: codeShownBy(uri, later) }, { cookie: jar })
        : await post("/two-factor/verify-backup-code", { code: recoveryCodes[0] }, { cookie: jar });

    expect(late.status).toBe(401);
    expect(JSON.parse(late.text)).toMatchObject({ code: "second_step_ended" });
    expect(late.cookie).toBe("");
    expect(identity.listSessions(user.id)).toHaveLength(1);
  },
);

it("ends every session and every sign-in that waits for its code in the statement that changes the password", async () => {
  const { database, identity, user, post, cookie, signIn } = await openWithSlowSignIn();
  const begun = await post("/two-factor/enable", { password: ada.password }, { cookie });
  const { uri } = JSON.parse(begun.text) as { uri: string };
  await post("/two-factor/confirm", { code: codeShownBy(uri) }, { cookie });
  await signIn(ada);
  const waiting = database.prepare("select count(*) from verification where value = ?").pluck();
  expect([identity.listSessions(user.id).length, waiting.get(user.id)]).toEqual([1, 1]);
  database.prepare("update account set password = 'another'").run();
  expect([identity.listSessions(user.id).length, waiting.get(user.id)]).toEqual([0, 0]);
});

it.each(["in", "half in"])(
  "lets nobody be %s by a password that was changed after any write of the sign-in",
  async (how) => {
    const database = openTestDatabase(":memory:");
    const onWritten = vi.fn<() => void>();
    const written = createWrite(database);
    const write: Write = async (...change) => {
      const result = await written(...change);
      onWritten();
      return result;
    };
    const { identity, signIn, post } = await openInstallation({ database, write });
    const user = await identity.createUser(ada);
    if (how === "half in") {
      const { cookie } = await signIn(ada);
      const begun = await post("/two-factor/enable", { password: ada.password }, { cookie });
      const { uri } = JSON.parse(begun.text) as { uri: string };
      await post("/two-factor/confirm", { code: codeShownBy(uri) }, { cookie });
    }
    const steps = database.prepare("select count(*) from verification where value = ?").pluck();
    const stored = database.prepare("select password from account").pluck().get();
    const set = database.prepare("update account set password = ?");

    onWritten.mockClear();
    await signIn(ada, { "x-katkey-client-address": "198.51.100.1" });
    const writes = onWritten.mock.calls.length;
    expect(writes).toBeGreaterThan(1);
    for (let write = 1; write <= writes; write += 1) {
      set.run(stored);
      onWritten.mockReset();
      onWritten.mockImplementation(() => void (onWritten.mock.calls.length === write && set.run("another")));
      await signIn(ada, { "x-katkey-client-address": "198.51.100.1" });
      expect([identity.listSessions(user.id), steps.get(user.id)], `after write ${write}`).toEqual([[], 0]);
    }
  },
);
