import { generateKeyPairSync, sign } from "node:crypto";
import * as oauth from "oauth4webapi";
import { describe, expect, it } from "vitest";
import { tokensFor } from "../../testing/oauth/a-partner.ts";
import { aWorld } from "../../testing/oauth/a-world.ts";
import { aCode, askForTokens, refusal } from "../../testing/oauth/ask-for-tokens.ts";

describe("tokens that are bound to a key (DPoP, RFC 9449), which are not made here,", () => {
  it("are promised nowhere", async () => {
    const { server, partner } = await aWorld();
    expect(partner.metadata.dpop_signing_alg_values_supported).toBeUndefined();
    const api = new URL(`${server.origin}/v1`);
    const response = await oauth.resourceDiscoveryRequest(api, partner.options);
    const resource = await oauth.processResourceDiscoveryResponse(api, response);
    expect(Object.keys(resource).filter((name) => name.startsWith("dpop"))).toEqual([]);
  });

  it("are not taken for what who asks for one gets: it is told a bearer token, and is that", async () => {
    const world = await aWorld();
    const { server, partner } = world;
    const { form } = await aCode(world);
    const dpop = proofOf("POST", partner.metadata.token_endpoint ?? "");
    const { status, body } = await askForTokens(world, form, { dpop });
    expect(status).toBe(200);
    expect(body.token_type.toLowerCase()).toBe("bearer");
    const introspected = await partner.introspect(body.access_token);
    expect(introspected).toMatchObject({ active: true });
    expect(introspected.cnf).toBeUndefined();
    expect(introspected.token_type?.toLowerCase()).not.toBe("dpop");
    expect((await server.send("/v1/user", { token: body.access_token })).status).toBe(200);
  });

  it("are no credentials at the API: it is asked by Bearer alone", async () => {
    const { server, partner, browser, customer } = await aWorld();
    const { access_token } = await tokensFor(partner, browser, customer.id);
    const headers = {
      authorization: `DPoP ${access_token}`,
      dpop: proofOf("GET", `${server.origin}/v1/user`),
    };
    const { status, body } = await server.send("/v1/user", { headers });
    expect([status, body.code]).toEqual([401, "missing_credentials"]);
  });
});

describe("clients that register themselves (RFC 7591), of which there are none here,", () => {
  it("find no address to do it at, told or guessed", async () => {
    const { server, partner } = await aWorld();
    expect(partner.metadata.registration_endpoint).toBeUndefined();
    const asked = oauth.dynamicClientRegistrationRequest(partner.metadata, {}, partner.options);
    await expect(asked).rejects.toThrow(/registration_endpoint/);
    const body = { redirect_uris: ["https://evil.test/cb"] };
    for (const path of ["/oauth/reg", "/oauth/register", `/oauth/reg/${partner.app.id}`]) {
      for (const method of ["GET", "POST", "PUT", "DELETE"]) {
        const { status } = await server.send(path, { method, ...(method === "POST" && { body }) });
        expect(status, `${method} ${path}`).toBe(404);
      }
    }
  });

  it("are not read from an address that is given as a client ID", async () => {
    const { partner, browser, server } = await aWorld();
    const started = await partner.start({ more: { client_id: "https://evil.test/client.json" } });
    const { url } = await browser.visit(started.url);
    expect(url.href).toBe(`${server.origin}/connect/error?code=invalid_client`);
  });
});

describe("a token for anything but this API, which nobody can have (RFC 8707 §2), is refused", () => {
  const foreign = [
    "https://api.elsewhere.test",
    "http://katkey.test",
    "http://katkey.test/v1/",
    "http://katkey.test/v2",
  ];

  it.each(foreign)("to a code that is redeemed for %s", async (resource) => {
    const world = await aWorld();
    const { form } = await aCode(world);
    expect(await askForTokens(world, { ...form, resource })).toMatchObject(refusal("invalid_target"));
  });

  it.each(foreign)(
    "to a refresh token that is used for %s, to an app for itself, and to what is pushed",
    async (resource) => {
      const world = await aWorld();
      const { partner, browser, customer } = world;
      const { refresh_token } = await tokensFor(partner, browser, customer.id);
      const form = { grant_type: "refresh_token", refresh_token, resource };
      expect(await askForTokens(world, form)).toMatchObject(refusal("invalid_target"));
      await expect(partner.ownToken({ resource })).rejects.toMatchObject({ error: "invalid_target" });
      const { searchParams } = new URL((await partner.start({ more: { resource } })).url);
      const endpoint = partner.metadata.pushed_authorization_request_endpoint;
      const pushed = await partner.post(endpoint, searchParams, { authorization: partner.basic });
      expect(await pushed.json()).toMatchObject({ error: "invalid_target" });
    },
  );

  it("however many others are named beside it", async () => {
    const world = await aWorld();
    const { form } = await aCode(world);
    const twice = `${new URLSearchParams(form).toString()}&resource=http%3A%2F%2Fkatkey.test%2Fv1&resource=https%3A%2F%2Felsewhere.test`;
    const { status, body } = await askForTokens(world, twice);
    expect(status).toBe(400);
    expect(body.error).toMatch(/^invalid_(?:target|request)$/);
  });
});

/** What a client signs that wants its tokens bound to its key (RFC 9449 §4.2). */
function proofOf(htm: string, htu: string): string {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const header = { typ: "dpop+jwt", alg: "ES256", jwk: publicKey.export({ format: "jwk" }) };
  const text = `${encoded(header)}.${encoded({ htm, htu, jti: "one", iat: Math.floor(Date.now() / 1000) })}`;
  const signature = sign("sha256", Buffer.from(text), { key: privateKey, dsaEncoding: "ieee-p1363" });
  return `${text}.${signature.toString("base64url")}`;
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}
