import { expect, it } from "vitest";
import { authRoutes } from "./auth-routes.ts";
import type { RouteParts } from "./route-parts.ts";
import { anAuthenticator } from "../testing/authenticator.ts";
import { codeShownBy } from "../testing/authenticator-app.ts";
import { ada, openInstallation } from "../testing/installation.ts";

/**
 * What every route answers where nothing can be written: the table has them all, and a new one fails the first test
 * until it has a row.
 */

const origin = "https://keys.example.com";
const { password } = ada;
const grace = { ...ada, name: "Grace", email: "grace@example.com" };

type Sent = readonly [body: object, cookie?: string];

/** Makes ready what the request needs, and resolves to the request. */
type Prepare = (ready: Awaited<ReturnType<typeof withAda>>) => Promise<Sent>;

async function withAda() {
  const installation = await openInstallation({ origin });
  await installation.identity.createUser(ada);
  const { cookie } = await installation.signIn(ada);
  let addresses = 0;
  const post = (route: string, body: object, cookies = cookie) =>
    installation.post(route, body, {
      cookie: cookies,
      "x-katkey-client-address": `192.0.2.${(addresses += 1)}`,
    });
  const begin = async () => {
    const { text } = await post("/two-factor/enable", { password });
    return codeShownBy((JSON.parse(text) as { uri: string }).uri);
  };
  const turnOn = async () => {
    const { text } = await post("/two-factor/enable", { password });
    const { uri } = JSON.parse(text) as { uri: string };
    const confirmed = await post("/two-factor/confirm", { code: codeShownBy(uri) });
    const { recoveryCodes } = JSON.parse(confirmed.text) as { recoveryCodes: string[] };
    installation.database.exec("update two_factor set last_step = null");
    const { jar } = await installation.signIn(ada);
    return { uri, recoveryCodes, cookie: confirmed.cookie, jar };
  };
  const device = anAuthenticator(origin);
  const offered = async () => {
    const { text, jar } = await post("/passkey/generate-register-options", { password });
    const response = device.create(JSON.parse(text));
    return [{ name: "Laptop", response }, `${cookie}; ${jar}`] as const;
  };
  const added = () =>
    offered().then(([body, cookies]) => post("/passkey/verify-registration", body, cookies));
  return { ...installation, cookie, post, begin, turnOn, device, offered, added };
}

const doors: Readonly<Record<string, Prepare>> = {
  "/sign-in/email": async () => [{ email: ada.email, password }],
  "/sign-out": async ({ cookie }) => [{}, cookie],
  "/change-password": async ({ cookie }) => [
    { currentPassword: password, newPassword: "another horse battery" },
    cookie,
  ],
  "/two-factor/verify-totp": async ({ turnOn }) => {
    const { uri, jar } = await turnOn();
    return [{ code: codeShownBy(uri) }, jar];
  },
  "/two-factor/verify-backup-code": async ({ turnOn }) => {
    const { recoveryCodes, jar } = await turnOn();
    return [{ code: recoveryCodes[0] }, jar];
  },
  "/two-factor/enable": async ({ cookie }) => [{ password }, cookie],
  "/two-factor/confirm": async ({ begin, cookie }) => [{ code: await begin() }, cookie],
  "/two-factor/disable": async ({ turnOn }) => [{ password }, (await turnOn()).cookie],
  "/two-factor/generate-backup-codes": async ({ turnOn }) => [{ password }, (await turnOn()).cookie],
  "/passkey/generate-register-options": async ({ cookie }) => [{ password }, cookie],
  "/passkey/verify-registration": ({ offered }) => offered(),
  "/passkey/delete-passkey": async ({ added, database, cookie }) => {
    await added();
    const id = database.prepare("select id from passkey").pluck().get();
    return [{ id, password }, cookie];
  },
  "/passkey/generate-authenticate-options": async () => [{}],
  "/passkey/verify-authentication": async ({ added, post, device }) => {
    await added();
    const { text, jar } = await post("/passkey/generate-authenticate-options", {}, "");
    return [{ response: device.get(JSON.parse(text)) }, jar];
  },
};

it("has every route in its table", () => {
  expect(Object.keys(doors).toSorted()).toEqual([...authRoutes({} as RouteParts).keys()].toSorted());
});

it.each(Object.entries(doors))(
  "%s says that nothing can be written, changes nothing, and is done once something can",
  async (route, prepare) => {
    const ready = await withAda();
    const [body, cookie = ""] = await prepare(ready);
    const { database, post } = ready;
    const before = database.serialize();

    database.pragma("query_only = on");
    const refused = await post(route, body, cookie);
    expect([refused.status, refused.text, refused.setCookie]).toEqual([500, "storage_unavailable", ""]);
    expect(database.serialize().equals(before)).toBe(true);

    database.pragma("query_only = off");
    expect((await post(route, body, cookie)).status).toBe(200);
  },
);

it("ending sessions, making accounts and unmaking them say so, too", async () => {
  const { identity, database } = await withAda();
  const { id } = await identity.createUser(grace);
  database.pragma("query_only = on");
  for (const doing of [
    () => identity.revokeSession(id, "ses_none"),
    () => identity.revokeOtherSessions(id, "ses_none"),
    () => identity.removeUser(id),
    () => identity.createUser({ ...grace, email: "third@example.com" }),
  ]) {
    await expect(doing()).rejects.toMatchObject({ code: "storage_unavailable" });
  }
});

it("a session that has expired is nobody's, though its end cannot be written", async () => {
  const { database, signedIn, cookie } = await withAda();
  database.exec("update session set expires_at = 1");
  database.pragma("query_only = on");
  expect(await signedIn(cookie)).toBeNull();
});

it("tells the refusal that a listener met, where better-auth would call the passkey bad", async () => {
  const { KeyError } = await import("@katkey/keys");
  const installation = await withAda();
  const full = new KeyError("storage_full", "The disk is full.");
  const { post } = await openInstallation({
    origin,
    database: installation.database,
    onPasskeyAdded: () => Promise.reject(full),
  });
  const [body, cookie] = await installation.offered();
  expect((await post("/passkey/verify-registration", body, { cookie })).text).toBe("storage_full");
});
