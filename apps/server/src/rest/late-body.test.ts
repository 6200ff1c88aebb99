import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aKey, anOrganization, type TestOrganization } from "../../testing/people.ts";
import { openServer, type TestServer } from "../../testing/server.ts";

let server: TestServer;
let organization: TestOrganization;
/** Of whoever ends the other keys, and looks what is there. */
let token: string;

beforeAll(async () => {
  server = await openServer();
  organization = await anOrganization(server);
  ({ token } = await aKey(server, organization));
});

afterAll(() => server.close());

async function aProduct(): Promise<string> {
  const { body } = await server.send("/v1/products", { method: "POST", token, body: { name: "Desk" } });
  return `/v1/products/${body.id}`;
}

/** A request whose body waits until something has happened to its key. */
async function late(method: string, path: string, happens: (keyId: string) => Promise<unknown>) {
  const { key, token: own } = await aKey(server, organization);
  const body = JSON.stringify(method === "DELETE" || path.endsWith("regenerate") ? {} : { name: "Late" });
  const head = [
    `${method} ${path} HTTP/1.1`,
    "Host: a",
    `Authorization: Bearer ${own}`,
    "Content-Type: application/json",
    `Content-Length: ${body.length}`,
    "Connection: close",
  ];
  const parts = [`${head.join("\r\n")}\r\n\r\n${body.slice(0, 1)}`, body.slice(1)];
  return server.rawInParts(parts, () => happens(key.id));
}

const post = (path: string, body: object) => server.send(path, { method: "POST", token, body });
const revoke = (keyId: string) => post(`/v1/keys/${keyId}/revoke`, { reason: "compromised" });
const rotate = (keyId: string) => post(`/v1/keys/${keyId}/rotate`, { overlapSeconds: 0 });
const shrink = (keyId: string) =>
  server.send(`/v1/keys/${keyId}`, { method: "PATCH", token, body: { scopes: ["products:read"] } });

const answered = (received: string) => [
  /^HTTP\/1\.1 (\d+)/.exec(received)?.[1],
  /"code":"(\w+)"/.exec(received)?.[1],
];

describe("a key that ends while the body of its request is on its way", () => {
  it.each([
    ["is revoked", revoke, ["401", "key_revoked"]],
    ["is rotated at once", rotate, ["401", "secret_retired"]],
    ["loses the scope", shrink, ["403", "insufficient_scope"]],
  ] as const)("and %s changes no product", async (_, happens, expected) => {
    const path = await aProduct();
    const before = (await server.send(path, { token })).text;
    for (const [method, at] of [
      ["PATCH", path],
      ["DELETE", path],
      ["POST", `${path}/regenerate`],
      ["POST", "/v1/products"],
    ] as const) {
      expect([method, ...answered(await late(method, at, happens))]).toEqual([method, ...expected]);
    }
    expect((await server.send(path, { token })).text).toBe(before);
    expect((await server.send("/v1/products?q=late", { token })).body.data).toEqual([]);
  });

  it("is not asked for its limit twice", async () => {
    const remaining = async () => (await server.send("/v1/user", { token })).body.limit.remaining;
    const before = await remaining();
    await server.send("/v1/products", { method: "POST", token, body: { name: "Desk" } });
    expect(before - (await remaining())).toBe(2);
  });
});
