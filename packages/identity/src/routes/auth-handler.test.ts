import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { describe, expect, it } from "vitest";
import { createAuth } from "../auth/auth.ts";
import { createAuthWriting } from "../auth/auth-writing.ts";
import { authCookiesFor } from "../auth/cookie.ts";
import { ada, openInstallation, openTestDatabase } from "../testing/installation.ts";

const open = [
  "POST /sign-in/email",
  "POST /sign-out",
  "POST /change-password",
  "POST /two-factor/enable",
  "POST /two-factor/disable",
  "POST /two-factor/generate-backup-codes",
  "POST /two-factor/verify-totp",
  "POST /two-factor/verify-backup-code",
  "POST /passkey/verify-registration",
  "POST /passkey/verify-authentication",
  "POST /passkey/delete-passkey",
];

const gates = {
  session: async () => {},
  password: async () => {},
  twoFactor: async () => {},
  passkey: async () => {},
};

const noPasswords = { hash: () => Promise.reject(new Error()), verify: () => Promise.reject(new Error()) };
const writing = createAuthWriting(async (change) => change());

/** Every route that better-auth brings, as "METHOD /path". */
function routesOfBetterAuth(): readonly string[] {
  const origin = "http://localhost:3000";
  const { api } = createAuth({
    database: drizzle(openTestDatabase(":memory:")),
    origin,
    secret: "0123456789abcdefghijklmnopqrstuvwxyzABCDEF",
    cookies: authCookiesFor(origin),
    passwords: noPasswords,
    random: randomBytes,
    now: Date.now,
    gates,
    writing,
    onFault: () => {},
  });
  return Object.values(api).flatMap(({ path, options }) =>
    [options.method].flat().map((method) => `${method} ${path}`),
  );
}

describe("the routes", () => {
  const routes = routesOfBetterAuth();
  const shut = routes.filter((route) => !open.includes(route));

  it("are eleven of those that better-auth has", () => {
    expect(routes).toEqual(expect.arrayContaining(open));
    expect(shut.length).toBeGreaterThan(25);
  });

  it.each(shut)("do not include %s", async (route) => {
    const { identity, url, address, signIn } = await openInstallation();
    await identity.createUser(ada);
    const { cookie } = await signIn(ada);
    const [method = "", path = ""] = route.split(" ");

    const answer = await fetch(`${url}/auth${path.replaceAll(/:\w+/g, "x")}`, {
      method,
      redirect: "manual",
      headers: {
        cookie,
        origin: "http://localhost:3000",
        "content-type": "application/json",
        "x-katkey-client-address": address,
      },
      ...(method === "GET" ? {} : { body: JSON.stringify({ email: ada.email, password: ada.password }) }),
    });

    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ code: "not_found", message: "There is nothing here." });
  });

  it.each([
    ["GET", "/auth/sign-in/email"],
    ["PUT", "/auth/sign-in/email"],
    ["POST", "/auth/sign-in/email/"],
    ["POST", "/auth//sign-in/email"],
    ["POST", "/auth/sign-in/%65mail"],
    ["POST", "/auth"],
    ["POST", "/auth/__proto__"],
    ["POST", "/sign-in/email"],
    ["POST", "/authsign-in/email"],
  ])("do not include %s %s", async (method, path) => {
    const { url } = await openInstallation();

    expect((await fetch(url + path, { method })).status).toBe(404);
  });

  it("are found where a framework cut off the mount path, and with a query", async () => {
    const { identity } = await openInstallation();
    const server = createServer((request, response) => {
      const whole = request.url ?? "";
      Object.assign(request, { originalUrl: whole, url: whole.replace("/auth", "") });
      void identity.handler(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;

    const answer = await fetch(`http://127.0.0.1:${port}/auth/sign-out?next=1`, {
      method: "POST",
      headers: { origin: "http://localhost:3000", "content-type": "application/json" },
      body: "{}",
    });

    server.close();
    expect(answer.status).toBe(200);
  });
});

describe("a request from elsewhere", () => {
  it.each([
    ["another site", { origin: "https://evil.example" }],
    ["a sandboxed frame", { origin: "null" }],
    ["a page of the same host on another port", { origin: "http://localhost:3001" }],
    ["an origin that only begins alike", { origin: "http://localhost:30000" }],
    ["no named origin", { origin: "" }],
  ])("is refused: %s", async (_, headers) => {
    const { identity, post, signIn, signedIn } = await openInstallation();
    await identity.createUser(ada);
    const { cookie } = await signIn(ada);

    expect(await signIn(ada, headers)).toMatchObject({ status: 403, setCookie: "" });
    expect((await post("/sign-out", {}, { ...headers, cookie })).status).toBe(403);
    expect(await signedIn(cookie)).not.toBeNull();
  });

  it("is refused by better-auth too, should our own check ever be gone", async () => {
    const origin = "http://localhost:3000";
    const auth = createAuth({
      database: drizzle(openTestDatabase(":memory:")),
      origin,
      secret: "0123456789abcdefghijklmnopqrstuvwxyzABCDEF",
      cookies: authCookiesFor(origin),
      passwords: noPasswords,
      random: randomBytes,
      now: Date.now,
      gates,
      writing,
      onFault: () => {},
    });

    const answer = await auth.handler(
      new Request(`${origin}/auth/sign-in/email`, {
        method: "POST",
        headers: { origin: "https://evil.example", "content-type": "application/json" },
        body: JSON.stringify({ email: ada.email, password: ada.password }),
      }),
    );

    expect(answer.status).toBe(403);
  });
});

describe("a body", () => {
  it.each([
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "text/plain",
    "application/jsonp",
  ])("of type %s is refused", async (type) => {
    const { identity, signIn } = await openInstallation();
    await identity.createUser(ada);

    expect(await signIn(ada, { "content-type": type })).toMatchObject({ status: 415, setCookie: "" });
  });

  it.each([
    ["no JSON", "{"],
    ["nothing", ""],
    ["a list", "[]"],
    ["null", "null"],
    ["no password", '{"email":"ada@example.com"}'],
    ["an e-mail address that is no text", '{"email":["ada@example.com"],"password":"correct horse"}'],
  ])("with %s is refused", async (_, body) => {
    const { url, address } = await openInstallation();

    const answer = await fetch(`${url}/auth/sign-in/email`, {
      method: "POST",
      headers: {
        origin: "http://localhost:3000",
        "content-type": "application/json",
        "x-katkey-client-address": address,
      },
      body,
    });

    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "invalid_request" });
  });

  it("over 8 KB is refused before it is read", async () => {
    const { signIn } = await openInstallation();

    const answer = await signIn({ ...ada, password: "x".repeat(1_000_000) });

    expect(answer.status).toBe(413);
    expect(answer.headers.get("connection")).toBe("close");
  });

  it("cannot smuggle options into better-auth", async () => {
    const { identity, post } = await openInstallation();
    await identity.createUser(ada);

    const answer = await post("/sign-in/email", {
      ...ada,
      rememberMe: false,
      callbackURL: "https://evil.example",
    });

    expect(answer.headers.get("location")).toBeNull();
    expect(answer.setCookie).toContain("Max-Age=2592000");
  });
});

const forged = (attempt: number) => ({ "x-forwarded-for": `203.0.113.${attempt}` });
const from = (host: number) => ({ "x-katkey-client-address": `2001:db8:7:7::${host}` });

describe("guessing", () => {
  it("stops after ten attempts a minute from one address", async () => {
    const { identity, signIn } = await openInstallation();
    await identity.createUser(ada);
    const wrong = { ...ada, password: "incorrect horse battery" };

    for (let attempt = 1; attempt <= 10; attempt += 1) expect((await signIn(wrong)).status).toBe(401);
    const answer = await signIn(ada);

    expect(answer.status).toBe(429);
    expect(JSON.parse(answer.text)).toMatchObject({ code: "too_many_attempts" });
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(50);
  });

  it("is not helped by inventing forwarding headers, and does not hinder other addresses", async () => {
    const { identity, signIn } = await openInstallation();
    await identity.createUser(ada);
    const wrong = { ...ada, password: "incorrect horse battery" };

    for (let attempt = 1; attempt <= 10; attempt += 1) await signIn(wrong, forged(attempt));

    expect((await signIn(ada, forged(11))).status).toBe(429);
    expect((await signIn(ada, { "x-katkey-client-address": "198.51.100.7" })).status).toBe(200);
  });

  it("is counted by network for IPv6, where one host has many addresses", async () => {
    const { identity, signIn } = await openInstallation();
    await identity.createUser(ada);
    const wrong = { ...ada, password: "incorrect horse battery" };

    for (let attempt = 1; attempt <= 10; attempt += 1) await signIn(wrong, from(attempt));

    expect((await signIn(ada, from(11))).status).toBe(429);
  });
});
