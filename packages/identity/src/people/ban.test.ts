import { createSqlitePersonLog, keysMigrations, openDatabase } from "@katkey/keys/sqlite";
import { describe, expect, it } from "vitest";
import { identityMigrations } from "../migrations.ts";
import { anAuthenticator } from "../testing/authenticator.ts";
import { codeShownBy } from "../testing/authenticator-app.ts";
import { holdablePasswords } from "../testing/holdable-passwords.ts";
import { ada, openInstallation } from "../testing/installation.ts";
import { createOperatorCheck } from "./user.ts";
import { createPeople, type People } from "./people.ts";

const origin = "https://keys.example.com";
const shell = {
  actor: { type: "shell", command: "test" },
  now: Date.UTC(2026, 10, 22),
  address: null,
  requestId: null,
} as const;

let addresses = 0;
const fromElsewhere = () => ({ "x-katkey-client-address": `192.0.2.${(addresses += 1) % 250}` });

type Settings = NonNullable<Parameters<typeof openInstallation>[0]>;

/** Ada, signed in, and an operator at the shell who can ban her. */
async function openWithAda(settings: (ban: () => Promise<unknown>) => Settings = () => ({})) {
  const migrations = [...keysMigrations, ...identityMigrations];
  const database = openDatabase({ path: ":memory:", migrations, now: Date.now() });
  const people: People = createPeople(
    database,
    createSqlitePersonLog(database, createOperatorCheck(database)),
  );
  const faults: unknown[] = [];
  const { passwords, compared, holdNext } = holdablePasswords();
  const ban = async () => people.ban(shell, user.id);
  const installation = await openInstallation({
    database,
    origin,
    onFault: (...fault) => faults.push(fault),
    passwords,
    ...settings(ban),
  });
  const user = await installation.identity.createUser(ada);
  const { cookie } = await installation.signIn(ada, fromElsewhere());
  const unban = () => people.unban(shell, user.id);
  const { post } = installation;

  /** Answers what shows codes of an authenticator app. */
  const turnTwoFactorOn = async () => {
    const begun = await post("/two-factor/enable", { password: ada.password }, { cookie });
    const { uri } = JSON.parse(begun.text) as { uri: string };
    const confirmed = await post("/two-factor/confirm", { code: codeShownBy(uri) }, { cookie });
    const { recoveryCodes } = JSON.parse(confirmed.text) as { recoveryCodes: [string, string] };
    database.exec("update two_factor set last_step = null");
    return { uri, recoveryCodes, cookie: confirmed.cookie };
  };
  const enterCode = (jar: string, code: string) =>
    post("/two-factor/verify-totp", { code }, { cookie: jar, ...fromElsewhere() });
  const enterRecoveryCode = (jar: string, code: string) =>
    post("/two-factor/verify-backup-code", { code }, { cookie: jar, ...fromElsewhere() });

  const addPasskey = async () => {
    const device = anAuthenticator(origin);
    const begun = await post("/passkey/generate-register-options", { password: ada.password }, { cookie });
    const response = device.create(JSON.parse(begun.text));
    const jar = { cookie: `${cookie}; ${begun.jar}` };
    expect((await post("/passkey/verify-registration", { name: "Laptop", response }, jar)).status).toBe(200);
    return device;
  };
  const enterPasskey = async (device: ReturnType<typeof anAuthenticator>) => {
    const begun = await post("/passkey/generate-authenticate-options", {}, fromElsewhere());
    const response = device.get(JSON.parse(begun.text));
    return post("/passkey/verify-authentication", { response }, { cookie: begun.jar, ...fromElsewhere() });
  };
  const means = { turnTwoFactorOn, enterCode, enterRecoveryCode, addPasskey, enterPasskey };
  return { ...installation, ...means, people, user, cookie, ban, unban, faults, compared, holdNext };
}

/** What a client can tell one refusal from another by. */
const told = ({ status, text, headers }: { status: number; text: string; headers: Headers }) => ({
  status,
  text,
  headers: [...headers].filter(([name]) => name !== "date"),
});

describe("whoever is banned", () => {
  it("is signed in nowhere any more, and signs in as before once the ban is lifted", async () => {
    const { identity, people, user, cookie, ban, unban, signIn, signedIn } = await openWithAda();
    expect(people.findByEmail(" Ada@example.com")).toMatchObject({ id: user.id, bannedAt: null });

    expect(await ban()).toBe(true);
    expect(await signedIn(cookie)).toBeNull();
    expect(identity.listSessions(user.id)).toEqual([]);
    expect(people.findByEmail(ada.email)).toMatchObject({ bannedAt: shell.now });
    expect(await ban()).toBe(false);

    expect(await unban()).toBe(true);
    expect(await unban()).toBe(false);
    expect(await signedIn(cookie)).toBeNull();
    const again = await signIn(ada);
    expect((await signedIn(again.cookie))?.user).toEqual(user);
  });

  it("is told of their password what a stranger is told of a wrong one, after the same comparison", async () => {
    const { ban, signIn, compared, faults } = await openWithAda();
    const stranger = told(await signIn({ ...ada, password: "wrong horse battery staple" }, fromElsewhere()));
    await ban();
    compared.length = 0;
    expect(told(await signIn(ada, fromElsewhere()))).toEqual(stranger);
    expect(told(await signIn({ ...ada, password: "x".repeat(300) }, fromElsewhere()))).toEqual(stranger);
    expect(told(await signIn({ ...ada, password: "" }, fromElsewhere()))).toEqual(stranger);
    // Once for the right one and once for the empty one, as for everybody: the longest is refused before.
    expect(compared).toHaveLength(2);
    expect(stranger.status).toBe(401);
    expect(faults).toEqual([]);
  });

  it("is told of their passkey what is told of one that nobody has, and it was not used", async () => {
    const { identity, user, addPasskey, enterPasskey, ban, unban } = await openWithAda();
    const device = await addPasskey();
    const stranger = told(await enterPasskey(anAuthenticator(origin)));
    await ban();
    expect(told(await enterPasskey(device))).toEqual(stranger);
    expect(stranger.status).toBe(401);
    const { passkeys } = await identity.signInMeansOf(user.id);
    expect(passkeys).toMatchObject([{ name: "Laptop", lastUsedAt: null }]);
    await unban();
    expect((await enterPasskey(device)).status).toBe(200);
  });

  it("cannot take the second step of a sign-in that was begun before, with neither kind of code", async () => {
    const { identity, user, turnTwoFactorOn, enterCode, enterRecoveryCode, ban, unban, signIn } =
      await openWithAda();
    const { uri, recoveryCodes } = await turnTwoFactorOn();
    const { jar } = await signIn(ada, fromElsewhere());
    const stranger = told(await enterCode("katkey-second-step=made-up", codeShownBy(uri)));
    await ban();
    expect(told(await enterCode(jar, codeShownBy(uri)))).toEqual(stranger);
    expect(told(await enterRecoveryCode(jar, recoveryCodes[0]))).toEqual(stranger);
    expect(JSON.parse(stranger.text)).toMatchObject({ code: "second_step_ended" });
    expect((await signIn(ada, fromElsewhere())).status).toBe(401);
    await unban();
    expect(told(await enterCode(jar, codeShownBy(uri)))).toEqual(stranger);
    const { twoFactor } = await identity.signInMeansOf(user.id);
    expect(twoFactor).toEqual({ isOn: true, recoveryCodesLeft: 10 });
    const again = await signIn(ada, fromElsewhere());
    expect((await enterCode(again.jar, codeShownBy(uri))).status).toBe(200);
  });
});

// What is told of a sign-in is told after the gate, and before the session is stored.
const bannedAtTheLastMoment = () => {
  const armed = { now: false };
  const open = () =>
    openWithAda((ban) => ({
      onSignedIn: async () => {
        if (armed.now) await ban();
      },
    }));
  return { armed, open };
};

describe("a sign-in during which its person is banned", () => {
  it.each(["with the password alone", "with a second step to come"])(
    "lets nobody in, %s, when the password is still being compared",
    async (kind) => {
      const { identity, user, turnTwoFactorOn, ban, signIn, holdNext } = await openWithAda();
      if (kind === "with a second step to come") await turnTwoFactorOn();
      const stranger = told(
        await signIn({ ...ada, password: "wrong horse battery staple" }, fromElsewhere()),
      );
      const reached = holdNext();
      const slow = signIn(ada, fromElsewhere());
      const goOn = await reached;
      await ban();
      goOn();
      expect(told(await slow)).toEqual(stranger);
      expect(identity.listSessions(user.id)).toEqual([]);
    },
  );

  it("lets nobody in by a password that was right, when the session is about to be stored", async () => {
    const { armed, open } = bannedAtTheLastMoment();
    const { identity, user, signIn, faults } = await open();
    const stranger = told(await signIn({ ...ada, password: "wrong horse battery staple" }, fromElsewhere()));
    armed.now = true;
    expect(told(await signIn(ada, fromElsewhere()))).toEqual(stranger);
    expect(identity.listSessions(user.id)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("lets nobody in by a passkey, when the session is about to be stored", async () => {
    const { armed, open } = bannedAtTheLastMoment();
    const { identity, user, addPasskey, enterPasskey, faults } = await open();
    const device = await addPasskey();
    const stranger = told(await enterPasskey(anAuthenticator(origin)));
    armed.now = true;
    expect(told(await enterPasskey(device))).toEqual(stranger);
    expect(identity.listSessions(user.id)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it.each(["code", "recovery code"])(
    "lets nobody in by a %s, when the session is about to be stored",
    async (kind) => {
      const { armed, open } = bannedAtTheLastMoment();
      const { identity, user, signIn, turnTwoFactorOn, enterCode, enterRecoveryCode, faults } = await open();
      const { uri, recoveryCodes } = await turnTwoFactorOn();
      const { jar } = await signIn(ada, fromElsewhere());
      armed.now = true;
      const late =
        kind === "code"
          ? await enterCode(jar, codeShownBy(uri))
          : await enterRecoveryCode(jar, recoveryCodes[0]);
      expect(late.status).toBe(401);
      expect(JSON.parse(late.text)).toMatchObject({ code: "second_step_ended" });
      expect(late.cookie).toBe("");
      expect(identity.listSessions(user.id)).toEqual([]);
      expect(faults).toEqual([]);
    },
  );

  it("gives no new session for one whose password is being changed", async () => {
    const { identity, user, cookie, post, faults } = await openWithAda((ban) => ({
      onPasswordChanged: async () => void (await ban()),
    }));
    const change = { currentPassword: ada.password, newPassword: "another horse battery staple" };
    const late = await post("/change-password", change, { cookie });
    expect(JSON.parse(late.text)).toMatchObject({ code: "not_signed_in" });
    expect(identity.listSessions(user.id)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("makes nobody of a cookie that is being looked up", async () => {
    const { signIn, signedIn, ban, unban } = await openWithAda();
    for (let turns = 0; turns < 120; turns += 8) {
      const { cookie } = await signIn(ada, fromElsewhere());
      let isRead = false;
      const reading = signedIn(cookie).then((session) => {
        isRead = true;
        return session;
      });
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      const wasRead = isRead;
      await ban();
      expect((await reading) !== null, `after ${turns} turns`).toBe(wasRead);
      await unban();
    }
  });
});

async function openWithOperators() {
  const { identity, people, user, database } = await openWithAda();
  const make = async (name: string) => {
    const email = `${name}@example.com`;
    const made = await identity.createUser({ ...ada, name, email, operator: true });
    const actor = { type: "operator", userId: made.id, email } as const;
    return { id: made.id, act: { ...shell, actor } };
  };
  return { people, user, database, olivia: await make("olivia"), oscar: await make("oscar") };
}

const codeOf = (refused: Promise<unknown>) =>
  refused.then(
    (done) => done,
    (error: { code: string }) => error.code,
  );

describe("operators", () => {
  it("cannot ban themselves, nor somebody who is not there", async () => {
    const { people, olivia } = await openWithOperators();
    expect(await codeOf(people.ban(olivia.act, olivia.id))).toBe("own_ban");
    expect(await codeOf(people.ban(olivia.act, "usr_nobody"))).toBe("person_not_found");
    expect(await codeOf(people.unban(olivia.act, "usr_nobody"))).toBe("person_not_found");
  });

  it("are banned down to the last one, who is spared at the shell, too", async () => {
    const { people, olivia, oscar } = await openWithOperators();
    expect(await codeOf(people.ban(shell, oscar.id))).toBe(true);
    expect(await codeOf(people.ban(shell, olivia.id))).toBe("last_operator");
    expect(people.list({ banned: false, limit: 10 }).items.map(({ email }) => email)).toEqual([
      ada.email,
      "olivia@example.com",
    ]);
  });

  it("cannot ban or lift a ban once they are banned themselves: of two who ban each other, one is left", async () => {
    const { people, user, olivia, oscar } = await openWithOperators();
    const outcomes = await Promise.all([
      codeOf(people.ban(olivia.act, oscar.id)),
      codeOf(people.ban(oscar.act, olivia.id)),
    ]);
    expect(outcomes).toEqual([true, "authority_lost"]);
    expect(await codeOf(people.ban(oscar.act, user.id))).toBe("authority_lost");
    expect(await codeOf(people.unban(oscar.act, oscar.id))).toBe("authority_lost");
    expect(people.list({ banned: true, limit: 10 }).items).toHaveLength(1);
  });

  it("find people by parts of names and addresses, page by page", async () => {
    const { people } = await openWithOperators();
    const emails = (search: string) => people.list({ search, limit: 10 }).items.map(({ email }) => email);
    expect(emails("LOVELACE")).toEqual([ada.email]);
    expect(emails("OS")).toEqual(["oscar@example.com"]);
    expect(emails("%")).toEqual([]);
    const first = people.list({ limit: 2 });
    expect(first.items.map(({ name }) => name)).toEqual([ada.name, "olivia"]);
    expect(people.list({ after: first.nextCursor ?? "", limit: 2 })).toMatchObject({
      items: [{ name: "oscar" }],
      nextCursor: null,
    });
  });
});
