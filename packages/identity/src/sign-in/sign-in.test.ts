import { hash } from "node:crypto";
import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { describe, expect, it, vi } from "vitest";
import { account, session } from "../schema.ts";
import { ada, openInstallation, openTestDatabase } from "../testing/installation.ts";

describe("signing in", () => {
  it("knows who comes back with the cookie", async () => {
    const { identity, signIn, signedIn } = await openInstallation();
    const user = await identity.createUser(ada);

    const answer = await signIn(ada);

    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({ user });
    expect(await signedIn(answer.cookie)).toEqual({ sessionId: expect.stringMatching(/^ses_/), user });
  });

  it("takes fetch headers as well as those of node", async () => {
    const { identity, signIn } = await openInstallation();
    await identity.createUser(ada);

    const { cookie } = await signIn(ada);

    expect(await identity.sessionOf(new Headers({ cookie: `theme=dark; ${cookie}` }))).not.toBeNull();
    expect(await identity.sessionOf({})).toBeNull();
  });

  it("does not care how the e-mail address is spelled", async () => {
    const { identity, signIn } = await openInstallation();
    await identity.createUser({ ...ada, email: "  Ada@Example.COM " });

    const answer = await signIn({ ...ada, email: " ADA@example.com" });

    expect(answer.status).toBe(200);
  });

  it("takes the same password typed on a system that composes accents otherwise", async () => {
    const { identity, signIn } = await openInstallation();
    await identity.createUser({ ...ada, password: "cafés à volonté".normalize("NFC") });

    const answer = await signIn({ ...ada, password: "cafés à volonté".normalize("NFD") });

    expect(answer.status).toBe(200);
  });

  it("answers an unknown address and a wrong password alike", async () => {
    const { identity, signIn } = await openInstallation();
    await identity.createUser(ada);

    const wrong = await signIn({ ...ada, password: "incorrect horse battery" });
    const unknown = await signIn({ ...ada, email: "nobody@example.com" });

    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(unknown.text).toBe(wrong.text);
    expect(wrong.setCookie).toBe("");
  });

  it("refuses a user whose stored hash is damaged", async () => {
    const { identity, database, signIn } = await openInstallation();
    await identity.createUser(ada);
    drizzle(database).update(account).set({ password: "$argon2id$v=19$m=1,t=2" }).run();

    expect((await signIn(ada)).status).toBe(401);
  });

  it("starts a new session whatever cookie came along", async () => {
    const { identity, signIn } = await openInstallation();
    await identity.createUser(ada);
    const first = await signIn(ada);

    const second = await signIn(ada, { cookie: first.cookie });

    expect(second.cookie).not.toBe(first.cookie);
  });
});

describe("the session cookie", () => {
  it("is out of reach of scripts and other sites, for thirty days", async () => {
    const { identity, signIn } = await openInstallation();
    await identity.createUser(ada);

    const { setCookie, headers } = await signIn(ada);

    expect(setCookie).toMatch(/^katkey=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(headers.getSetCookie()).toHaveLength(1);
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("is bound to the host and to https when the origin is https", async () => {
    const { identity, signIn, signedIn } = await openInstallation({ origin: "https://keys.example.com" });
    await identity.createUser(ada);

    const { setCookie, cookie } = await signIn(ada);

    expect(setCookie).toMatch(
      /^__Host-katkey=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(await signedIn(cookie)).not.toBeNull();
  });

  it("is the only place that has the token: not the body, not the database", async () => {
    const { identity, database, signIn } = await openInstallation();
    await identity.createUser(ada);

    const { cookie, text } = await signIn(ada);

    const token = /^katkey=(\w+)\./.exec(cookie)?.[1] ?? "";
    expect(token).toHaveLength(32);
    expect(text).not.toContain(token);
    expect(database.serialize().includes(token)).toBe(false);
    const stored = drizzle(database).select({ token: session.token }).from(session).all();
    expect(stored).toEqual([{ token: hash("sha256", token, "base64url") }]);
  });

  it("opens nothing when a copy of the database is all that one has", async () => {
    const { identity, database, signIn, signedIn } = await openInstallation();
    await identity.createUser(ada);
    const { cookie } = await signIn(ada);
    const [, signature] = cookie.split(".");
    const [stored] = drizzle(database).select({ token: session.token }).from(session).all();

    expect(await signedIn(`katkey=${stored?.token}.${signature}`)).toBeNull();
  });

  it("means nothing with one character changed, wherever", async () => {
    const { identity, signIn, signedIn } = await openInstallation();
    await identity.createUser(ada);
    const { cookie } = await signIn(ada);

    for (let at = "katkey=".length; at < cookie.length - "0=".length; at += 1) {
      // Not just any other letter: the last of the signature carries two bits that mean nothing.
      const other = cookie[at] === "A" ? "Q" : "A";
      expect(await signedIn(cookie.slice(0, at) + other + cookie.slice(at + 1)), `at ${at}`).toBeNull();
    }
  });

  it.each([
    ["nothing", "katkey="],
    ["no signature", "katkey=abcdefghijklmnopqrstuvwxyz012345"],
    ["a broken escape", "katkey=abc.%E0%A4%A"],
    ["4 KB", `katkey=${"x".repeat(4096)}`],
    ["a NUL", "katkey=abc\0.def"],
    ["a line end", "katkey=abc\r\n.def"],
    ["no Latin letters", "katkey=абв"],
    ["another name", "notkatkey=abc.def"],
  ])("means nothing when it holds %s", async (_, cookie) => {
    const { signedIn } = await openInstallation();

    expect(await signedIn(cookie)).toBeNull();
  });

  it("ends after thirty days, not later for being used", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-01-01T00:00:00Z") });
    const { identity, signIn, signedIn } = await openInstallation();
    await identity.createUser(ada);
    const { cookie } = await signIn(ada);

    vi.setSystemTime(new Date("2026-01-30T23:59:59Z"));
    expect(await signedIn(cookie)).not.toBeNull();
    vi.setSystemTime(new Date("2026-01-31T00:00:01Z"));
    expect(await signedIn(cookie)).toBeNull();
    vi.useRealTimers();
  });

  it("ends with its user", async () => {
    const { identity, database, signIn, signedIn } = await openInstallation();
    await identity.createUser(ada);
    const { cookie } = await signIn(ada);

    database.exec("DELETE FROM user");

    expect(await signedIn(cookie)).toBeNull();
    expect(database.prepare("SELECT count(*) AS rows FROM account").get()).toEqual({ rows: 0 });
  });
});

describe("signing out", () => {
  it("kills the cookie on the server, not only in the browser", async () => {
    const { identity, post, signIn, signedIn } = await openInstallation();
    await identity.createUser(ada);
    const { cookie } = await signIn(ada);

    const answer = await post("/sign-out", {}, { cookie });

    expect(answer.status).toBe(200);
    expect(answer.setCookie).toMatch(/^katkey=; Max-Age=0; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await signedIn(cookie)).toBeNull();
  });

  it("is no error when nobody was signed in", async () => {
    const { post } = await openInstallation();

    expect((await post("/sign-out", {})).status).toBe(200);
  });
});

describe("the listeners", () => {
  it("are told who signed in and out, from where and when", async () => {
    const events: unknown[] = [];
    const installation = await openInstallation({
      now: () => 1_700_000_000_000,
      onSignedIn: (event) => void events.push(["in", event]),
      onSignedOut: (event) => void events.push(["out", event]),
    });
    const user = await installation.identity.createUser(ada);

    const { cookie } = await installation.signIn(ada);
    await installation.post("/sign-out", {}, { cookie });
    await installation.post("/sign-out", {}, { cookie });

    const event = { user, address: installation.address, at: 1_700_000_000_000 };
    expect(events).toEqual([
      ["in", event],
      ["out", event],
    ]);
  });

  it("hear of a sign-in before there is a session, and can refuse it", async () => {
    const database = openTestDatabase(":memory:");
    const sessions = () => drizzle(database).select().from(session).all().length;
    let sessionsSeen = -1;
    const { identity, signIn } = await openInstallation({
      database,
      onSignedIn: () => {
        sessionsSeen = sessions();
        throw new Error("The audit log is full.");
      },
    });
    await identity.createUser(ada);

    const answer = await signIn(ada);

    expect(answer.status).toBe(500);
    expect(answer.text).toBe("");
    expect([sessionsSeen, sessions()]).toEqual([0, 0]);
  });

  it("can refuse a sign-out, which then did not happen", async () => {
    const { identity, post, signIn, signedIn } = await openInstallation({
      onSignedOut: () => Promise.reject(new Error("The audit log is full.")),
    });
    await identity.createUser(ada);
    const { cookie } = await signIn(ada);

    const answer = await post("/sign-out", {}, { cookie });

    expect(answer.status).toBe(500);
    expect(answer.setCookie).toBe("");
    expect(await signedIn(cookie)).not.toBeNull();
  });

  it("hear of a failed sign-in where it came from, and not whose it was", async () => {
    const onSignInFailed = vi.fn<(address: string | null) => void>();
    const { identity, address, signIn } = await openInstallation({ onSignInFailed });
    await identity.createUser(ada);

    await signIn({ ...ada, password: "incorrect horse battery" });
    await signIn({ ...ada, email: "nobody@example.com" });
    await signIn(ada);

    expect(onSignInFailed.mock.calls).toEqual([[address], [address]]);
  });

  it("are not called for a wrong password", async () => {
    const onSignedIn = vi.fn<() => void>();
    const { identity, signIn } = await openInstallation({ onSignedIn });
    await identity.createUser(ada);

    await signIn({ ...ada, password: "incorrect horse battery" });

    expect(onSignedIn).not.toHaveBeenCalled();
  });
});

it("stores the whole address and the program of a session, the program cut to 256 characters", async () => {
  const { identity, signIn } = await openInstallation();
  const { id } = await identity.createUser(ada);

  await signIn(ada, { "x-katkey-client-address": "2001:db8::1:2:3:4", "user-agent": "a".repeat(1000) });

  expect(identity.listSessions(id)).toMatchObject([
    { ipAddress: "2001:db8::1:2:3:4", userAgent: "a".repeat(256) },
  ]);
});

it("forgets a user's expired sessions at the next sign-in", async () => {
  const { identity, database, signIn } = await openInstallation();
  await identity.createUser(ada);
  await signIn(ada);
  const [old] = drizzle(database).select().from(session).all();
  drizzle(database)
    .update(session)
    .set({ expiresAt: new Date(0) })
    .run();

  await signIn(ada);

  expect(
    drizzle(database)
      .select()
      .from(session)
      .where(eq(session.id, old?.id ?? ""))
      .all(),
  ).toEqual([]);
});
