import { editApp } from "@katkey/keys";
import * as oauth from "oauth4webapi";
import { describe, expect, it } from "vitest";
import { aBrowser } from "../../testing/oauth/a-browser.ts";
import { aCompany } from "../../testing/oauth/a-company.ts";
import { aPartner, decideOn, tokensFor } from "../../testing/oauth/a-partner.ts";
import { aWorld } from "../../testing/oauth/a-world.ts";
import { aUser } from "../../testing/people.ts";

type World = Awaited<ReturnType<typeof aWorld>>;
type Asking = Parameters<World["partner"]["start"]>[0];

/** What the app is told at its redirect URI, without anybody having been asked. */
async function refusalOf({ partner, browser }: World, asking: Asking) {
  const { url } = await browser.visit((await partner.start(asking)).url);
  // Answers to what asks for tokens go back in the fragment, refusals too.
  const told = url.hash === "" ? url.searchParams : new URLSearchParams(url.hash.slice(1));
  return { url, error: told.get("error"), iss: told.get("iss") };
}

/** What this app is answered that pushes a request. */
async function pushed({ app, ...partner }: World["partner"]) {
  const { searchParams } = new URL((await partner.start()).url);
  const headers: Record<string, string> = app.type === "public" ? {} : { authorization: partner.basic };
  const endpoint = partner.metadata.pushed_authorization_request_endpoint;
  const reply = await partner.post(endpoint, searchParams, headers);
  return { status: reply.status, retryAfter: reply.headers.get("retry-after") };
}

/** Where people are told that the answer goes. */
async function shownHostOf(type: "public" | "confidential", redirectUri: string) {
  const { partner, browser } = await aWorld({ type, redirectUris: [redirectUri] });
  const { url } = await browser.visit((await partner.start()).url);
  const { response } = await browser.ask(`${url.pathname}/details`);
  return ((await response.json()) as { redirectHost: string }).redirectHost;
}

describe("a request to connect", () => {
  it("is refused to the app when it has no code challenge, or a plain one (RFC 9700 §2.1.1)", async () => {
    const world = await aWorld();
    const plain = { code_challenge_method: "plain" };
    const unnamed = { code_challenge_method: undefined };
    const none = { code_challenge: undefined, code_challenge_method: undefined };
    for (const more of [none, plain, unnamed]) {
      const { url, error, iss } = await refusalOf(world, { more });
      expect(url.host).toBe("partner.test");
      expect(error).toBe("invalid_request");
      expect(iss).toBe(`${world.server.origin}/oauth`);
    }
  });

  it("is refused without a challenge to public apps, too", async () => {
    const world = await aWorld({ type: "public" });
    const { error } = await refusalOf(world, { more: { code_challenge: undefined } });
    expect(error).toBe("invalid_request");
  });

  it.each([
    ["https://evil.test/callback"],
    ["https://partner.test/callback/../x"],
    ["https://partner.test/callback?x=1"],
    ["https://partner.test.evil.test/callback"],
    ["https://partner.test/Callback"],
    ["http://partner.test/callback"],
    ["https://partner.test:444/callback"],
    ["javascript:alert(1)"],
  ])(
    "goes nowhere when its redirect URI is %s, which is not registered (RFC 6749 §3.1.2.4)",
    async (redirectUri) => {
      const world = await aWorld();
      const { url, visited } = await world.browser.visit((await world.partner.start({ redirectUri })).url);
      expect(url.origin).toBe(world.server.origin);
      expect(url.pathname + url.search).toBe("/connect/error?code=invalid_redirect_uri");
      for (const { response } of visited) {
        expect(response.headers.get("content-security-policy")).toContain("script-src 'self'");
        expect(await response.text()).not.toContain(redirectUri);
      }
    },
  );

  it("goes nowhere when nobody registered the app, or it names no redirect URI", async () => {
    const world = await aWorld();
    const unknown = await refusalOf(world, { more: { client_id: "app_nobody" } });
    expect(unknown.url.href).toBe(`${world.server.origin}/connect/error?code=invalid_client`);
    const nowhere = await refusalOf(world, { more: { redirect_uri: undefined } });
    expect(nowhere.url.href).toBe(`${world.server.origin}/connect/error?code=invalid_request`);
  });

  it("is answered in JSON where a program asks, without repeating what it sent", async () => {
    const { server, partner } = await aWorld();
    const started = await partner.start({ redirectUri: "https://evil.test/<script>" });
    const reply = await server.send(started.url.slice(server.origin.length));
    expect(reply.status).toBe(400);
    expect(reply.body.error).toBe("invalid_redirect_uri");
    expect(reply.text).not.toContain("evil.test");
  });

  it.each(["token", "id_token", "code token", "none"])(
    "is refused when it asks for %s instead of a code (RFC 9700 §2.1.2)",
    async (type) => {
      const world = await aWorld();
      const { url, error } = await refusalOf(world, { more: { response_type: type } });
      expect(error).toMatch(/^(?:unsupported_response_type|invalid_request)$/);
      expect(url.href).not.toMatch(/access_token|id_token=/);
    },
  );

  it.each(["form_post", "fragment", "web_message", "jwt", "x"])(
    "is refused in the query when the answer is to go back by %s",
    async (mode) => {
      const world = await aWorld();
      const { url, error } = await refusalOf(world, { more: { response_mode: mode } });
      expect(url.host).toBe("partner.test");
      expect(error).toBe("unsupported_response_mode");
    },
  );

  it("is refused when it asks for a scope that the app did not register, or for none", async () => {
    const world = await aWorld();
    expect((await refusalOf(world, { scope: "products:read keys:write" })).error).toBe("invalid_scope");
    expect((await refusalOf(world, { scope: "openid" })).error).toBe("invalid_scope");
    expect((await refusalOf(world, { more: { scope: undefined } })).error).toBe("invalid_scope");
  });

  it("may ask for offline_access by habit", async () => {
    const { partner, browser, customer } = await aWorld();
    const tokens = await tokensFor(partner, browser, customer.id, { scope: "products:read offline_access" });
    expect(tokens.scope).toBe("products:read");
    expect(tokens.refresh_token).toMatch(/^kat_ort_/);
  });

  it.each(["https://api.elsewhere.test", "http://katkey.test/v2", "not a url"])(
    "is refused when its tokens are to be for %s (RFC 8707 §2)",
    async (resource) => {
      const world = await aWorld();
      expect((await refusalOf(world, { more: { resource } })).error).toBe("invalid_target");
    },
  );

  it("is refused with login_required when nobody may be asked and nobody is signed in (OIDC Core §3.1.2.6)", async () => {
    const world = await aWorld();
    const stranger = aBrowser(world.server);
    const { error, iss } = await refusalOf({ ...world, browser: stranger }, { more: { prompt: "none" } });
    expect(error).toBe("login_required");
    expect(iss).toBe(`${world.server.origin}/oauth`);
  });

  it("takes a loopback address with any port from a public app, and from no other (RFC 8252 §7.3)", async () => {
    const loopback = "http://127.0.0.1/callback";
    const app = await aWorld({ type: "public", redirectUris: [loopback] });
    const elsewhere = { redirectUri: "http://127.0.0.1:49152/callback" };
    const started = await app.partner.start(elsewhere);
    const decision = { decision: "connect", organizationId: app.customer.id };
    const callback = await decideOn(app.browser, started, decision);
    expect(callback.host).toBe("127.0.0.1:49152");
    expect((await app.partner.redeem(callback, started)).access_token).toMatch(/^kat_oat_/);

    const site = await aWorld({ redirectUris: [loopback] });
    expect((await refusalOf(site, elsewhere)).url.pathname).toBe("/connect/error");
  });

  it("leads nobody unasked to an app that the operator has not approved, but its owner's own people", async () => {
    const { server, builder, partner, browser } = await aWorld({ approved: false });
    const wrong = (await partner.start({ more: { response_type: "token" } })).url;
    const silent = (await partner.start({ more: { prompt: "none" } })).url;
    const told = async (who: typeof browser, url: string) => (await who.visit(url)).url.href;
    for (const who of [aBrowser(server), browser]) {
      expect(await told(who, wrong)).toMatch(/^http:\/\/katkey\.test\/connect\/error\?code=/);
      expect(await told(who, silent)).toMatch(/^http:\/\/katkey\.test\/connect\/error\?code=/);
    }
    const { body, headers } = await server.send(wrong.slice(server.origin.length));
    expect(body.error).toBe("invalid_request");
    expect(headers.location).toBeUndefined();
    expect(await told(aBrowser(server, builder.owner.cookie), wrong)).toMatch(/^https:\/\/partner\.test/);
  });

  it("tells strangers what an app says of itself once the operator has looked at it", async () => {
    const said = { name: "Shop Sync", homepage: "https://partner.test" };
    for (const approved of [true, false]) {
      const { server, builder, partner, browser } = await aWorld({ approved });
      const appFor = async (who: typeof browser) => {
        const { url } = await who.visit((await partner.start()).url);
        const { response } = await who.ask(`${url.pathname}/details`);
        return ((await response.json()) as { app: object }).app;
      };
      const told = approved ? said : { ...said, homepage: null };
      expect(await appFor(browser)).toMatchObject(told);
      expect(await appFor(aBrowser(server))).toMatchObject(told);
      expect(await appFor(aBrowser(server, builder.owner.cookie))).toMatchObject(said);
    }
  });

  it("can be pushed beforehand, and is opened once (RFC 9126)", async () => {
    const { partner, browser, customer, server } = await aWorld();
    const started = await partner.start();
    const parameters = new URL(started.url).searchParams;
    const pushed = await oauth.pushedAuthorizationRequest(
      partner.metadata,
      partner.client,
      partner.authentication,
      parameters,
      partner.options,
    );
    const { request_uri } = await oauth.processPushedAuthorizationResponse(
      partner.metadata,
      partner.client,
      pushed,
    );
    const url = `${server.origin}/oauth/authorize?client_id=${partner.app.id}&request_uri=${encodeURIComponent(request_uri)}`;
    const callback = await decideOn(browser, { url }, { decision: "connect", organizationId: customer.id });
    expect((await partner.redeem(callback, started)).access_token).toMatch(/^kat_oat_/);
    expect((await browser.visit(url)).url.href).toContain("invalid_request_uri");
  });

  it("is not taken from whoever asks too often", async () => {
    const world = await aWorld({}, { failuresPerMinute: 3 });
    const { url } = await world.partner.start();
    const stranger = aBrowser(world.server);
    const statuses = [];
    for (let attempt = 0; attempt < 4; attempt += 1) statuses.push((await stranger.ask(url)).response.status);
    expect(statuses).toEqual([303, 303, 303, 429]);
  });

  it.each(["public", "confidential"] as const)(
    "is not taken from whoever pushes too many in the name of a %s app, and still from another that proves itself",
    async (type) => {
      const { server, builder, partner } = await aWorld({ type }, { failuresPerMinute: 3 });
      for (let i = 0; i < 3; i += 1) expect(await pushed(partner)).toMatchObject({ status: 201 });
      const { status, retryAfter } = await pushed(partner);
      expect(status).toBe(429);
      expect(Number(retryAfter)).toBeGreaterThan(0);
      expect(await pushed(await aPartner(server, builder))).toMatchObject({ status: 201 });
      server.clock.advance(60_000);
      expect(await pushed(partner)).toMatchObject({ status: 201 });
    },
  );

  it("says where the answer goes: to a host, or to whichever app on the device has taken a scheme", async () => {
    expect(await shownHostOf("confidential", "https://partner.test:8443/callback")).toBe("partner.test:8443");
    expect(await shownHostOf("public", "com.example.app:/callback")).toBe("com.example.app:");
    expect(await shownHostOf("public", "com.example.app://bank.example/callback")).toBe("com.example.app:");
  });
});

describe("what somebody answers", () => {
  it("reaches the app with its state and our name: a code (RFC 9207 §2)", async () => {
    const { partner, browser, customer } = await aWorld();
    const started = await partner.start();
    const decision = { decision: "connect", organizationId: customer.id };
    const callback = await decideOn(browser, started, decision);
    expect(partner.validate(callback, started).get("code")).not.toBeNull();
  });

  it("reaches the app with its state and our name: a refusal (RFC 6749 §4.1.2.1)", async () => {
    const { partner, browser } = await aWorld();
    const started = await partner.start();
    const callback = await decideOn(browser, started, { decision: "refuse" });
    expect(() => partner.validate(callback, started)).toThrow(oauth.AuthorizationResponseError);
    expect(callback.searchParams.get("error")).toBe("access_denied");
    expect(callback.searchParams.get("state")).toBe(started.state);
    expect(callback.searchParams.get("iss")).toBe(partner.metadata.issuer);
  });

  it("is about the organization that they were shown, whichever another tab is at", async () => {
    const { server, partner, browser, customer } = await aWorld();
    const other = await aCompany(server, customer.owner);
    const asked = await browser.visit((await partner.start()).url);
    const { response } = await browser.ask(`${asked.url.pathname}/details`);
    const details = (await response.json()) as { organizations: readonly { id: string }[] };
    expect(new Set(details.organizations.map(({ id }) => id))).toEqual(new Set([customer.id, other.id]));

    const first = await tokensFor(partner, browser, customer.id);
    const second = await tokensFor(partner, browser, other.id);
    expect(await partner.introspect(first.access_token)).toMatchObject({ organization: customer.id });
    expect(await partner.introspect(second.access_token)).toMatchObject({ organization: other.id });
  });

  it("is refused for an organization that they do not belong to, or may not decide for", async () => {
    const { server, builder, partner, customer } = await aWorld();
    const member = await customer.join("member");
    const asked = aBrowser(server, member.cookie);
    const { url } = await asked.visit((await partner.start()).url);
    for (const organizationId of [builder.id, customer.id, "org_nobody"]) {
      const body = { decision: "connect", organizationId };
      const { response } = await asked.ask(`${url.pathname}/decision`, { method: "POST", body });
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ code: "role_not_allowed" });
    }
  });

  it("is refused for an app that is not offered to them, or disabled", async () => {
    const { partner, browser, customer } = await aWorld({ approved: false });
    const { url } = await browser.visit((await partner.start()).url);
    const body = { decision: "connect", organizationId: customer.id };
    const { response } = await browser.ask(`${url.pathname}/decision`, { method: "POST", body });
    expect(await response.json()).toMatchObject({ code: "app_not_offered", status: 403 });
  });

  it("is only a refusal for an app that was approved and changed since, which leads back; what is connected goes on", async () => {
    const { server, builder, partner, browser, customer } = await aWorld();
    const { refresh_token } = await tokensFor(partner, browser, customer.id, { scope: "products:read" });
    const patch = { description: "Now with more." };
    await editApp(server.services.desk, builder.act(), { appId: partner.app.id, patch });
    const { url } = await browser.visit((await partner.start()).url);
    const details = await browser.ask(`${url.pathname}/details`);
    expect(await details.response.json()).toMatchObject({
      app: { name: "Shop Sync", description: null },
      organizations: [{ id: customer.id, obstacle: "app_awaits_approval" }],
    });
    const decide = async (body: object) => {
      const { response } = await browser.ask(`${url.pathname}/decision`, { method: "POST", body });
      return (await response.json()) as { code?: string; redirectTo?: string };
    };
    const connected = await decide({ decision: "connect", organizationId: customer.id });
    expect(connected.code).toBe("app_not_offered");
    const { redirectTo = "" } = await decide({ decision: "refuse" });
    const back = (await browser.visit(redirectTo)).url;
    expect([back.host, back.searchParams.get("error")]).toEqual(["partner.test", "access_denied"]);

    const silent = await partner.start({ more: { prompt: "none" } });
    const told = (await browser.visit(silent.url)).url;
    expect(told.href).toBe(`${server.origin}/connect/error?code=consent_required`);
    const given = { scope: "products:read" };
    const known = await partner.start({ ...given, organizationId: customer.id, more: { prompt: "none" } });
    expect((await browser.visit(known.url)).url.searchParams.has("code")).toBe(true);
    // Who comes back to an app that was connected is not sent away, and gives nothing new.
    expect((await tokensFor(partner, browser, customer.id, given)).scope).toBe("products:read");
    const asked = await browser.visit((await partner.start(given)).url);
    const { response } = await browser.ask(`${asked.url.pathname}/details`);
    expect(await response.json()).toMatchObject({ organizations: [{ obstacle: null }] });
    expect((await partner.refresh(refresh_token)).access_token).toMatch(/^kat_oat_/);
  });

  it("is refused from pages of others, and as anything but JSON", async () => {
    const { partner, browser, customer } = await aWorld();
    const { url } = await browser.visit((await partner.start()).url);
    const address = `${url.pathname}/decision`;
    const body = { decision: "connect", organizationId: customer.id };
    const foreign = [
      { origin: "https://evil.test" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ];
    for (const headers of foreign) {
      const { response } = await browser.ask(address, { method: "POST", body, headers });
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ code: "origin_not_allowed" });
    }
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const form = await browser.ask(address, { method: "POST", body, headers });
    expect(form.response.status).toBe(415);
  });

  it("is refused when the request is over, was another browser's, or never was", async () => {
    const { server, partner, browser, customer } = await aWorld();
    const started = await partner.start();
    const asked = await browser.visit(started.url);
    const address = `${asked.url.pathname}/decision`;
    const body = { decision: "connect", organizationId: customer.id };
    const other = aBrowser(server, customer.owner.cookie);
    const stolen = await other.ask(address, { method: "POST", body });
    expect(await stolen.response.json()).toMatchObject({ code: "connect_request_over", status: 410 });

    const { response } = await browser.ask(address, { method: "POST", body });
    await browser.visit(((await response.json()) as { redirectTo: string }).redirectTo);
    const again = await browser.ask(address, { method: "POST", body });
    expect(again.response.status).toBe(410);
    const madeUp = await browser.ask("/connect/made-up/decision", { method: "POST", body });
    expect(madeUp.response.status).toBe(410);
    const late = await browser.visit((await partner.start()).url);
    server.clock.advance(15 * 60_000);
    const expired = await browser.ask(`${late.url.pathname}/decision`, { method: "POST", body });
    expect(expired.response.status).toBe(410);
  });

  it("needs somebody who is signed in, and goes on once they are", async () => {
    const { server, partner, customer } = await aWorld();
    const browser = aBrowser(server);
    const started = await partner.start();
    const asked = await browser.visit(started.url);
    const details = await browser.ask(`${asked.url.pathname}/details`);
    expect(await details.response.json()).toMatchObject({ waitsFor: "login", user: null, organizations: [] });
    const address = `${asked.url.pathname}/decision`;
    const nobody = await browser.ask(address, { method: "POST", body: { decision: "signed_in" } });
    expect(await nobody.response.json()).toMatchObject({ code: "sign_in_required", status: 401 });

    browser.use(customer.owner.cookie);
    const { response } = await browser.ask(address, { method: "POST", body: { decision: "signed_in" } });
    const { redirectTo } = (await response.json()) as { redirectTo: string };
    const next = await browser.visit(redirectTo);
    const decision = { decision: "connect", organizationId: customer.id };
    const decided = await browser.ask(`${next.url.pathname}/decision`, { method: "POST", body: decision });
    const { url } = await browser.visit(
      ((await decided.response.json()) as { redirectTo: string }).redirectTo,
    );
    expect((await partner.redeem(url, started)).access_token).toMatch(/^kat_oat_/);
  });

  it("is asked of the next user of the same browser anew, who inherits nothing", async () => {
    const { server, partner, browser, customer } = await aWorld();
    await tokensFor(partner, browser, customer.id);
    const next = await aCompany(server);
    browser.use(next.owner.cookie);

    const silent = await partner.start({ organizationId: customer.id, more: { prompt: "none" } });
    expect((await browser.visit(silent.url)).url.searchParams.get("error")).toBe("login_required");

    const asked = await browser.visit((await partner.start({ organizationId: customer.id })).url);
    const { response } = await browser.ask(`${asked.url.pathname}/details`);
    expect(await response.json()).toMatchObject({ waitsFor: "consent", user: { email: next.owner.email } });
    for (const { response } of asked.visited) expect(await response.text()).not.toMatch(/<form/);
    const tokens = await tokensFor(partner, browser, next.id);
    expect(await partner.introspect(tokens.access_token)).toMatchObject({
      sub: next.owner.id,
      organization: next.id,
    });
  });

  it("is refused when somebody else has signed in since it was asked", async () => {
    const { server, partner, browser, customer } = await aWorld();
    const { url } = await browser.visit((await partner.start()).url);
    browser.use((await aUser(server)).cookie);
    const body = { decision: "connect", organizationId: customer.id };
    const { response } = await browser.ask(`${url.pathname}/decision`, { method: "POST", body });
    expect(await response.json()).toMatchObject({ code: "signed_in_as_another", status: 409 });
  });

  it("goes on as somebody else who says so, and is asked anew what they may give", async () => {
    const { server, partner, browser, customer } = await aWorld();
    const started = await partner.start();
    const { url } = await browser.visit(started.url);
    const another = await aUser(server);
    browser.use(another.cookie);
    const body = { decision: "signed_in" };
    const { response } = await browser.ask(`${url.pathname}/decision`, { method: "POST", body });
    const next = await browser.visit(((await response.json()) as { redirectTo: string }).redirectTo);
    expect(next.url.pathname).not.toBe(url.pathname);
    const details = await browser.ask(`${next.url.pathname}/details`);
    expect(await details.response.json()).toMatchObject({
      waitsFor: "consent",
      isForUser: true,
      user: { email: another.email },
      organizations: [],
    });
    const decision = { decision: "connect", organizationId: customer.id };
    const refused = await browser.ask(`${next.url.pathname}/decision`, { method: "POST", body: decision });
    expect(await refused.response.json()).toMatchObject({ code: "role_not_allowed" });
  });

  it("is not what somebody had begun who signed out before they came back", async () => {
    const { server, partner, browser, customer } = await aWorld();
    await tokensFor(partner, browser, customer.id);
    const shared = aBrowser(server);
    const asked = await shared.visit((await partner.start({ organizationId: customer.id })).url);
    shared.use(customer.owner.cookie);
    const body = { decision: "signed_in" };
    const { response } = await shared.ask(`${asked.url.pathname}/decision`, { method: "POST", body });
    const { redirectTo } = (await response.json()) as { redirectTo: string };
    const next = await aUser(server);
    shared.use(next.cookie);
    const { url } = await shared.visit(redirectTo);
    expect(url.origin).toBe(server.origin);
    const details = await shared.ask(`${url.pathname}/details`);
    expect(await details.response.json()).toMatchObject({ user: { email: next.email }, isForUser: true });
  });

  it("goes on in a tab that was opened before somebody else had signed in, in another, and left", async () => {
    const { server, partner, customer } = await aWorld();
    const browser = aBrowser(server);
    const started = await partner.start();
    const old = await browser.visit(started.url);
    const another = await browser.visit((await partner.start()).url);
    browser.use((await aUser(server)).cookie);
    await browser.visit(another.url.href);
    browser.use(customer.owner.cookie);
    const asked = await browser.visit(old.url.href);
    for (const { response } of asked.visited) expect(await response.text()).not.toMatch(/<form/);
    const body = { decision: "connect", organizationId: customer.id };
    const { response } = await browser.ask(`${asked.url.pathname}/decision`, { method: "POST", body });
    const { redirectTo } = (await response.json()) as { redirectTo: string };
    const { url } = await browser.visit(redirectTo);
    const { access_token } = await partner.redeem(url, started);
    expect(await partner.introspect(access_token)).toMatchObject({ sub: customer.owner.id });
  });

  it.each(["connect", "refuse"])(
    "goes nowhere when the app's owner has taken the address back before they %s",
    async (decision) => {
      const kept = "https://partner.test/another";
      const world = await aWorld({ redirectUris: ["https://partner.test/callback", kept] });
      const { server, builder, partner, browser, customer } = world;
      const asked = await browser.visit((await partner.start()).url);
      const patch = { redirectUris: [kept] };
      await editApp(server.services.desk, builder.act(), { appId: partner.app.id, patch });
      const body = { decision, ...(decision === "connect" && { organizationId: customer.id }) };
      const { response } = await browser.ask(`${asked.url.pathname}/decision`, { method: "POST", body });
      const { redirectTo } = (await response.json()) as { redirectTo: string };
      const { url } = await browser.visit(redirectTo);
      expect(url.href).toBe(`${server.origin}/connect/error?code=invalid_redirect_uri`);
    },
  );

  it.each([
    ["connect", "refuse"],
    ["refuse", "connect"],
    ["connect", "connect"],
  ])(
    "is the first of two that come together, %s and %s: of the other nothing is done, and it is told so",
    async (...both) => {
      const { server, partner, browser, customer } = await aWorld();
      const { url } = await browser.visit((await partner.start()).url);
      const answers = await Promise.all(
        both.map(async (decision) => {
          const body = { decision, ...(decision === "connect" && { organizationId: customer.id }) };
          const { response } = await browser.ask(`${url.pathname}/decision`, { method: "POST", body });
          return {
            decision,
            status: response.status,
            told: (await response.json()) as Record<string, string>,
          };
        }),
      );
      const [won] = answers.filter(({ status }) => status === 200);
      const [lost] = answers.filter(({ status }) => status !== 200);
      expect(lost).toMatchObject({ status: 410, told: { code: "connect_request_over" } });
      const isConnected = won?.decision === "connect";
      const end = await browser.visit(won?.told["redirectTo"] ?? "");
      expect(await server.services.desk.grants.list(customer.id)).toHaveLength(isConnected ? 1 : 0);
      expect(end.url.searchParams.has("code")).toBe(isConnected);
      expect(end.url.searchParams.get("error")).toBe(isConnected ? null : "access_denied");
    },
  );

  it("can be another one after a refusal of ours, which answers nothing", async () => {
    const { builder, partner, browser, customer } = await aWorld();
    const started = await partner.start();
    const { url } = await browser.visit(started.url);
    const decide = async (organizationId: string) => {
      const body = { decision: "connect", organizationId };
      const { response } = await browser.ask(`${url.pathname}/decision`, { method: "POST", body });
      return { status: response.status, told: (await response.json()) as Record<string, string> };
    };
    expect((await decide(builder.id)).status).toBe(403);
    const { told } = await decide(customer.id);
    const { url: callback } = await browser.visit(told["redirectTo"] ?? "");
    expect((await partner.redeem(callback, started)).access_token).toMatch(/^kat_oat_/);
  });

  it("is not asked for again where the app names an organization that is connected", async () => {
    const { partner, browser, customer } = await aWorld();
    await tokensFor(partner, browser, customer.id);
    const started = await partner.start({ organizationId: customer.id, more: { prompt: "none" } });
    const { url } = await browser.visit(started.url);
    expect((await partner.redeem(url, started)).access_token).toMatch(/^kat_oat_/);

    const unnamed = await partner.start({ more: { prompt: "none" } });
    expect((await browser.visit(unnamed.url)).url.searchParams.get("error")).toBe("consent_required");
  });

  it("passes only pages with the policy of this house", async () => {
    const { partner, browser, customer } = await aWorld();
    const started = await partner.start();
    const asked = await browser.visit(started.url);
    const body = { decision: "connect", organizationId: customer.id };
    const { response } = await browser.ask(`${asked.url.pathname}/decision`, { method: "POST", body });
    const end = await browser.visit(((await response.clone().json()) as { redirectTo: string }).redirectTo);
    for (const { headers } of [...asked.visited, ...end.visited].map((one) => one.response)) {
      expect(headers.get("content-security-policy")).toMatch(
        /script-src 'self'.*form-action 'self'.*frame-ancestors 'none'/,
      );
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("cache-control")).toContain("no-store");
    }
  });
});
