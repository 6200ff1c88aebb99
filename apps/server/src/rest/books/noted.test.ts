import { afterAll, beforeAll, expect, it } from "vitest";
import { aKey, anOrganization, type TestOrganization } from "../../../testing/people.ts";
import { openServer, type TestServer } from "../../../testing/server.ts";

let server: TestServer;
let organization: TestOrganization;

beforeAll(async () => {
  server = await openServer();
  organization = await anOrganization(server);
});

afterAll(() => server.close());

const refusalOf = (requestId: string) =>
  server.services.traffic.findRefusal(organization.id, requestId, server.services.clock.now());

it("keeps why a request was refused under the request's id, without what was secret in it", async () => {
  const { key, token } = await aKey(server, organization, { scopes: ["products:read"] });
  const headers = { "user-agent": `sdk ${token}` };
  const { body } = await server.send("/v1/products", {
    method: "POST",
    token,
    body: { name: "Desk" },
    headers,
  });
  const refusal = await refusalOf(body.instance);
  expect(refusal).toMatchObject({
    requestId: body.instance,
    keyId: key.id,
    publicKeyId: key.secrets[0].publicKeyId,
    environment: key.environment,
    method: "POST",
    route: "/v1/products",
    status: 403,
    code: "insufficient_scope",
    detail: body.detail,
    errors: [],
    scopes: ["products:write"],
    limit: { limit: 6000 },
  });
  expect(JSON.stringify(refusal)).not.toContain(token.split(".")[1]);
});

it("keeps nothing secret of a token that was cut off, by the client or by us", async () => {
  const { token } = await aKey(server, organization);
  const [name = "", secret = ""] = token.split(".");
  const long = "a".repeat(200 - name.length - secret.length - 1);
  const { body } = await server.send("/v1/products", {
    method: "POST",
    token,
    body: `{"${long}":{"${token}":1,"${token}":2}}`,
    headers: { "content-type": "application/json", "user-agent": token.slice(0, -1) },
  });
  const refusal = await refusalOf(body.instance);
  expect(refusal).toMatchObject({ code: "validation_failed", userAgent: `${name}.…` });
  expect(JSON.stringify(refusal)).not.toContain(secret.slice(0, 5));
});

it("keeps what was wrong with the input, and where", async () => {
  const { token } = await aKey(server, organization);
  const { body } = await server.send("/v1/products", {
    method: "POST",
    token,
    body: { name: 1, nothing: 2 },
  });
  expect(body.code).toBe("validation_failed");
  const refusal = await refusalOf(body.instance);
  expect(refusal?.errors).toHaveLength(body.errors.length);
  expect(refusal?.errors[0]).toEqual({ path: body.errors[0].path, message: body.errors[0].message });
});

it("keeps the refusals of a key that has ended, which are not counted", async () => {
  const { key, token } = await aKey(server, organization);
  await server.send("/v1/user", { token });
  await server.send(`/v1/keys/${key.id}/revoke`, {
    method: "POST",
    token: (await aKey(server, organization)).token,
    body: { reason: "compromised" },
  });
  const { body, status } = await server.send("/v1/user", { token });
  expect(status).toBe(401);
  expect(await refusalOf(body.instance)).toMatchObject({ keyId: key.id, code: "key_revoked", limit: null });
  const publicKeyIds = [key.secrets[0].publicKeyId];
  expect(
    (await server.services.usage.lastUses(organization.id, publicKeyIds)).get(key.secrets[0].publicKeyId),
  ).toMatchObject({
    requests: 1,
  });
});

it("keeps nothing of what was answered well, or of a token that names nobody", async () => {
  const { token } = await aKey(server, organization);
  const served = await server.send("/v1/user", { token });
  const stranger = await server.send("/v1/user", { token: "kat_live_nobody" });
  expect(await refusalOf(String(served.headers["x-request-id"]))).toBeNull();
  expect(await refusalOf(stranger.body.instance)).toBeNull();
});

it("counts the problem as the cause, and notes the client and how full the window was", async () => {
  const other = await anOrganization(server);
  const { key, token } = await aKey(server, other, { scopes: ["usage:read"] });
  await server.send("/v1/user", { token });
  await server.send("/v1/products", { token });
  const { body } = await server.send("/v1/usage?group_by=cause", { token });
  expect(body.data).toEqual([
    expect.objectContaining({ group: "insufficient_scope", served: 0, refused: 1 }),
    expect.objectContaining({ group: "none", served: 1, refused: 0 }),
  ]);
  const { traffic, usage, clock } = server.services;
  const since = clock.now();
  const publicKeyIds = [key.secrets[0].publicKeyId];
  expect(await usage.clients(other.id, { publicKeyIds, since })).toMatchObject([{ requests: 3, refused: 1 }]);
  expect(await traffic.peak(other.id, { since })).toMatchObject({ requests: 3, limit: 6000 });
});
