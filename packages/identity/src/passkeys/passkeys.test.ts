import { drizzle } from "drizzle-orm/better-sqlite3";
import { describe, expect, it, vi } from "vitest";
import { anAuthenticator } from "../testing/authenticator.ts";
import { ada, openInstallation } from "../testing/installation.ts";
import { createChallengeBudget, forgetExpiredChallenges } from "./challenge-budget.ts";

const origin = "https://keys.example.com";
const grace = { ...ada, name: "Grace", email: "grace@example.com" };

type Settings = NonNullable<Parameters<typeof openInstallation>[0]>;
type Adding = { readonly name?: string } & Parameters<Device["create"]>[1];
type Device = ReturnType<typeof anAuthenticator>;

const codeIn = ({ text }: { readonly text: string }) => JSON.parse(text).code as string;

let addresses = 0;
const fromElsewhere = () => ({ "x-katkey-client-address": `192.0.2.${(addresses += 1) % 250}` });

async function openWithAda(settings: Settings = {}) {
  const installation = await openInstallation({ origin, ...settings });
  const { identity, post, signIn } = installation;
  const user = await identity.createUser(ada);
  const { cookie } = await signIn(ada);

  const beginAdding = async (session = cookie) => {
    const begun = await post(
      "/passkey/generate-register-options",
      { password: ada.password },
      { cookie: session },
    );
    return { options: JSON.parse(begun.text), cookie: `${session}; ${begun.jar}` };
  };
  const add = async (device: Device, { name = "Laptop", ...behaviour }: Adding = {}) => {
    const { options, cookie } = await beginAdding();
    const response = device.create(options, behaviour);
    return post("/passkey/verify-registration", { name, response }, { cookie });
  };
  const beginSigningIn = async () => {
    const begun = await post("/passkey/generate-authenticate-options", {}, fromElsewhere());
    return { options: JSON.parse(begun.text), jar: begun.jar };
  };
  const enter = async (device: Device, behaviour = {}) => {
    const { options, jar } = await beginSigningIn();
    const response = device.get(options, behaviour);
    return post("/passkey/verify-authentication", { response }, { cookie: jar, ...fromElsewhere() });
  };
  const passkeys = async () => (await identity.signInMeansOf(user.id)).passkeys;
  return { ...installation, user, cookie, beginAdding, add, beginSigningIn, enter, passkeys };
}

async function openWithPasskey(settings: Settings = {}) {
  const installation = await openWithAda(settings);
  const device = anAuthenticator(origin);
  expect((await installation.add(device)).status).toBe(200);
  return { ...installation, device };
}

describe("adding a passkey", () => {
  it("takes the password again, and a name that its owner will know it by", async () => {
    const { add, passkeys } = await openWithAda();

    const answer = await add(anAuthenticator(origin), { name: "  Ada's laptop " });

    expect(answer).toMatchObject({ status: 200, text: "{}" });
    expect(await passkeys()).toEqual([
      {
        id: expect.stringMatching(/^psk_/),
        name: "Ada's laptop",
        createdAt: expect.any(Number),
        lastUsedAt: null,
      },
    ]);
  });

  it("asks for one that knows its user and is bound to this host, and not for one that is there already", async () => {
    const { beginAdding, beginSigningIn, add } = await openWithAda();
    await add(anAuthenticator(origin));

    const { options } = await beginAdding();
    expect(options).toMatchObject({
      rp: { name: "Katkey", id: "keys.example.com" },
      user: { name: ada.email },
      attestation: "none",
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
    expect(options.excludeCredentials).toHaveLength(1);
    const signingIn = await beginSigningIn();
    expect(signingIn.options).toMatchObject({ rpId: "keys.example.com", userVerification: "required" });
    expect(signingIn.options.allowCredentials).toBeUndefined();
  });

  it("refuses a wrong password, before anything is asked of the browser", async () => {
    const { post, cookie } = await openWithAda();

    const answer = await post(
      "/passkey/generate-register-options",
      { password: "incorrect horse" },
      { cookie },
    );

    expect(answer).toMatchObject({ status: 400, setCookie: "" });
    expect(codeIn(answer)).toBe("current_password_wrong");
  });

  it.each([
    ["did not ask who was using it", { verifiesUser: false }],
    ["was asked by another site", { origin: "https://evil.example" }],
    ["was asked by a sibling domain", { origin: "https://other.example.com" }],
  ])("refuses one that %s", async (_, behaviour) => {
    const { add, passkeys } = await openWithAda();

    const answer = await add(anAuthenticator(origin), behaviour);

    expect(answer.status).toBe(400);
    expect(codeIn(answer)).toBe("passkey_not_added");
    expect(await passkeys()).toEqual([]);
  });

  it.each(["", "   ", "x".repeat(81)])("refuses the name %j", async (name) => {
    const { add, passkeys } = await openWithAda();

    expect(codeIn(await add(anAuthenticator(origin), { name }))).toBe("name_invalid");
    expect(await passkeys()).toEqual([]);
  });

  it("takes what the browser made once, and only in the session that asked for it", async () => {
    const { identity, post, signIn, beginAdding, passkeys } = await openWithAda();
    await identity.createUser(grace);
    const { options, cookie } = await beginAdding();
    const response = anAuthenticator(origin).create(options);
    const hers = await signIn(grace);
    const challenge = cookie.split("; ").find((pair) => pair.includes("challenge"));

    const stolen = await post(
      "/passkey/verify-registration",
      { name: "Hers", response },
      { cookie: `${hers.cookie}; ${challenge}` },
    );
    expect(stolen.status).toBe(400);

    const again = await post("/passkey/verify-registration", { name: "Mine", response }, { cookie });
    expect(again.status).toBe(400);
    expect(await passkeys()).toEqual([]);
  });

  it("refuses a passkey that somebody else has here", async () => {
    const { identity, post, signIn, device, beginAdding, enter, signedIn, user } = await openWithPasskey();
    await identity.createUser(grace);
    const hers = await signIn(grace);
    const { options, cookie } = await beginAdding(hers.cookie);

    const answer = await post(
      "/passkey/verify-registration",
      { name: "Hers", response: device.create(options) },
      { cookie },
    );

    expect(codeIn(answer)).toBe("passkey_not_added");
    expect((await signedIn((await enter(device)).cookie))?.user.id).toBe(user.id);
  });

  it.each([
    ["nothing", {}],
    ["no registration", { id: "x", rawId: "x", type: "public-key", response: {} }],
  ])("refuses %s", async (_, response) => {
    const { post, beginAdding } = await openWithAda();
    const { cookie } = await beginAdding();

    expect(codeIn(await post("/passkey/verify-registration", { name: "x", response }, { cookie }))).toBe(
      "passkey_not_added",
    );
  });

  it("is told before it is stored, and can be refused", async () => {
    const onPasskeyAdded = vi.fn<(event: object) => void>(() => {
      throw new Error("The audit log is full.");
    });
    const { user, address, add, passkeys } = await openWithAda({ onPasskeyAdded, now: () => Date.now() });

    expect((await add(anAuthenticator(origin))).status).toBe(400);
    expect(await passkeys()).toEqual([]);
    expect(onPasskeyAdded).toHaveBeenCalledWith({ user, address, at: expect.any(Number) });
  });
});

describe("signing in with a passkey", () => {
  it("takes nothing else, not even where two-factor is on, and is a sign-in", async () => {
    const onSignedIn = vi.fn<() => void>();
    const { database, user, device, enter, signedIn, passkeys } = await openWithPasskey({ onSignedIn });
    database.exec("UPDATE user SET two_factor_enabled = 1");
    onSignedIn.mockClear();

    const answer = await enter(device);

    expect(answer).toMatchObject({ status: 200, text: "{}" });
    expect(answer.setCookie).toMatch(
      /^__Host-katkey=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect((await signedIn(answer.cookie))?.user).toEqual(user);
    expect(onSignedIn).toHaveBeenCalledTimes(1);
    expect((await passkeys())[0]?.lastUsedAt).toEqual(expect.any(Number));
  });

  it.each([
    ["did not ask who was using it", { verifiesUser: false }],
    ["was asked by another site", { origin: "https://evil.example" }],
  ])("refuses one that %s", async (_, behaviour) => {
    const onSignInFailed = vi.fn<() => void>();
    const { device, enter, passkeys } = await openWithPasskey({ onSignInFailed });

    const answer = await enter(device, behaviour);

    expect(answer).toMatchObject({ status: 401, setCookie: "" });
    expect(codeIn(answer)).toBe("passkey_refused");
    expect(onSignInFailed).toHaveBeenCalledTimes(1);
    expect((await passkeys())[0]?.lastUsedAt).toBeNull();
  });

  it("refuses one that is not known here", async () => {
    const { enter } = await openWithPasskey();

    expect(codeIn(await enter(anAuthenticator(origin)))).toBe("passkey_refused");
  });

  it("takes an answer once, for the challenge that was asked", async () => {
    const { device, post, beginSigningIn } = await openWithPasskey();
    const [asked, other] = [await beginSigningIn(), await beginSigningIn()];
    const response = device.get(asked.options);
    const send = (jar: string) =>
      post("/passkey/verify-authentication", { response }, { cookie: jar, ...fromElsewhere() });

    expect((await send(other.jar)).status).toBe(401);
    expect((await send("")).status).toBe(401);
    expect((await send(asked.jar)).status).toBe(200);
    expect((await send(asked.jar)).status).toBe(401);
  });

  it("does not take a challenge for adding one", async () => {
    const { device, post, beginAdding } = await openWithPasskey();
    const { options, cookie } = await beginAdding();
    const response = device.get({ challenge: options.challenge, rpId: options.rp.id });

    expect((await post("/passkey/verify-authentication", { response }, { cookie })).status).toBe(401);
  });

  it("is not recorded as done when the record cannot be written", async () => {
    const onSignedIn = vi.fn<() => void>();
    const { device, enter, identity, user } = await openWithPasskey({ onSignedIn });
    onSignedIn.mockImplementation(() => {
      throw new Error("The audit log is full.");
    });

    expect((await enter(device)).status).toBe(401);
    expect(identity.listSessions(user.id)).toHaveLength(1);
  });

  it("writes no error into the log for what strangers make up, and one where the record cannot be written", async () => {
    const onFault = vi.fn<(message: string, cause: unknown) => void>();
    const onSignedIn = vi.fn<() => void>();
    const { device, enter } = await openWithPasskey({ onFault, onSignedIn });
    await enter(device, { origin: "https://evil.example" });
    await enter(anAuthenticator(origin));
    expect(onFault).not.toHaveBeenCalled();

    const full = Object.assign(new Error("The audit log is full."), { code: "SQLITE_FULL" });
    onSignedIn.mockImplementation(() => {
      throw full;
    });
    await enter(device);
    expect(onFault).toHaveBeenCalledTimes(1);
    expect(onFault.mock.calls[0]?.[1]).toBe(full);
  });

  it("stops after ten attempts a minute from one address", async () => {
    const { post } = await openWithPasskey();

    const statuses = [];
    for (let attempt = 1; attempt <= 11; attempt += 1) {
      statuses.push((await post("/passkey/verify-authentication", { response: {} })).status);
    }

    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
  });
});

describe("removing a passkey", () => {
  it("takes the password, ends every other session, and the passkey signs in no more", async () => {
    const { post, cookie, device, enter, passkeys, signedIn } = await openWithPasskey();
    const elsewhere = await enter(device);
    const [{ id } = { id: "" }] = await passkeys();

    const answer = await post("/passkey/delete-passkey", { id, password: ada.password }, { cookie });

    expect(answer.status).toBe(200);
    expect(await passkeys()).toEqual([]);
    expect(await signedIn(cookie)).not.toBeNull();
    expect(await signedIn(elsewhere.cookie)).toBeNull();
    expect((await enter(device)).status).toBe(401);
  });

  it("refuses a wrong password, and somebody else's passkey as if there were none", async () => {
    const onPasskeyRemoved = vi.fn<() => void>();
    const { identity, post, signIn, cookie, passkeys, signedIn } = await openWithPasskey({
      onPasskeyRemoved,
    });
    await identity.createUser(grace);
    const hers = await signIn(grace);
    const [{ id } = { id: "" }] = await passkeys();
    const remove = (body: object, session: string) =>
      post("/passkey/delete-passkey", body, { cookie: session });

    expect(codeIn(await remove({ id, password: "incorrect horse" }, cookie))).toBe("current_password_wrong");
    expect(codeIn(await remove({ id, password: ada.password }, hers.cookie))).toBe("passkey_not_found");
    expect(codeIn(await remove({ id: "psk_none", password: ada.password }, cookie))).toBe(
      "passkey_not_found",
    );
    expect(await passkeys()).toHaveLength(1);
    expect(await signedIn(cookie)).not.toBeNull();
    expect(onPasskeyRemoved).not.toHaveBeenCalled();
  });

  it("lets nobody in by it who had begun before", async () => {
    const onSignedIn = vi.fn<() => void | Promise<void>>();
    const { identity, user, device, enter, passkeys, post, cookie } = await openWithPasskey({ onSignedIn });
    const [{ id } = { id: "" }] = await passkeys();
    onSignedIn.mockImplementationOnce(async () => {
      const removal = { id, password: ada.password };
      expect((await post("/passkey/delete-passkey", removal, { cookie })).status).toBe(200);
    });

    expect(await enter(device)).toMatchObject({ status: 401, setCookie: "" });
    expect(identity.listSessions(user.id)).toHaveLength(1);
  });

  it("is told before it is done, and can be refused", async () => {
    const onPasskeyRemoved = vi.fn<() => void>(() => {
      throw new Error("The audit log is full.");
    });
    const { post, cookie, passkeys } = await openWithPasskey({ onPasskeyRemoved });
    const [{ id } = { id: "" }] = await passkeys();

    expect((await post("/passkey/delete-passkey", { id, password: ada.password }, { cookie })).status).toBe(
      500,
    );
    expect(await passkeys()).toHaveLength(1);
  });
});

describe("a passkey's routes", () => {
  it.each(["generate-register-options", "verify-registration", "delete-passkey"])(
    "need a session: %s",
    async (route) => {
      const { post } = await openWithAda();

      const answer = await post(`/passkey/${route}`, {
        password: ada.password,
        id: "x",
        name: "x",
        response: {},
      });

      expect(codeIn(answer)).toBe("not_signed_in");
    },
  );

  it.each([
    "generate-register-options",
    "verify-registration",
    "delete-passkey",
    "generate-authenticate-options",
    "verify-authentication",
  ])("refuse a page of another site, and a form: %s", async (route) => {
    const { post, cookie } = await openWithAda();
    const body = { password: ada.password, id: "x", name: "x", response: {} };

    expect((await post(`/passkey/${route}`, body, { cookie, origin: "https://evil.example" })).status).toBe(
      403,
    );
    expect((await post(`/passkey/${route}`, body, { cookie, "content-type": "text/plain" })).status).toBe(
      415,
    );
  });
});

it("whoever asks for too many challenges leaves the others theirs", async () => {
  const { post } = await openWithAda();
  const ask = (from: Record<string, string>) => post("/passkey/generate-authenticate-options", {}, from);
  const flood = fromElsewhere();
  const statuses = [];
  for (let i = 0; i < 150; i += 1) statuses.push((await ask(flood)).status);
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  expect((await ask(fromElsewhere())).status).toBe(200);
});

it("challenges that nobody answered are forgotten, and no storm of them fills the disk", async () => {
  const { database, beginSigningIn } = await openWithAda();
  await beginSigningIn();
  const count = () => database.prepare("SELECT count(*) FROM verification").pluck().get();
  expect(count()).toBe(1);

  let now = Date.now() + 301_000;
  const budget = createChallengeBudget(() => now);
  const spend = () => budget.spend(async (at) => forgetExpiredChallenges(drizzle(database), at));
  await spend();
  expect(count()).toBe(0);

  for (let spent = 1; spent < 100; spent += 1) await spend();
  await expect(spend()).rejects.toThrow("Too many sign-ins at once.");
  now += 10_000;
  await expect(spend()).resolves.toBeUndefined();
});
