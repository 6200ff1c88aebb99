import { randomBytes } from "node:crypto";
import {
  createSqlitePersonLog,
  createWrite,
  keysMigrations,
  openDatabase,
  type Write,
} from "@katkey/keys/sqlite";
import { expect, it, vi } from "vitest";
import { identityMigrations } from "../migrations.ts";
import { codeShownBy } from "../testing/authenticator-app.ts";
import { holdablePasswords } from "../testing/holdable-passwords.ts";
import { ada, openInstallation } from "../testing/installation.ts";
import { createPeople } from "./people.ts";

const now = Date.now();
const nowhere = { address: null, requestId: null } as const;
const actor = { type: "shell", command: "katkey users password-link" } as const;
const better = "a much better password";
const change = { currentPassword: ada.password, newPassword: "the password of a thief" };

/** Ada, whose session and password a thief has, too, and who chooses another password by a link. */
async function openWithThief() {
  const migrations = [...keysMigrations, ...identityMigrations];
  const database = openDatabase({ path: ":memory:", migrations, now });
  const people = createPeople(database, createSqlitePersonLog(database));
  const { passwords, holdNext } = holdablePasswords();
  const onPasswordChanged = vi.fn<() => void | Promise<void>>();
  const onWritten = vi.fn<() => void | Promise<void>>();
  const written = createWrite(database);
  const write: Write = async (...how) => {
    const result = await written(...how);
    await onWritten();
    return result;
  };
  const installation = await openInstallation({ database, passwords, onPasswordChanged, write });
  const { identity, signIn, post } = installation;
  const user = await identity.createUser(ada);
  const { cookie } = await signIn(ada);
  async function chooseByLink() {
    const { token } = await people.makePasswordLink({ actor, now, ...nowhere }, user.id, randomBytes);
    await people.usePasswordLink({ token, now, ...nowhere }, (email) =>
      identity.hashNewPassword(better, email),
    );
  }
  async function beginTwoFactor() {
    const { text } = await post("/two-factor/enable", { password: ada.password }, { cookie });
    return codeShownBy((JSON.parse(text) as { uri: string }).uri);
  }
  const turnTwoFactorOn = async () =>
    post("/two-factor/confirm", { code: await beginTwoFactor() }, { cookie });
  const sessions = () => identity.listSessions(user.id);
  const means = { onPasswordChanged, onWritten, holdNext, chooseByLink, beginTwoFactor, turnTwoFactorOn };
  return { ...installation, ...means, cookie, sessions };
}

it("no password takes the place of one that was chosen by a link while the one before was compared", async () => {
  const { cookie, post, signIn, holdNext, chooseByLink, sessions, onPasswordChanged } = await openWithThief();
  const reached = holdNext();
  const slow = post("/change-password", change, { cookie });
  const goOn = await reached;
  await chooseByLink();
  goOn();

  const late = await slow;

  expect(JSON.parse(late.text)).toMatchObject({ code: "not_signed_in" });
  expect(sessions()).toEqual([]);
  expect(onPasswordChanged).not.toHaveBeenCalled();
  expect((await signIn({ ...ada, password: better })).status).toBe(200);
});

it("no password takes the place of one that was chosen by a link while the change was put on record", async () => {
  const { cookie, post, signIn, chooseByLink, sessions, onPasswordChanged } = await openWithThief();
  onPasswordChanged.mockImplementation(chooseByLink);

  const late = await post("/change-password", change, { cookie });

  expect(JSON.parse(late.text)).toMatchObject({ code: "not_signed_in" });
  expect(sessions()).toEqual([]);
  expect((await signIn({ ...ada, password: better })).status).toBe(200);
});

it("no session is left of a change of the password after which another was chosen by a link, before it was stored", async () => {
  const { cookie, post, signIn, chooseByLink, sessions, onPasswordChanged, onWritten } =
    await openWithThief();
  onPasswordChanged.mockImplementation(() => void onWritten.mockImplementationOnce(chooseByLink));

  const late = await post("/change-password", change, { cookie });

  expect(JSON.parse(late.text)).toMatchObject({ code: "not_signed_in" });
  expect(late.cookie).toBe("");
  expect(sessions()).toEqual([]);
  expect((await signIn({ ...ada, password: better })).status).toBe(200);
});

it("two-factor stays on where another password was chosen by a link while the one before was compared", async () => {
  const { post, signIn, holdNext, chooseByLink, turnTwoFactorOn, sessions } = await openWithThief();
  const { cookie } = await turnTwoFactorOn();
  const first = holdNext();
  const slow = post("/two-factor/disable", { password: ada.password }, { cookie });
  const goOn = await first;
  // It is compared once by us, and once more by better-auth.
  const second = holdNext();
  goOn();
  const goOnAgain = await second;
  await chooseByLink();
  goOnAgain();

  const late = await slow;

  expect(JSON.parse(late.text)).toMatchObject({ code: "not_signed_in" });
  expect(sessions()).toEqual([]);
  const again = await signIn({ ...ada, password: better });
  expect(JSON.parse(again.text)).toEqual({ secondStep: "code" });
});

it.each(["on", "off"])(
  "no session is left of turning two-factor %s where another password was chosen by a link, whatever was stored last",
  async (to) => {
    for (let [last, isOver] = [1, false]; !isOver; last += 1) {
      const { cookie, post, chooseByLink, beginTwoFactor, turnTwoFactorOn, onWritten, sessions } =
        await openWithThief();
      const code = to === "on" ? await beginTwoFactor() : "";
      const { cookie: by } = to === "on" ? { cookie } : await turnTwoFactorOn();
      let written = 0;
      onWritten.mockImplementation(() => {
        written += 1;
        return written === last ? chooseByLink() : undefined;
      });

      await (to === "on"
        ? post("/two-factor/confirm", { code }, { cookie: by })
        : post("/two-factor/disable", { password: ada.password }, { cookie: by }));

      isOver = written < last;
      expect(sessions().length, `after change ${last} of ${written}`).toBe(isOver ? 1 : 0);
    }
  },
);
