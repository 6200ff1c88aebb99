import { createHmac } from "node:crypto";
import { editApp, rotateAppSecret } from "@katkey/keys";
import * as oauth from "oauth4webapi";
import * as openid from "openid-client";
import { describe, expect, it } from "vitest";
import { decideOn, keySetOf, optionsFor, tokensFor } from "../../testing/oauth/a-partner.ts";
import { aWorld } from "../../testing/oauth/a-world.ts";

type World = Awaited<ReturnType<typeof aWorld>>;
type Signed = Parameters<NonNullable<oauth.ModifyAssertionOptions[typeof oauth.modifyAssertion]>>;

const assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

function aWorldOfKeys() {
  return aWorld({ auth: "key" });
}

/** How the token endpoint takes this proof: a made-up refresh token is looked at only when it is believed. */
async function toldTo({ partner }: World, proof: oauth.ClientAuth) {
  const { metadata, client, options } = partner;
  const response = await oauth.refreshTokenGrantRequest(metadata, client, proof, "x", options);
  const { error } = (await response.json()) as { error: string };
  return `${response.status} ${error}`;
}

const believed = "400 invalid_grant";
const refused = "401 invalid_client";

/** The app's own proof, changed before it is signed. */
function proofWith({ partner }: World, change: (payload: Signed[1], header: Signed[0]) => void) {
  return oauth.PrivateKeyJwt(partner.signingKey, {
    [oauth.modifyAssertion]: (header, payload) => change(payload, header),
  });
}

const nowSeconds = () => Math.floor(Date.now() / 1000);

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}

/** Any text in place of what a library would sign. */
function madeUpProof(make: (payload: object) => string): oauth.ClientAuth {
  return (as, client, body) => {
    const claims = { iss: client.client_id, sub: client.client_id, aud: as.issuer };
    body.set("client_id", client.client_id);
    body.set("client_assertion_type", assertionType);
    body.set("client_assertion", make({ ...claims, jti: "one", exp: nowSeconds() + 60 }));
  };
}

describe("an app that proves itself by a key", () => {
  it("gets tokens, renews them, and is told of them and takes them back (RFC 7523 §2.2)", async () => {
    const world = await aWorldOfKeys();
    const { server, partner, browser, customer } = world;
    expect(partner.secret).toBeNull();
    const tokens = await tokensFor(partner, browser, customer.id);
    const next = await partner.refresh(tokens.refresh_token);
    expect(await partner.introspect(next.access_token)).toMatchObject({ active: true });
    const resource = `${server.origin}/v1/organizations/${customer.id}`;
    expect((await partner.ownToken({ resource })).access_token).toMatch(/^kat_oat_/);
    const pushed = await oauth.pushedAuthorizationRequest(
      partner.metadata,
      partner.client,
      partner.authentication,
      new URL((await partner.start()).url).searchParams,
      partner.options,
    );
    expect(pushed.status).toBe(201);
    expect((await partner.revoke(next.access_token)).status).toBe(200);
    expect(await partner.introspect(next.access_token)).toEqual({ active: false });
  });

  it("gets tokens as a user of openid-client, too", async () => {
    const { server, partner, browser, customer } = await aWorldOfKeys();
    const execute = [openid.allowInsecureRequests];
    const options = {
      algorithm: "oauth2",
      execute,
      [openid.customFetch]: optionsFor(server)[oauth.customFetch],
    } as const;
    const proof = openid.PrivateKeyJwt(partner.signingKey);
    const issuer = new URL(partner.metadata.issuer);
    const config = await openid.discovery(issuer, partner.app.id, {}, proof, options);
    const pkceCodeVerifier = openid.randomPKCECodeVerifier();
    const url = openid.buildAuthorizationUrl(config, {
      redirect_uri: partner.redirectUri,
      scope: "products:read",
      code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: "S256",
    });
    const decision = { decision: "connect", organizationId: customer.id };
    const callback = await decideOn(browser, { url: url.href }, decision);
    const tokens = await openid.authorizationCodeGrant(config, callback, { pkceCodeVerifier });
    expect(await openid.tokenIntrospection(config, tokens.access_token)).toMatchObject({ active: true });
  });

  it("is told so in the metadata, with what it may sign by: nothing with a shared secret, and nothing unsigned", async () => {
    const { metadata } = (await aWorldOfKeys()).partner;
    expect(metadata.token_endpoint_auth_methods_supported).toContain("private_key_jwt");
    expect(metadata.token_endpoint_auth_signing_alg_values_supported).toEqual([
      "ES256",
      "EdDSA",
      "Ed25519",
      "PS256",
      "RS256",
    ]);
  });

  it.each(["ES256", "Ed25519", "PS256", "RS256"])("is believed when it signs by %s", async (algorithm) => {
    const world = await aWorldOfKeys();
    const { server, builder, partner } = world;
    const pair = await oauth.generateKeyPair(algorithm, { extractable: true });
    const { keys } = await keySetOf(pair);
    // As it is exported it is for one algorithm and one purpose, which is no less a key.
    const patch = { jwks: { keys: keys.map((key) => ({ ...key, kid: "next", use: "sig" })) } };
    await editApp(server.services.desk, builder.act(), { appId: partner.app.id, patch });
    expect(await toldTo(world, oauth.PrivateKeyJwt({ key: pair.privateKey, kid: "next" }))).toBe(believed);
    expect(await toldTo(world, partner.authentication)).toBe(refused);
  });

  it("is believed once for each proof, however often it is shown at once (RFC 7523 §3, jti)", async () => {
    const world = await aWorldOfKeys();
    const proof = proofWith(world, (payload) => void (payload["jti"] = "the same"));
    const told = await Promise.all([toldTo(world, proof), toldTo(world, proof), toldTo(world, proof)]);
    expect(told.toSorted()).toEqual([believed, refused, refused]);
    expect(await toldTo(world, proof)).toBe(refused);
    expect(await toldTo(world, world.partner.authentication)).toBe(believed);
  });

  it.each<[string, (payload: Signed[1], header: Signed[0]) => void]>([
    ["is for another server", (payload) => void (payload["aud"] = "https://elsewhere.test")],
    ["is for nobody", (payload) => void delete payload["aud"]],
    ["is another app's", (payload) => void (payload["iss"] = "app_another")],
    ["is about another app", (payload) => void (payload["sub"] = "app_another")],
    ["has expired", (payload) => void (payload["exp"] = nowSeconds() - 1)],
    ["never expires", (payload) => void delete payload["exp"]],
    ["expires in an hour", (payload) => void (payload["exp"] = nowSeconds() + 3_600)],
    ["is not valid yet", (payload) => void (payload["nbf"] = nowSeconds() + 300)],
    ["has no name of its own", (payload) => void delete payload["jti"]],
    ["names a key that is not there", (_, header) => void (header["kid"] = "another")],
  ])("is not believed when its proof %s", async (_, change) => {
    const world = await aWorldOfKeys();
    expect(await toldTo(world, proofWith(world, change))).toMatch(/^40[01] invalid_(?:client|request)$/);
    expect(await toldTo(world, world.partner.authentication)).toBe(believed);
  });

  it("is not believed with another's key, an unsigned proof, or one signed with what everybody can read", async () => {
    const world = await aWorldOfKeys();
    const stranger = await oauth.generateKeyPair("ES256");
    expect(await toldTo(world, oauth.PrivateKeyJwt(stranger.privateKey))).toBe(refused);

    const unsigned = madeUpProof((payload) => `${encoded({ alg: "none" })}.${encoded(payload)}.`);
    expect(await toldTo(world, unsigned)).toBe(refused);

    const [key] = world.partner.app.publicKeys;
    for (const known of [JSON.stringify(key), key?.x ?? "", "", "katkey"]) {
      const byHmac = madeUpProof((payload) => {
        const text = `${encoded({ alg: "HS256" })}.${encoded(payload)}`;
        return `${text}.${createHmac("sha256", known).update(text).digest("base64url")}`;
      });
      expect(await toldTo(world, byHmac)).toBe(refused);
    }
    for (const text of ["", "x", "a.b.c", `${encoded({ alg: "ES256" })}.${encoded({})}.`]) {
      expect(
        await toldTo(
          world,
          madeUpProof(() => text),
        ),
      ).toMatch(/^40[01] invalid_(?:client|request)$/);
    }
    expect(world.server.logs()).not.toContain('"level":50');
  });

  it("is not believed with a secret, which counts again when its keys are taken away", async () => {
    const world = await aWorldOfKeys();
    const { server, builder, partner } = world;
    const { desk } = server.services;
    const appId = partner.app.id;
    const { secret } = await rotateAppSecret(desk, builder.act(), { appId, overlapSeconds: 0 });
    const bySecret = [oauth.ClientSecretBasic(secret ?? ""), oauth.ClientSecretPost(secret ?? "")];
    for (const proof of [...bySecret, oauth.None()]) expect(await toldTo(world, proof)).toBe(refused);
    await editApp(desk, builder.act(), { appId, patch: { jwks: null } });
    for (const proof of bySecret) expect(await toldTo(world, proof)).toBe(believed);
    expect(await toldTo(world, partner.authentication)).toBe(refused);
  });

  it("is slowed down with whoever guesses", async () => {
    const world = await aWorld({ auth: "key" }, { failuresPerMinute: 2 });
    const stranger = await oauth.generateKeyPair("ES256");
    const told = [];
    for (let i = 0; i < 3; i += 1) told.push(await toldTo(world, oauth.PrivateKeyJwt(stranger.privateKey)));
    expect(told).toEqual([refused, refused, "429 too_many_failures"]);
  });

  it("of which only a secret is known is not believed with a key, whoever signed", async () => {
    const world = await aWorld();
    const pair = await oauth.generateKeyPair("ES256");
    expect(await toldTo(world, oauth.PrivateKeyJwt(pair.privateKey))).toBe(refused);
  });
});
