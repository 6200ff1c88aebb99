import { rotateAppSecret } from "@katkey/keys";
import * as oauth from "oauth4webapi";
import { expect, it } from "vitest";
import { decideOn, tokensFor } from "../../testing/oauth/a-partner.ts";
import { aWorld } from "../../testing/oauth/a-world.ts";

type World = Awaited<ReturnType<typeof aWorld>>;

function dumpOf({ server }: World): string {
  return server.database.serialize().toString("latin1");
}

function rowsOf({ server }: World): number {
  return server.database.prepare<[], number>("select count(*) from oauth_artifact").pluck().get() ?? 0;
}

it("keeps nothing in the database that anybody could use: no token, code, secret, session or request (RFC 9700)", async () => {
  const world = await aWorld();
  const { server, builder, partner, browser, customer } = world;
  const waiting = await browser.visit((await partner.start()).url);
  const pushed = await oauth.processPushedAuthorizationResponse(
    partner.metadata,
    partner.client,
    await oauth.pushedAuthorizationRequest(
      partner.metadata,
      partner.client,
      partner.authentication,
      new URL((await partner.start()).url).searchParams,
      partner.options,
    ),
  );
  const requestUri = `${server.origin}/oauth/authorize?client_id=${partner.app.id}&request_uri=${encodeURIComponent(pushed.request_uri)}`;
  const opened = await browser.visit(requestUri);
  const unredeemed = await decideOn(browser, await partner.start(), {
    decision: "connect",
    organizationId: customer.id,
  });
  const used = await tokensFor(partner, browser, customer.id);
  const next = await partner.refresh(used.refresh_token);
  const own = await partner.ownToken({ resource: `${server.origin}/v1/organizations/${customer.id}` });
  const rotated = await rotateAppSecret(server.services.desk, builder.act(), {
    appId: partner.app.id,
    overlapSeconds: 60,
  });

  const issued = {
    "a secret": partner.secret,
    "a new secret": rotated.secret,
    "a code": unredeemed.searchParams.get("code"),
    "an access token": used.access_token,
    "a later access token": next.access_token,
    "a used refresh token": used.refresh_token,
    "a refresh token": next.refresh_token,
    "an app's own token": own.access_token,
    "a request that waits": waiting.url.pathname.split("/")[2],
    "a pushed request": pushed.request_uri.split(":").at(-1),
    "a pushed request that was opened": opened.url.pathname.split("/")[2],
    ...Object.fromEntries(
      browser.cookies().map(({ name, path, value }) => [`cookie ${name} of ${path}`, value]),
    ),
  };
  const dump = dumpOf(world);
  expect(dump).toContain(partner.app.id);
  for (const [what, value] of Object.entries(issued)) {
    expect(value?.length, what).toBeGreaterThan(20);
    // Of a token the public part is kept, by which it is found.
    const secret = value?.startsWith("kat_") ? (value?.split(".")[1] ?? "") : (value ?? "");
    expect(dump.includes(secret), what).toBe(false);
  }
});

it("refuses what has expired before it is swept, and sweeps it a little at a time", async () => {
  const world = await aWorld();
  const { server, partner, browser, customer } = world;
  const tokens = await tokensFor(partner, browser, customer.id);
  const { oauth, clock } = server.services;
  expect(await oauth.sweep(clock.now())).toBe(0);
  server.clock.advance(60 * 60_000);
  expect(await partner.introspect(tokens.access_token)).toEqual({ active: false });
  const before = rowsOf(world);
  const swept = await oauth.sweep(clock.now());
  expect(swept).toBeGreaterThan(0);
  expect(rowsOf(world)).toBe(before - swept);
  expect((await partner.refresh(tokens.refresh_token)).access_token).toMatch(/^kat_oat_/);

  server.clock.advance(31 * 24 * 60 * 60_000);
  await oauth.sweep(clock.now());
  expect(rowsOf(world)).toBe(0);
});

it("answers what goes wrong on our side with the policy of this house, and without a word about it", async () => {
  const world = await aWorld();
  const { server, partner, browser } = world;
  for (const model of ["Session", "Interaction"]) {
    server.database.exec(`
      create trigger fault_${model} before insert on oauth_artifact when new.model = '${model}'
      begin select raise(abort, 'the disk is on fire'); end`);
    const { response, url, visited } = await browser.visit((await partner.start()).url);
    server.database.exec(`drop trigger fault_${model}`);
    const told = `${url.href} ${(await response?.text()) ?? ""}`;
    expect(told).toContain("server_error");
    expect(told).not.toContain("fire");
    for (const { headers } of visited.map((one) => one.response)) {
      expect(headers.get("content-security-policy")).toContain("script-src 'self'");
    }
    expect(server.logs()).toContain("the disk is on fire");
  }
});

it("sends its cookies over https alone where there is https, and to this host alone", async () => {
  const world = await aWorld({}, { origin: "https://keys.example.com" });
  const { visited } = await world.browser.visit((await world.partner.start()).url);
  const cookies = visited
    .flatMap(({ response }) => response.headers.getSetCookie())
    .filter((one) => !/^[^=]+=;/.test(one));
  expect(cookies.length).toBeGreaterThan(3);
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__(?:Host|Secure)-katkey-/);
    expect(cookie).toMatch(/; secure/i);
    expect(cookie).toMatch(/; httponly/i);
    expect(cookie).toMatch(/; samesite=lax/i);
    expect(cookie).not.toMatch(/domain=/i);
  }
});
