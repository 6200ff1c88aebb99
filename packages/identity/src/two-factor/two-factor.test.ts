import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { codeShownBy } from "../testing/authenticator-app.ts";
import { ada, openInstallation } from "../testing/installation.ts";

const minute = 60_000;
const secret = "0123456789abcdefghijklmnopqrstuvwxyzABCDEF";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 10, 21, 12) });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);
const codeIn = ({ text }: { readonly text: string }) => JSON.parse(text).code as string;
const wrongCode = (uri: string) => String((Number(codeShownBy(uri)) + 1) % 1_000_000).padStart(6, "0");

type Settings = NonNullable<Parameters<typeof openInstallation>[0]>;

async function openWithAda(settings: Settings = {}) {
  const installation = await openInstallation(settings);
  const user = await installation.identity.createUser(ada);
  const { cookie } = await installation.signIn(ada);
  return { ...installation, user, cookie };
}

let addresses = 0;
/** better-auth counts attempts by address; most tests are about other limits. */
const fromElsewhere = () => ({ "x-katkey-client-address": `192.0.2.${(addresses += 1) % 250}` });

/** Ada with two-factor on: by the app of the address, and with recovery codes. */
async function openWithTwoFactor(settings: Settings = {}) {
  const installation = await openWithAda(settings);
  const { post } = installation;
  const begun = await post("/two-factor/enable", { password: ada.password }, { cookie: installation.cookie });
  const { uri } = JSON.parse(begun.text) as { uri: string };
  const confirmed = await post(
    "/two-factor/confirm",
    { code: codeShownBy(uri) },
    { cookie: installation.cookie },
  );
  const { recoveryCodes } = JSON.parse(confirmed.text) as { recoveryCodes: string[] };
  pass(minute);
  const password = () => installation.signIn(ada, fromElsewhere());
  const enter = (jar: string, code: string) =>
    post("/two-factor/verify-totp", { code }, { cookie: jar, ...fromElsewhere() });
  const enterRecovery = (jar: string, code: string) =>
    post("/two-factor/verify-backup-code", { code }, { cookie: jar, ...fromElsewhere() });
  return { ...installation, cookie: confirmed.cookie, uri, recoveryCodes, password, enter, enterRecovery };
}

describe("turning two-factor on", () => {
  it("takes the password, an app and a code of it, and then shows ten recovery codes", async () => {
    const { identity, post, user, cookie, signedIn } = await openWithAda({
      origin: "https://keys.example.com",
    });

    const begun = await post("/two-factor/enable", { password: ada.password }, { cookie });
    expect(begun.status).toBe(200);
    expect(Object.keys(JSON.parse(begun.text))).toEqual(["uri"]);
    const { uri } = JSON.parse(begun.text);
    expect(uri).toMatch(
      /^otpauth:\/\/totp\/Katkey%20keys\.example\.com:ada%40example\.com\?secret=[A-Z2-7]{52}&issuer=Katkey%20keys\.example\.com&/,
    );
    expect(identity.usersWithTwoFactor([user.id]).size).toBe(0);

    const confirmed = await post("/two-factor/confirm", { code: codeShownBy(uri) }, { cookie });
    expect(confirmed.status).toBe(200);
    expect(JSON.parse(confirmed.text).recoveryCodes).toHaveLength(10);
    expect(identity.usersWithTwoFactor([user.id])).toEqual(new Set([user.id]));
    expect(await identity.signInMeansOf(user.id)).toEqual({
      twoFactor: { isOn: true, recoveryCodesLeft: 10 },
      passkeys: [],
    });
    expect(await signedIn(confirmed.cookie)).not.toBeNull();
  });

  it("is not done before a code was right", async () => {
    const { post, cookie, signIn } = await openWithAda();
    const begun = await post("/two-factor/enable", { password: ada.password }, { cookie });
    const { uri } = JSON.parse(begun.text);

    const refused = await post("/two-factor/confirm", { code: wrongCode(uri) }, { cookie });

    expect(refused).toMatchObject({ status: 401, setCookie: "" });
    expect(codeIn(refused)).toBe("code_wrong");
    expect(JSON.parse((await signIn(ada)).text)).toHaveProperty("user");
  });

  it("can be begun again, and only the last secret counts", async () => {
    const { post, cookie } = await openWithAda();
    const begin = async () =>
      JSON.parse((await post("/two-factor/enable", { password: ada.password }, { cookie })).text).uri;
    const [first, last] = [await begin(), await begin()];

    expect(codeIn(await post("/two-factor/confirm", { code: codeShownBy(first) }, { cookie }))).toBe(
      "code_wrong",
    );
    expect((await post("/two-factor/confirm", { code: codeShownBy(last) }, { cookie })).status).toBe(200);
  });

  it("can be begun again where it was cut off in the middle of being turned on", async () => {
    const { post, cookie, database } = await openWithAda();
    await post("/two-factor/enable", { password: ada.password }, { cookie });
    database.exec("UPDATE two_factor SET verified = 1");

    expect((await post("/two-factor/enable", { password: ada.password }, { cookie })).status).toBe(200);
  });

  it("ends every other session, and gives this browser a new one, which is no sign-in", async () => {
    const onSignedIn = vi.fn<() => void>();
    const { post, cookie, signIn, signedIn } = await openWithAda({ onSignedIn });
    const elsewhere = await signIn(ada);
    onSignedIn.mockClear();
    const begun = await post("/two-factor/enable", { password: ada.password }, { cookie });
    expect(await signedIn(elsewhere.cookie)).not.toBeNull();

    const { uri } = JSON.parse(begun.text);
    const confirmed = await post("/two-factor/confirm", { code: codeShownBy(uri) }, { cookie });

    expect(await signedIn(elsewhere.cookie)).toBeNull();
    expect(await signedIn(cookie)).toBeNull();
    expect(await signedIn(confirmed.cookie)).not.toBeNull();
    expect(onSignedIn).not.toHaveBeenCalled();
  });

  it("keeps the secret and the recovery codes out of the database", async () => {
    const { database, uri, recoveryCodes } = await openWithTwoFactor();
    const stored = database.serialize();

    expect(stored.includes(new URL(uri).searchParams.get("secret") ?? "?")).toBe(false);
    for (const code of recoveryCodes) expect(stored.includes(code)).toBe(false);
    const { secret, recovery_codes } = database.prepare("SELECT * FROM two_factor").get() as Record<
      string,
      string
    >;
    expect(secret).not.toMatch(/^[\w-]{32}$/);
    expect(recovery_codes).not.toContain("[");
  });

  it.each([
    ["enable", "two_factor_on"],
    ["confirm", "two_factor_on"],
  ])("a second time is refused: %s", async (route, code) => {
    const { post, cookie, uri } = await openWithTwoFactor();

    const answer = await post(
      `/two-factor/${route}`,
      { password: ada.password, code: codeShownBy(uri) },
      { cookie },
    );

    expect(answer.status).toBe(409);
    expect(codeIn(answer)).toBe(code);
  });

  it("cannot be confirmed before it was begun", async () => {
    const { post, cookie } = await openWithAda();

    expect(codeIn(await post("/two-factor/confirm", { code: "123456" }, { cookie }))).toBe("two_factor_off");
  });
});

describe("signing in with two-factor on", () => {
  it("takes the password and then the code that the app shows, as somebody types or pastes it", async () => {
    const onSignedIn = vi.fn<() => void>();
    const { user, uri, password, enter, signedIn } = await openWithTwoFactor({ onSignedIn });
    onSignedIn.mockClear();

    const first = await password();
    expect(first.status).toBe(200);
    expect(JSON.parse(first.text)).toEqual({ secondStep: "code" });
    expect(onSignedIn).not.toHaveBeenCalled();

    const code = codeShownBy(uri);
    const second = await enter(first.jar, ` ${code.slice(0, 3)} ${code.slice(3)}\n`);
    expect(second.status).toBe(200);
    expect(await signedIn(second.cookie)).toMatchObject({ user: { id: user.id } });
    expect(onSignedIn).toHaveBeenCalledTimes(1);
  });

  it("has no session half way: neither in the answer nor in the database", async () => {
    const { database, identity, user, cookie, password, signedIn } = await openWithTwoFactor();

    const { jar, headers } = await password();

    expect(await signedIn(jar)).toBeNull();
    expect(
      headers
        .getSetCookie()
        .filter((header) => header.startsWith("katkey=") && !header.startsWith("katkey=;")),
    ).toEqual([]);
    expect(identity.listSessions(user.id)).toHaveLength(1);
    expect((await signedIn(cookie))?.user.id).toBe(user.id);
    expect(database.prepare("SELECT count(*) FROM session").pluck().get()).toBe(1);
  });

  it("keeps the cookie of the second step from scripts and other sites, for ten minutes", async () => {
    const { password } = await openWithTwoFactor();

    const { headers } = await password();

    const step = headers.getSetCookie().find((header) => header.startsWith("katkey-second-step="));
    expect(step).toMatch(/; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it("takes a code once, and none older than one that was taken", async () => {
    const { uri, password, enter } = await openWithTwoFactor();
    const [older, code] = [codeShownBy(uri, Date.now() - 30_000), codeShownBy(uri)];
    expect((await enter((await password()).jar, code)).status).toBe(200);

    const { jar } = await password();
    const again = await enter(jar, code);
    expect(again).toMatchObject({ status: 401, setCookie: "" });
    expect(codeIn(again)).toBe("code_used");
    expect(codeIn(await enter(jar, older))).toBe("code_used");

    pass(30_000);
    expect((await enter(jar, codeShownBy(uri))).status).toBe(200);
  });

  it("takes a code once of two who enter it at the same moment", async () => {
    const { uri, password, enter } = await openWithTwoFactor();
    const jars = [await password(), await password(), await password()].map(({ jar }) => jar);

    const answers = await Promise.all(jars.map((jar) => enter(jar, codeShownBy(uri))));

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401]);
  });

  it("takes a code once, and counts attempts as one, in all processes on the database", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "katkey-identity-")), "katkey.db");
    onTestFinished(() => rmSync(dirname(path), { recursive: true, force: true }));
    const { uri, password, enter } = await openWithTwoFactor({ path, secret });
    const other = await openInstallation({ path, secret });
    const enterThere = (jar: string, code: string) =>
      other.post("/two-factor/verify-totp", { code }, { cookie: jar, ...fromElsewhere() });
    const jars = [(await password()).jar, (await password()).jar] as const;

    const both = await Promise.all([enter(jars[0], codeShownBy(uri)), enterThere(jars[1], codeShownBy(uri))]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 401]);

    const { jar } = await password();
    const statuses = [];
    for (let guess = 0; guess < 4; guess += 1) {
      statuses.push(
        (await enter(jar, wrongCode(uri))).status,
        (await enterThere(jar, wrongCode(uri))).status,
      );
    }
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(5);
    expect(statuses.at(-1)).toBe(429);
  });

  it("does not take the code again that turned two-factor on", async () => {
    const { post, cookie, signIn } = await openWithAda();
    const { uri } = JSON.parse(
      (await post("/two-factor/enable", { password: ada.password }, { cookie })).text,
    );
    const code = codeShownBy(uri);
    await post("/two-factor/confirm", { code }, { cookie });

    const { jar } = await signIn(ada);

    expect(codeIn(await post("/two-factor/verify-totp", { code }, { cookie: jar }))).toBe("code_used");
  });

  it.each(["", "12345", "1234567", "abcdef", "null", "０００００0"])(
    "does not take %j for a code",
    async (code) => {
      const { password, enter } = await openWithTwoFactor();

      expect(codeIn(await enter((await password()).jar, code))).toBe("code_wrong");
    },
  );

  it("takes a code for the account of the password, whoever is signed in there already", async () => {
    const { identity, post, uri, password, signIn, signedIn } = await openWithTwoFactor();
    const grace = { ...ada, name: "Grace", email: "grace@example.com" };
    await identity.createUser(grace);
    const other = await signIn(grace);
    const { jar } = await password();

    const cookie = `${other.cookie}; ${jar}`;
    const answer = await post("/two-factor/verify-totp", { code: codeShownBy(uri) }, { cookie });

    expect((await signedIn(answer.cookie))?.user.email).toBe(ada.email);
  });

  it("does not take the code of somebody else's app", async () => {
    const { identity, post, password, enter, signIn } = await openWithTwoFactor();
    const grace = { ...ada, name: "Grace", email: "grace@example.com" };
    await identity.createUser(grace);
    const { cookie } = await signIn(grace);
    const { uri } = JSON.parse(
      (await post("/two-factor/enable", { password: ada.password }, { cookie })).text,
    );

    expect(codeIn(await enter((await password()).jar, codeShownBy(uri)))).toBe("code_wrong");
  });

  it.each([
    ["no cookie", () => ""],
    ["the cookie of a session only", (_jar: string, cookie: string) => cookie],
    ["a changed cookie", (jar: string) => jar.replace(/=../, "=xx")],
  ])("is not possible with %s", async (_, cookieOf) => {
    const { post, uri, cookie, password } = await openWithTwoFactor();
    const { jar } = await password();

    const headers = { cookie: cookieOf(jar, cookie) };
    for (const route of ["verify-totp", "verify-backup-code"]) {
      const answer = await post(`/two-factor/${route}`, { code: codeShownBy(uri) }, headers);
      expect(answer).toMatchObject({ status: 401, setCookie: "" });
      expect(codeIn(answer)).toBe("second_step_ended");
    }
  });

  it("is not possible eleven minutes after the password", async () => {
    const { uri, password, enter } = await openWithTwoFactor();
    const { jar } = await password();

    pass(11 * minute);

    expect(codeIn(await enter(jar, codeShownBy(uri)))).toBe("second_step_ended");
  });

  it("is once for each password: the cookie of the step is used up", async () => {
    const { uri, password, enter } = await openWithTwoFactor();
    const { jar } = await password();
    await enter(jar, codeShownBy(uri));
    pass(minute);

    expect((await enter(jar, codeShownBy(uri))).status).toBe(401);
  });

  it("cannot be told to trust a device", async () => {
    const { post, uri, password } = await openWithTwoFactor();
    const { jar } = await password();

    const body = { code: codeShownBy(uri), trustDevice: true };
    const answer = await post("/two-factor/verify-totp", body, { cookie: jar });

    expect(answer.headers.getSetCookie().join()).not.toContain("trust");
  });

  it("is not recorded, nor a session made, when the record cannot be written", async () => {
    const onSignedIn = vi.fn<() => void>();
    const { identity, user, uri, password, enter } = await openWithTwoFactor({ onSignedIn });
    onSignedIn.mockImplementation(() => {
      throw new Error("The audit log is full.");
    });

    const answer = await enter((await password()).jar, codeShownBy(uri));

    expect(answer.status).toBe(500);
    expect(identity.listSessions(user.id)).toHaveLength(1);
  });

  it("says so where the session secret is another than the one that the app's was encrypted with", async () => {
    const { database, uri } = await openWithTwoFactor();
    const other = await openInstallation({
      database,
      secret: "another-secret-another-secret-another-secret",
    });

    const { jar } = await other.signIn(ada);

    const answer = await other.post("/two-factor/verify-totp", { code: codeShownBy(uri) }, { cookie: jar });
    expect(answer.status).toBe(409);
    expect(codeIn(answer)).toBe("two_factor_unreadable");
  });
});

describe("guessing codes", () => {
  it("is free for five attempts, then waits ever longer, over new sign-ins, addresses and the right code", async () => {
    const { uri, password, enter } = await openWithTwoFactor();
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect(codeIn(await enter((await password()).jar, wrongCode(uri)))).toBe("code_wrong");
    }

    for (const minutes of [1, 2, 4]) {
      const early = await enter((await password()).jar, codeShownBy(uri));
      expect(early.status).toBe(429);
      expect(codeIn(early)).toBe("too_many_attempts");
      expect(Number(early.headers.get("retry-after"))).toBe(minutes * 60);
      pass(minutes * minute);
      expect(codeIn(await enter((await password()).jar, wrongCode(uri)))).toBe("code_wrong");
    }
  });

  it("is one a day in the end, and never a lock", async () => {
    const { database, uri, password, enter } = await openWithTwoFactor();
    const before = Date.now();
    database.prepare("UPDATE two_factor SET attempts = 500, last_attempt_at = ?").run(before);

    const refused = await enter((await password()).jar, codeShownBy(uri));
    expect(Number(refused.headers.get("retry-after"))).toBe(24 * 60 * 60);

    pass(24 * 60 * minute);
    expect((await enter((await password()).jar, codeShownBy(uri))).status).toBe(200);
    expect(database.prepare("SELECT attempts FROM two_factor").pluck().get()).toBe(0);
  });

  it("is not faster for many at once", async () => {
    const { uri, password, enter } = await openWithTwoFactor();
    const jars = [];
    for (let jar = 0; jar < 20; jar += 1) jars.push((await password()).jar);

    const answers = await Promise.all(jars.map((jar) => enter(jar, wrongCode(uri))));

    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  it("keeps nobody out who has a recovery code", async () => {
    const { database, recoveryCodes, password, enterRecovery } = await openWithTwoFactor();
    database.prepare("UPDATE two_factor SET attempts = 500, last_attempt_at = ?").run(Date.now());

    expect((await enterRecovery((await password()).jar, recoveryCodes[0] ?? "")).status).toBe(200);
  });

  it("is told to whoever watches sign-ins", async () => {
    const onSignInFailed = vi.fn<() => void>();
    const { uri, password, enter, enterRecovery } = await openWithTwoFactor({ onSignInFailed });
    const { jar } = await password();

    await enter(jar, wrongCode(uri));
    await enterRecovery(jar, "0000-0000-0000");

    expect(onSignInFailed).toHaveBeenCalledTimes(2);
  });

  it("stops after ten attempts a minute from one address", async () => {
    const { post, password } = await openWithTwoFactor();
    const { jar } = await password();

    const statuses = [];
    for (let attempt = 1; attempt <= 11; attempt += 1) {
      statuses.push((await post("/two-factor/verify-backup-code", { code: "x" }, { cookie: jar })).status);
    }

    expect(statuses.at(-1)).toBe(429);
  });
});

describe("a recovery code", () => {
  it("signs in once, says how many are left, and is gone", async () => {
    const { identity, user, recoveryCodes, password, enterRecovery, signedIn } = await openWithTwoFactor();
    const [code = ""] = recoveryCodes;

    const answer = await enterRecovery((await password()).jar, ` ${code.toUpperCase()} `);
    expect(JSON.parse(answer.text)).toEqual({ recoveryCodesLeft: 9 });
    expect(await signedIn(answer.cookie)).not.toBeNull();
    expect((await identity.signInMeansOf(user.id)).twoFactor.recoveryCodesLeft).toBe(9);

    const again = await enterRecovery((await password()).jar, code);
    expect(again).toMatchObject({ status: 401, setCookie: "" });
    expect(codeIn(again)).toBe("recovery_code_wrong");
  });

  it("signs in one of two who enter it at the same moment", async () => {
    const { recoveryCodes, password, enterRecovery } = await openWithTwoFactor();
    const jars = [(await password()).jar, (await password()).jar];

    const answers = await Promise.all(jars.map((jar) => enterRecovery(jar, recoveryCodes[0] ?? "")));

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it("can be guessed at five times, then the password is asked for again", async () => {
    const { recoveryCodes, password, enterRecovery } = await openWithTwoFactor();
    const { jar } = await password();
    for (let guess = 0; guess < 5; guess += 1) {
      expect(codeIn(await enterRecovery(jar, "0000-0000-0000"))).toBe("recovery_code_wrong");
    }

    expect(codeIn(await enterRecovery(jar, recoveryCodes[0] ?? ""))).toBe("second_step_ended");
  });

  it("is replaced with all others by new ones, for the password", async () => {
    const { post, cookie, recoveryCodes, password, enterRecovery } = await openWithTwoFactor();

    const renewed = await post("/two-factor/generate-backup-codes", { password: ada.password }, { cookie });

    const { recoveryCodes: fresh } = JSON.parse(renewed.text) as { recoveryCodes: string[] };
    expect(fresh).toHaveLength(10);
    expect(codeIn(await enterRecovery((await password()).jar, recoveryCodes[0] ?? ""))).toBe(
      "recovery_code_wrong",
    );
    expect((await enterRecovery((await password()).jar, fresh[0] ?? "")).status).toBe(200);
  });
});

describe("turning two-factor off", () => {
  it("takes the password, ends every other session, and the password alone signs in again", async () => {
    const { identity, database, user, post, cookie, uri, password, enter, signedIn } =
      await openWithTwoFactor();
    const elsewhere = await enter((await password()).jar, codeShownBy(uri));

    const answer = await post("/two-factor/disable", { password: ada.password }, { cookie });

    expect(answer.status).toBe(200);
    expect(await signedIn(answer.cookie)).not.toBeNull();
    expect(await signedIn(elsewhere.cookie)).toBeNull();
    expect(identity.usersWithTwoFactor([user.id]).size).toBe(0);
    expect(database.prepare("SELECT count(*) FROM two_factor").pluck().get()).toBe(0);
    expect(JSON.parse((await password()).text)).toHaveProperty("user");
  });

  it("is refused where it is not on", async () => {
    const { post, cookie } = await openWithAda();

    expect(codeIn(await post("/two-factor/disable", { password: ada.password }, { cookie }))).toBe(
      "two_factor_off",
    );
  });
});

describe("a change of two-factor", () => {
  it.each(["enable", "disable", "generate-backup-codes"])("needs the right password: %s", async (route) => {
    const open = route === "enable" ? openWithAda : openWithTwoFactor;
    const { identity, user, post, cookie } = await open();
    const before = await identity.signInMeansOf(user.id);

    for (const password of ["incorrect horse", "", "x".repeat(300)]) {
      const answer = await post(`/two-factor/${route}`, { password }, { cookie });
      expect(answer).toMatchObject({ status: 400, setCookie: "" });
      expect(codeIn(answer)).toBe("current_password_wrong");
    }
    expect(await identity.signInMeansOf(user.id)).toEqual(before);
  });

  it.each(["enable", "confirm", "disable", "generate-backup-codes"])("needs a session: %s", async (route) => {
    const { post, password } = await openWithTwoFactor();
    const { jar } = await password();

    for (const cookie of ["", jar]) {
      const answer = await post(
        `/two-factor/${route}`,
        { password: ada.password, code: "123456" },
        { cookie },
      );
      expect(answer.status).toBe(401);
      expect(codeIn(answer)).toBe("not_signed_in");
    }
  });

  it.each(["enable", "confirm", "disable", "generate-backup-codes", "verify-totp", "verify-backup-code"])(
    "is refused to a page of another site, and to a form: %s",
    async (route) => {
      const { post, cookie } = await openWithTwoFactor();
      const body = { password: ada.password, code: "123456" };

      expect(
        (await post(`/two-factor/${route}`, body, { cookie, origin: "https://evil.example" })).status,
      ).toBe(403);
      expect(
        (await post(`/two-factor/${route}`, body, { cookie, "content-type": "text/plain" })).status,
      ).toBe(415);
    },
  );

  it("slows down whoever guesses the password with a stolen session, from wherever", async () => {
    const pauses: number[] = [];
    const pause = async (milliseconds: number) => void pauses.push(milliseconds);
    const { post, cookie } = await openWithAda({ pause });

    for (let guess = 0; guess < 12; guess += 1) {
      await post("/two-factor/enable", { password: `guess number ${guess}` }, { cookie, ...fromElsewhere() });
    }

    expect(pauses).toEqual([250, 500]);
  });

  it("is told before it is stored, and can be refused", async () => {
    const [onTwoFactorTurnedOn, onTwoFactorTurnedOff] = [
      vi.fn<(event: object) => void>(),
      vi.fn<(event: object) => void>(),
    ];
    const { identity, address, user, post, cookie } = await openWithAda({
      onTwoFactorTurnedOn,
      onTwoFactorTurnedOff,
    });
    const { uri } = JSON.parse(
      (await post("/two-factor/enable", { password: ada.password }, { cookie })).text,
    );
    expect(onTwoFactorTurnedOn).not.toHaveBeenCalled();

    onTwoFactorTurnedOn.mockImplementationOnce(() => {
      throw new Error("The audit log is full.");
    });
    expect((await post("/two-factor/confirm", { code: codeShownBy(uri) }, { cookie })).status).toBe(500);
    expect(identity.usersWithTwoFactor([user.id]).size).toBe(0);

    pass(minute);
    const confirmed = await post("/two-factor/confirm", { code: codeShownBy(uri) }, { cookie });
    expect(confirmed.status).toBe(200);
    expect(onTwoFactorTurnedOn).toHaveBeenLastCalledWith({ user, address, at: Date.now() });

    await post("/two-factor/disable", { password: ada.password }, { cookie: confirmed.cookie });
    expect(onTwoFactorTurnedOff).toHaveBeenCalledExactlyOnceWith({ user, address, at: Date.now() });
  });

  it("leaves the sessions of others, and their two-factor, alone", async () => {
    const { identity, post, cookie, signIn, signedIn } = await openWithTwoFactor();
    const grace = await identity.createUser({ ...ada, name: "Grace", email: "grace@example.com" });
    const hers = await signIn({ ...ada, email: grace.email });

    await post("/two-factor/disable", { password: ada.password }, { cookie });

    expect(await signedIn(hers.cookie)).not.toBeNull();
    expect((await identity.signInMeansOf(grace.id)).twoFactor.isOn).toBe(false);
  });
});
