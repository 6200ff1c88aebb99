import * as oauth from "oauth4webapi";
import * as openid from "openid-client";
import { describe, expect, it } from "vitest";
import { aPartner, decideOn, optionsFor, tokensFor } from "../../testing/oauth/a-partner.ts";
import { aWorld } from "../../testing/oauth/a-world.ts";
import { aCode, askForTokens, refusal } from "../../testing/oauth/ask-for-tokens.ts";

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
    expect(
      await askForTokens(world, { ...form, code_verifier: oauth.generateRandomCodeVerifier() }),
    ).toMatchObject(refusal("invalid_grant"));
    expect(await askForTokens(world, without)).toMatchObject(refusal("invalid_grant"));
    expect(await askForTokens(world, form)).toMatchObject({ status: 200 });
  });

  it("gives nothing for another redirect URI, or for none (RFC 6749 §4.1.3)", async () => {
    const world = await aWorld({ redirectUris: ["https://partner.test/a", "https://partner.test/b"] });
    const { form } = await aCode(world);
    const { redirect_uri: _, ...without } = form;
    expect(await askForTokens(world, { ...form, redirect_uri: "https://partner.test/b" })).toMatchObject(
      refusal("invalid_grant"),
    );
    expect(await askForTokens(world, without)).toMatchObject(refusal("invalid_request"));
  });

  it("gives another app nothing (RFC 6749 §4.1.3)", async () => {
    const world = await aWorld();
    const { form } = await aCode(world);
    const other = await aPartner(world.server, world.builder);
    expect(await askForTokens(world, form, { authorization: other.basic })).toMatchObject(
      refusal("invalid_grant"),
    );
    expect(await askForTokens(world, form)).toMatchObject({ status: 200 });
  });

  it("gives nothing twice, and takes back what it gave (RFC 6749 §4.1.2)", async () => {
    const world = await aWorld();
    const { form } = await aCode(world);
    const { body } = await askForTokens(world, form);
    expect(await askForTokens(world, form)).toMatchObject(refusal("invalid_grant"));
    expect(await world.partner.introspect(body.access_token)).toEqual({ active: false });
    expect(
      await askForTokens(world, { grant_type: "refresh_token", refresh_token: body.refresh_token }),
    ).toMatchObject(refusal("invalid_grant"));
  });

  it("gives nothing after a minute", async () => {
    const world = await aWorld();
    const { form } = await aCode(world);
    world.server.clock.advance(60_000);
    expect(await askForTokens(world, form)).toMatchObject(refusal("invalid_grant"));
  });

  it("tells caches to keep nothing of its answer (RFC 6749 §5.1)", async () => {
    const world = await aWorld();
    const { headers } = await askForTokens(world, (await aCode(world)).form);
    expect(headers.get("cache-control")).toBe("no-store");
  });
});
