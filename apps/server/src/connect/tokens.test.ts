import {
  changeRole,
  disableApp,
  removeMember,
  rotateAppSecret,
  suspend,
  type OperatorActor,
} from "@katkey/keys";
import * as oauth from "oauth4webapi";
import * as openid from "openid-client";
import { describe, expect, it } from "vitest";
import { aBrowser } from "../../testing/oauth/a-browser.ts";
import { aCompany } from "../../testing/oauth/a-company.ts";
import { aPartner, decideOn, optionsFor, tokensFor } from "../../testing/oauth/a-partner.ts";
import { aWorld } from "../../testing/oauth/a-world.ts";

type World = Awaited<ReturnType<typeof aWorld>>;

/** A code that nobody has redeemed yet, and what goes with it. */
async function aCode({ partner, browser, customer }: World) {
  const started = await partner.start();
  const callback = await decideOn(browser, started, { decision: "connect", organizationId: customer.id });
  const code = callback.searchParams.get("code") ?? "";
  const { verifier, redirectUri } = started;
  return {
    started,
    callback,
    code,
    form: { grant_type: "authorization_code", code, redirect_uri: redirectUri, code_verifier: verifier },
  };
}

/** What is posted as it is to the token endpoint, and the answer. */
async function ask(
  { partner }: World,
  form: Record<string, string> | string,
  headers: Record<string, string> = {},
) {
  const body = typeof form === "string" ? form : new URLSearchParams(form).toString();
  const response = await partner.post(partner.metadata.token_endpoint, body, {
    "content-type": "application/x-www-form-urlencoded",
    authorization: partner.basic,
    ...headers,
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const refusal = (error: string, status = 400) => ({ status, body: { error } });

describe("a code", () => {
  it.each([
    ["confidential", "basic"],
    ["confidential", "post"],
    ["public", "basic"],
  ] as const)("gives a %s app tokens, by %s (RFC 6749 §4.1, RFC 7636)", async (type, auth) => {
    const { partner, browser, customer } = await aWorld({ type, auth });
    const tokens = await tokensFor(partner, browser, customer.id);
    expect(tokens).toMatchObject({
      token_type: "bearer",
      expires_in: 3600,
      scope: "products:read products:write",
    });
    expect(tokens.access_token).toMatch(/^kat_oat_[0-9A-Za-z]{16}\.[0-9A-Za-z]{49}$/);
    expect(tokens.refresh_token).toMatch(/^kat_ort_[0-9A-Za-z]{16}\.[0-9A-Za-z]{49}$/);
    expect(tokens.id_token).toBeUndefined();
  });

  it("gives openid-client tokens, from finding us to giving them back", async () => {
    const { server, partner, browser, customer } = await aWorld();
    const execute = [openid.allowInsecureRequests];
    const fetching = optionsFor(server)[oauth.customFetch];
    const issuer = new URL(partner.metadata.issuer);
    const known = openid.ClientSecretBasic(partner.secret ?? "");
    const options = { algorithm: "oauth2", execute, [openid.customFetch]: fetching } as const;
    const config = await openid.discovery(issuer, partner.app.id, {}, known, options);
    const pkceCodeVerifier = openid.randomPKCECodeVerifier();
    const expectedState = openid.randomState();
    const url = openid.buildAuthorizationUrl(config, {
      redirect_uri: partner.redirectUri,
      scope: "products:read",
      state: expectedState,
      code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: "S256",
    });
    const decision = { decision: "connect", organizationId: customer.id };
    const callback = await decideOn(browser, { url: url.href }, decision);
    const tokens = await openid.authorizationCodeGrant(config, callback, { pkceCodeVerifier, expectedState });
    const next = await openid.refreshTokenGrant(config, tokens.refresh_token ?? "");
    expect(await openid.tokenIntrospection(config, next.access_token)).toMatchObject({ active: true });
    await openid.tokenRevocation(config, next.access_token);
    expect(await openid.tokenIntrospection(config, next.access_token)).toEqual({ active: false });
  });

  it("gives nothing without the verifier of its challenge (RFC 7636 §4.6)", async () => {
    const world = await aWorld();
    const { form } = await aCode(world);
    const { code_verifier: _, ...without } = form;
    expect(await ask(world, { ...form, code_verifier: oauth.generateRandomCodeVerifier() })).toMatchObject(
      refusal("invalid_grant"),
    );
    expect(await ask(world, without)).toMatchObject(refusal("invalid_grant"));
    expect(await ask(world, form)).toMatchObject({ status: 200 });
  });

  it("gives nothing for another redirect URI, or for none (RFC 6749 §4.1.3)", async () => {
    const world = await aWorld({ redirectUris: ["https://partner.test/a", "https://partner.test/b"] });
    const { form } = await aCode(world);
    const { redirect_uri: _, ...without } = form;
    expect(await ask(world, { ...form, redirect_uri: "https://partner.test/b" })).toMatchObject(
      refusal("invalid_grant"),
    );
    expect(await ask(world, without)).toMatchObject(refusal("invalid_request"));
  });

  it("gives another app nothing (RFC 6749 §4.1.3)", async () => {
    const world = await aWorld();
    const { form } = await aCode(world);
    const other = await aPartner(world.server, world.builder);
    expect(await ask(world, form, { authorization: other.basic })).toMatchObject(refusal("invalid_grant"));
    expect(await ask(world, form)).toMatchObject({ status: 200 });
  });

  it("gives nothing twice, and takes back what it gave (RFC 6749 §4.1.2)", async () => {
    const world = await aWorld();
    const { form } = await aCode(world);
    const { body } = await ask(world, form);
    expect(await ask(world, form)).toMatchObject(refusal("invalid_grant"));
    expect(await world.partner.introspect(body.access_token)).toEqual({ active: false });
    expect(
      await ask(world, { grant_type: "refresh_token", refresh_token: body.refresh_token }),
    ).toMatchObject(refusal("invalid_grant"));
  });

  it("gives nothing after a minute", async () => {
    const world = await aWorld();
    const { form } = await aCode(world);
    world.server.clock.advance(60_000);
    expect(await ask(world, form)).toMatchObject(refusal("invalid_grant"));
  });

  it("tells caches to keep nothing of its answer (RFC 6749 §5.1)", async () => {
    const world = await aWorld();
    const { headers } = await ask(world, (await aCode(world)).form);
    expect(headers.get("cache-control")).toBe("no-store");
  });
});

describe("the token endpoint", () => {
  it("answers a wrong secret with a challenge (RFC 6749 §5.2)", async () => {
    const world = await aWorld();
    const authorization = `Basic ${Buffer.from(`${world.partner.app.id}:wrong`).toString("base64")}`;
    const { status, headers, body } = await ask(world, (await aCode(world)).form, { authorization });
    expect(status).toBe(401);
    expect(headers.get("www-authenticate")).toMatch(/^Basic realm=/);
    expect(body.error).toBe("invalid_client");
  });

  it("slows down whoever guesses secrets", async () => {
    const world = await aWorld({}, { failuresPerMinute: 3 });
    const authorization = `Basic ${Buffer.from(`${world.partner.app.id}:wrong`).toString("base64")}`;
    const statuses = [];
    for (let attempt = 0; attempt < 4; attempt += 1) {
      statuses.push((await ask(world, { grant_type: "refresh_token" }, { authorization })).status);
    }
    expect(statuses).toEqual([401, 401, 401, 429]);
  });

  it("knows a rotated secret until its overlap ends, and not a millisecond longer", async () => {
    const world = await aWorld();
    const { server, builder, partner } = world;
    const desk = server.services.desk;
    const { secret } = await rotateAppSecret(desk, builder.act(), {
      appId: partner.app.id,
      overlapSeconds: 60,
    });
    const fresh = `Basic ${Buffer.from(`${partner.app.id}:${secret ?? ""}`).toString("base64")}`;
    const known = async (authorization: string) =>
      (await ask(world, { grant_type: "refresh_token", refresh_token: "x" }, { authorization })).body
        .error === "invalid_grant";
    expect([await known(partner.basic), await known(fresh)]).toEqual([true, true]);
    server.clock.advance(59_999);
    expect(await known(partner.basic)).toBe(true);
    server.clock.advance(1);
    expect([await known(partner.basic), await known(fresh)]).toEqual([false, true]);
  });

  it("takes a client's proof in one way, and never from the address (RFC 6749 §2.3)", async () => {
    const world = await aWorld();
    const { partner } = world;
    const { form } = await aCode(world);
    const secret = partner.secret ?? "";
    expect(await ask(world, { ...form, client_id: partner.app.id, client_secret: secret })).toMatchObject(
      refusal("invalid_request"),
    );
    const query = `?client_id=${partner.app.id}&client_secret=${encodeURIComponent(secret)}`;
    const response = await partner.post(
      `${partner.metadata.token_endpoint}${query}`,
      new URLSearchParams(form),
    );
    expect(response.status).toBe(400);
  });

  it("reads forms alone, and each parameter once (RFC 6749 §3.2)", async () => {
    const world = await aWorld();
    const { form } = await aCode(world);
    const json = await ask(world, JSON.stringify(form), { "content-type": "application/json" });
    expect(json).toMatchObject(refusal("invalid_request"));
    const twice = "grant_type=refresh_token&refresh_token=x&scope=products:read&scope=products:write";
    expect(await ask(world, twice)).toMatchObject(refusal("invalid_request"));
    const codes = `${new URLSearchParams(form).toString()}&code=x`;
    expect(await ask(world, codes)).toMatchObject(refusal("invalid_request"));
  });

  it.each(["password", "implicit", "urn:ietf:params:oauth:grant-type:device_code", "x"])(
    "gives nothing for %s (RFC 6749 §5.2)",
    async (grant_type) => {
      expect(await ask(await aWorld(), { grant_type })).toMatchObject(refusal("unsupported_grant_type"));
    },
  );

  it("answers pages of a public app, and of nobody else", async () => {
    const site = await aWorld({ type: "public", redirectUris: ["https://spa.test/callback"] });
    const { form } = await aCode(site);
    const { partner } = site;
    const post = (origin: string) =>
      partner.post(
        partner.metadata.token_endpoint,
        new URLSearchParams({ ...form, client_id: partner.app.id }),
        { origin },
      );
    const foreign = await post("https://evil.test");
    expect(foreign.status).toBe(400);
    expect(foreign.headers.get("access-control-allow-origin")).toBeNull();
    const own = await post("https://spa.test");
    expect(own.status).toBe(200);
    expect(own.headers.get("access-control-allow-origin")).toBe("https://spa.test");
  });

  it("answers no page without an origin, although a scheme of an app's own has none either", async () => {
    const device = await aWorld({ type: "public", redirectUris: ["com.example.app:/callback"] });
    const { partner } = device;
    const { form } = await aCode(device);
    const body = new URLSearchParams({ ...form, client_id: partner.app.id });
    const page = await partner.post(partner.metadata.token_endpoint, body, { origin: "null" });
    expect(page.status).toBe(400);
    expect(page.headers.get("access-control-allow-origin")).toBeNull();
    expect((await partner.post(partner.metadata.token_endpoint, body)).status).toBe(200);
  });
});

describe("a refresh token", () => {
  it("is replaced by its use; used again, it ends its successor and every token of the grant (RFC 9700 §4.14.2)", async () => {
    const { partner, browser, customer, server } = await aWorld();
    const first = await tokensFor(partner, browser, customer.id);
    const second = await partner.refresh(first.refresh_token);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    await expect(partner.refresh(first.refresh_token)).rejects.toMatchObject({
      error: "invalid_grant",
      status: 400,
    });
    await expect(partner.refresh(second.refresh_token ?? "")).rejects.toMatchObject({
      error: "invalid_grant",
    });
    expect(await partner.introspect(second.access_token)).toEqual({ active: false });
    const [connection] = await server.services.desk.grants.list(customer.id);
    expect(connection?.grant.endedBy).toBe("reused");
  });

  it("used again for one organization leaves the same user's other one alone", async () => {
    const { server, partner, browser, customer } = await aWorld();
    const other = await aCompany(server, customer.owner);
    const here = await tokensFor(partner, browser, customer.id);
    const there = await tokensFor(partner, browser, other.id);
    await partner.refresh(here.refresh_token);
    await expect(partner.refresh(here.refresh_token)).rejects.toMatchObject({ error: "invalid_grant" });
    expect(await partner.introspect(there.access_token)).toMatchObject({ active: true });
    expect((await partner.refresh(there.refresh_token)).access_token).toMatch(/^kat_oat_/);
  });

  it("narrows one access token and not the next, and widens none (RFC 6749 §6)", async () => {
    const { partner, browser, customer } = await aWorld({
      scopes: ["products:read", "products:write", "usage:read"],
    });
    const first = await tokensFor(partner, browser, customer.id, { scope: "products:read products:write" });
    const narrow = await partner.refresh(first.refresh_token, { scope: "products:read" });
    expect(narrow.scope).toBe("products:read");
    const full = await partner.refresh(narrow.refresh_token ?? "");
    expect(full.scope).toBe("products:read products:write");
    await expect(partner.refresh(full.refresh_token ?? "", { scope: "usage:read" })).rejects.toMatchObject({
      error: "invalid_scope",
    });
  });

  it("is good for its own app alone (RFC 6749 §6)", async () => {
    const { server, builder, partner, browser, customer } = await aWorld();
    const { refresh_token } = await tokensFor(partner, browser, customer.id);
    const other = await aPartner(server, builder);
    await expect(other.refresh(refresh_token)).rejects.toMatchObject({ error: "invalid_grant" });
    expect((await partner.refresh(refresh_token)).access_token).toMatch(/^kat_oat_/);
  });

  it("works on when its user signs out (and each use gives it thirty days more)", async () => {
    const { server, partner, browser, customer } = await aWorld();
    const first = await tokensFor(partner, browser, customer.id);
    const { identity, clock } = server.services;
    for (const { id } of identity.listSessions(customer.owner.id))
      identity.revokeSession(customer.owner.id, id);
    expect((await browser.visit("/connect/x/details")).response?.status).toBe(410);
    expect(await partner.introspect(first.access_token)).toMatchObject({ active: true });
    const day = 24 * 60 * 60_000;
    let { refresh_token } = first;
    for (const days of [29, 29]) {
      server.clock.advance(days * day);
      refresh_token = (await partner.refresh(refresh_token)).refresh_token ?? "";
    }
    server.clock.advance(30 * day);
    await expect(partner.refresh(refresh_token)).rejects.toMatchObject({ error: "invalid_grant" });
    expect(clock.now()).toBeGreaterThan(0);
  });
});

describe("an app that asks for itself", () => {
  const api = "http://katkey.test/v1";

  it("gets a token for an organization that connected it, without a refresh token (RFC 6749 §4.4)", async () => {
    const { partner, browser, customer } = await aWorld();
    await tokensFor(partner, browser, customer.id, { scope: "products:read" });
    const resource = `${api}/organizations/${customer.id}`;
    const token = await partner.ownToken({ resource });
    expect(token).toMatchObject({ scope: "products:read", token_type: "bearer", expires_in: 3600 });
    expect(token.refresh_token).toBeUndefined();
    expect(await partner.introspect(token.access_token)).toMatchObject({
      active: true,
      organization: customer.id,
      aud: resource,
    });
    const wider = await partner.ownToken({ resource, scope: "products:read products:write" });
    expect(wider.scope).toBe("products:read");
    // Silence would say that all of it was given (RFC 6749 §5.1).
    for (const scope of ["products:write", "keys:write", "x"]) {
      await expect(partner.ownToken({ resource, scope })).rejects.toMatchObject({ error: "invalid_scope" });
    }
  });

  it("gets none for one that did not, for all of them, or for none (RFC 8707 §2)", async () => {
    const { partner, browser, customer, builder } = await aWorld();
    await tokensFor(partner, browser, customer.id);
    const wrong = [
      `${api}/organizations/${builder.id}`,
      `${api}/organizations/x`,
      api,
      "https://elsewhere.test",
    ];
    for (const resource of wrong) {
      await expect(partner.ownToken({ resource })).rejects.toMatchObject({ error: "invalid_target" });
    }
    await expect(partner.ownToken({})).rejects.toMatchObject({ error: "invalid_target" });
  });

  it("gets none if it is public (RFC 6749 §4.4)", async () => {
    const { partner, browser, customer } = await aWorld({ type: "public" });
    await tokensFor(partner, browser, customer.id);
    const resource = `${api}/organizations/${customer.id}`;
    await expect(partner.ownToken({ resource })).rejects.toMatchObject({ status: 400 });
  });

  it("loses it when it is disconnected", async () => {
    const { server, partner, browser, customer } = await aWorld();
    const { refresh_token } = await tokensFor(partner, browser, customer.id);
    const own = await partner.ownToken({ resource: `${api}/organizations/${customer.id}` });
    await partner.refresh(refresh_token);
    await expect(partner.refresh(refresh_token)).rejects.toMatchObject({ error: "invalid_grant" });
    expect(await partner.introspect(own.access_token)).toEqual({ active: false });
    expect(server.logs()).not.toContain('"level":50');
  });
});

describe("a token that is given back", () => {
  it("is dead: an access token, with what came of its grant (RFC 7009 §2)", async () => {
    const { partner, browser, customer } = await aWorld();
    const { access_token } = await tokensFor(partner, browser, customer.id);
    expect(await partner.revoke(access_token)).toEqual({ status: 200, text: "" });
    expect(await partner.introspect(access_token)).toEqual({ active: false });
  });

  it("is dead: a refresh token, with its access token; and the app is still connected (RFC 7009 §2.1)", async () => {
    const { server, partner, browser, customer } = await aWorld();
    const { access_token, refresh_token } = await tokensFor(partner, browser, customer.id);
    await partner.revoke(refresh_token);
    expect(await partner.introspect(access_token)).toEqual({ active: false });
    expect(await partner.introspect(refresh_token)).toEqual({ active: false });
    const [connection] = await server.services.desk.grants.list(customer.id);
    expect(connection?.live).toBe(true);
  });

  it.each(["basic", "public"] as const)(
    "is found whatever it was said to be (RFC 7009 §2.1): %s",
    async (kind) => {
      const { partner, browser, customer } = await aWorld(kind === "public" ? { type: "public" } : {});
      const one = await tokensFor(partner, browser, customer.id);
      await partner.revoke(one.access_token, "refresh_token");
      expect(await partner.introspect(one.access_token)).toEqual({ active: false });
      const two = await tokensFor(partner, browser, customer.id);
      await partner.revoke(two.refresh_token, "access_token");
      expect(await partner.introspect(two.refresh_token)).toEqual({ active: false });
    },
  );

  it("need not be one (RFC 7009 §2.2), and another app's is left alone (§2.1)", async () => {
    const { server, builder, partner, browser, customer } = await aWorld();
    const { access_token, refresh_token } = await tokensFor(partner, browser, customer.id);
    const other = await aPartner(server, builder);
    for (const token of ["garbage", `${access_token}x`, access_token, refresh_token]) {
      expect(await other.revoke(token)).toEqual({ status: 200, text: "" });
    }
    expect(await partner.introspect(access_token)).toMatchObject({ active: true });
    expect(await partner.introspect(refresh_token)).toMatchObject({ active: true });
  });
});

describe("introspection", () => {
  it("tells an app what its token is good for (RFC 7662 §2.2)", async () => {
    const { server, partner, browser, customer } = await aWorld();
    const { access_token, refresh_token } = await tokensFor(partner, browser, customer.id);
    const [connection] = await server.services.desk.grants.list(customer.id);
    const common = {
      active: true,
      client_id: partner.app.id,
      sub: customer.owner.id,
      scope: "products:read products:write",
    };
    const found = await partner.introspect(access_token, "refresh_token");
    expect(found).toMatchObject({
      ...common,
      iss: partner.metadata.issuer,
      aud: `${server.origin}/v1`,
      organization: customer.id,
      grant: connection?.grant.id,
    });
    expect(found.exp).toBe((found.iat ?? 0) + 3600);
    expect(await partner.introspect(refresh_token, "access_token")).toMatchObject(common);
  });

  it("says of anything else only that it is not active (RFC 7662 §2.2, §4)", async () => {
    const { server, builder, partner, browser, customer } = await aWorld();
    const { access_token } = await tokensFor(partner, browser, customer.id);
    const other = await aPartner(server, builder);
    expect(await other.introspect(access_token)).toEqual({ active: false });
    for (const token of ["garbage", `${access_token}x`, access_token.slice(0, -1), partner.secret ?? ""]) {
      expect(await partner.introspect(token)).toEqual({ active: false });
    }
  });

  it("needs the client to prove who it is (RFC 7662 §2.1)", async () => {
    const { partner, browser, customer } = await aWorld();
    const { access_token } = await tokensFor(partner, browser, customer.id);
    const { introspection_endpoint: endpoint } = partner.metadata;
    const token = new URLSearchParams({ token: access_token });
    expect((await partner.post(endpoint, token)).status).toBe(400);
    token.set("client_id", partner.app.id);
    expect((await partner.post(endpoint, token)).status).toBe(401);
  });

  it("says what the role of who connected the app still allows", async () => {
    const { server, partner, customer } = await aWorld();
    const admin = await customer.join("admin");
    const tokens = await tokensFor(partner, aBrowser(server, admin.cookie), customer.id);
    const change = { memberId: admin.memberId, role: "viewer", label: admin.email } as const;
    await changeRole(server.services.desk, customer.act(), change);
    expect(await partner.introspect(tokens.access_token)).toMatchObject({
      active: true,
      scope: "products:read",
    });
    expect((await partner.refresh(tokens.refresh_token)).scope).toBe("products:read");
  });
});

async function expectDead({ partner }: World, tokens: { access_token: string; refresh_token: string }) {
  expect(await partner.introspect(tokens.access_token)).toEqual({ active: false });
  expect(await partner.introspect(tokens.refresh_token)).toEqual({ active: false });
  await expect(partner.refresh(tokens.refresh_token)).rejects.toMatchObject({
    error: "invalid_grant",
    status: 400,
  });
}

describe("what a token rests on", () => {
  it("ends with its member: refresh, introspection and the app's own tokens, at once", async () => {
    const world = await aWorld();
    const { server, partner, customer } = world;
    const admin = await customer.join("admin");
    const tokens = await tokensFor(partner, aBrowser(server, admin.cookie), customer.id);
    const resource = `${server.origin}/v1/organizations/${customer.id}`;
    const own = await partner.ownToken({ resource });
    const leaving = { memberId: admin.memberId, label: admin.email, settlements: [] };
    await removeMember(server.services.desk, customer.act(), leaving);
    await expectDead(world, tokens);
    expect(await partner.introspect(own.access_token)).toEqual({ active: false });
    await expect(partner.ownToken({ resource })).rejects.toMatchObject({ error: "invalid_target" });
  });

  it("ends while its app is disabled, which cannot be connected either", async () => {
    const world = await aWorld();
    const { server, builder, partner, browser, customer } = world;
    const tokens = await tokensFor(partner, browser, customer.id);
    await disableApp(server.services.desk, builder.act(), partner.app.id);
    await expectDead(world, tokens);
    const { url } = await browser.visit((await partner.start()).url);
    expect(url.searchParams.get("error")).toBe("unauthorized_client");
  });

  it("ends while its organization is suspended", async () => {
    const world = await aWorld();
    const { server, partner, browser, customer } = world;
    const tokens = await tokensFor(partner, browser, customer.id);
    const { userId, email } = customer.act().actor;
    const actor: OperatorActor = { type: "operator", userId, email };
    await suspend(server.services.desk, { ...customer.act(), actor }, "unpaid");
    await expectDead(world, tokens);
  });
});
