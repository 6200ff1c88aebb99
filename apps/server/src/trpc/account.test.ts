import { createHmac } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { anOrganization, type TestOrganization } from "../../testing/people.ts";
import { openServer, type TestServer } from "../../testing/server.ts";

const password = "correct horse battery staple";

let server: TestServer;
let acme: TestOrganization;

beforeAll(async () => {
  server = await openServer();
  acme = await anOrganization(server);
});
afterAll(() => server.close());

// better-auth has the time of day from the process; everything else has the server's clock.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: server.clock.now() });
});
afterEach(() => {
  vi.useRealTimers();
});

const call = (procedure: string, input: object, cookie: string) =>
  server.send(`/trpc/${procedure}`, { method: "POST", headers: { cookie }, body: input });

let addresses = 0;
const auth = (route: string, body: object, cookie = "") =>
  server.send(`/auth${route}`, {
    method: "POST",
    headers: { cookie, origin: server.origin, "x-forwarded-for": `203.0.113.${(addresses += 1)}` },
    body,
  });

/** What the authenticator app of an `otpauth:` address shows. */
function codeShownBy(uri: string): string {
  const letters = [...(new URL(uri).searchParams.get("secret") ?? "")];
  const bits = letters.map((letter) =>
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"),
  );
  const secret = Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac("sha1", secret).update(counter).digest();
  return String((mac.readUInt32BE((mac[19] ?? 0) & 0xf) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

const jarOf = ({ headers }: { readonly headers: { readonly "set-cookie"?: string[] | undefined } }) =>
  (headers["set-cookie"] ?? []).map((header) => header.split(";", 1)[0]).join("; ");

const actionsOf = async (label: string) => {
  const { items } = await server.services.audit.list(acme.id, { limit: 20 });
  return items.filter(({ object }) => object.label === label).map(({ action }) => action);
};

async function turnOn(cookie: string) {
  const begun = await auth("/two-factor/enable", { password }, cookie);
  const confirmed = await auth("/two-factor/confirm", { code: codeShownBy(begun.body.uri) }, cookie);
  expect(confirmed.status).toBe(200);
  return { uri: begun.body.uri as string, cookie: jarOf(confirmed) };
}

describe("two-factor", () => {
  it("is in the audit log of the organization, is seen by its owners and admins, and by nobody else", async () => {
    const { owner, admin, member, viewer } = acme.members;
    const { cookie } = await turnOn(member.cookie);
    expect((await actionsOf(member.email))[0]).toBe("member.two_factor_turned_on");

    const seenBy = async (session: string) => {
      const { body } = await call("members.list", { organizationId: acme.id }, session);
      const members = body.result.data as { email: string; twoFactor: boolean | null }[];
      return new Map(members.map(({ email, twoFactor }) => [email, twoFactor]));
    };
    for (const manager of [owner, admin]) {
      const seen = await seenBy(manager.cookie);
      expect(seen.get(member.email)).toBe(true);
      expect(seen.get(viewer.email)).toBe(false);
    }
    for (const session of [cookie, viewer.cookie]) {
      expect(new Set((await seenBy(session)).values())).toEqual(new Set([null]));
    }

    const means = await call("account.signInMeans", {}, cookie);
    expect(means.body.result.data).toEqual({
      twoFactor: { isOn: true, recoveryCodesLeft: 10 },
      passkeys: [],
    });
    const others = await call("account.signInMeans", {}, viewer.cookie);
    expect(others.body.result.data.twoFactor.isOn).toBe(false);

    expect((await auth("/two-factor/disable", { password }, cookie)).status).toBe(200);
    expect((await actionsOf(member.email))[0]).toBe("member.two_factor_turned_off");
  });

  it("half way gives no session: no procedure answers, and nothing is recorded as a sign-in", async () => {
    const { email, cookie } = acme.members.viewer;
    const { uri } = await turnOn(cookie);
    const before = await actionsOf(email);

    const half = await auth("/sign-in/email", { email, password });
    expect(half.body).toEqual({ secondStep: "code" });
    expect((await call("session.list", {}, jarOf(half))).status).toBe(401);
    expect((await call("session.me", {}, jarOf(half))).body.result.data).toBeNull();
    expect(await actionsOf(email)).toEqual(before);

    vi.setSystemTime(Date.now() + 60_000);
    server.clock.advance(60_000);
    const whole = await auth("/two-factor/verify-totp", { code: codeShownBy(uri) }, jarOf(half));
    expect(whole.status).toBe(200);
    expect((await call("session.list", {}, jarOf(whole))).status).toBe(200);
    expect(await actionsOf(email)).toEqual(["member.signed_in", ...before]);
  });
});
