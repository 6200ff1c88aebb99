import * as oauth from "oauth4webapi";
import * as openid from "openid-client";
import { expect, it } from "vitest";
import { discover, optionsFor } from "../../testing/oauth/a-partner.ts";
import { aServer } from "../../testing/server.ts";

it("tells a client about itself at the address that its issuer leads to, and names that issuer (RFC 8414 §3)", async () => {
  const server = await aServer();
  const metadata = await discover(server);
  expect(metadata.issuer).toBe(`${server.origin}/oauth`);
  expect((await server.send("/.well-known/oauth-authorization-server")).status).toBe(404);
});

it("is found by openid-client, too", async () => {
  const server = await aServer();
  const execute = [openid.allowInsecureRequests];
  const [issuer, fetching] = [new URL(`${server.origin}/oauth`), optionsFor(server)[oauth.customFetch]];
  const options = { algorithm: "oauth2", execute, [openid.customFetch]: fetching } as const;
  const found = await openid.discovery(issuer, "app_x", undefined, openid.None(), options);
  expect(found.serverMetadata().supportsPKCE()).toBe(true);
});

it("asks for PKCE with S256 alone, and tells where tokens are given back and asked about (RFC 8414 §2)", async () => {
  const metadata = await discover(await aServer());
  expect(metadata.code_challenge_methods_supported).toEqual(["S256"]);
  expect(metadata.revocation_endpoint).toMatch(/\/oauth\/revoke$/);
  expect(metadata.introspection_endpoint).toMatch(/\/oauth\/introspect$/);
  expect(metadata.response_types_supported).toEqual(["code"]);
});

it("says that it names itself in every answer (RFC 9207 §3)", async () => {
  const metadata = await discover(await aServer());
  expect(metadata.authorization_response_iss_parameter_supported).toBe(true);
});

it("says nothing of OpenID Connect, which it does not speak", async () => {
  const metadata = await discover(await aServer());
  const names = Object.keys(metadata);
  expect(names.filter((name) => /id_token|userinfo|claims|subject|jwks|end_session/.test(name))).toEqual([]);
});

it("offers apps every scope but the one by which they would outlive their grant", async () => {
  const metadata = await discover(await aServer({ ownScopes: ["reports:read"] }));
  expect(metadata.scopes_supported).toContain("reports:read");
  expect(metadata.scopes_supported).not.toContain("keys:write");
});

it("tells which server gives tokens for the API (RFC 9728)", async () => {
  const server = await aServer();
  const api = new URL(`${server.origin}/v1`);
  const response = await oauth.resourceDiscoveryRequest(api, optionsFor(server));
  const resource = await oauth.processResourceDiscoveryResponse(api, response);
  expect(resource.authorization_servers).toEqual([`${server.origin}/oauth`]);
  expect(resource.bearer_methods_supported).toEqual(["header"]);
});

it("names addresses by the origin that was configured, whatever the request says of its host", async () => {
  const server = await aServer({ origin: "https://keys.example.com" });
  const headers = { host: "evil.test", "x-forwarded-host": "evil.test", accept: "text/html" };
  const { text } = await server.send("/.well-known/oauth-authorization-server/oauth", { headers });
  expect(text).not.toContain("evil.test");
  expect(JSON.parse(text).token_endpoint).toBe("https://keys.example.com/oauth/token");
});

it.each([
  ["/oauth/token", "GET", 405],
  ["/oauth/token", "PUT", 405],
  ["/oauth/authorize", "POST", 405],
  ["/oauth/jwks", "GET", 404],
  ["/oauth/session/end", "GET", 404],
  ["/oauth/session/end/confirm", "POST", 404],
  ["/oauth/device", "GET", 404],
  ["/oauth/reg", "POST", 404],
  ["/oauth/me", "GET", 404],
  ["/oauth/.well-known/openid-configuration", "GET", 404],
])("answers %s by %s as any page that is not there, or not so", async (path, method, status) => {
  const server = await aServer();
  const { headers, ...reply } = await server.send(path, { method });
  expect(reply.status).toBe(status);
  expect(headers["content-security-policy"]).toContain("default-src");
});
