import { aKey, anOrganization } from "./people.ts";
import type { Reply, Sent, TestServer } from "./server.ts";

export interface ProvokedAnswer {
  readonly status: number;
  /** Whether the key was known: then the answer may say how its limit stands. */
  readonly authenticated: boolean;
  readonly reply: Reply;
}

/** Answers of the API of every status that a request alone can bring about. */
export async function everyAnswer(server: TestServer): Promise<readonly ProvokedAnswer[]> {
  const organization = await anOrganization(server);
  const { token, key } = await aKey(server, organization);
  const { token: weak } = await aKey(server, organization, { scopes: [] });
  const small = await anOrganization(server, { plan: "standard" });
  const { token: spent } = await aKey(server, small);
  for (let request = 0; request < 100; request += 1) await server.send("/v1/user", { token: spent });

  const post = (path: string, body: unknown, more: Sent = {}) =>
    server.send(path, { method: "POST", token, body, ...more });
  const json = { "content-type": "application/json" };
  const product = await post("/v1/products", { name: "Teapot", sku: "T-1" });
  const path = `/v1/products/${product.body.id}`;
  const known = [
    product,
    await server.send("/v1/user", { token }),
    await server.send("/v1/products", { token, method: "HEAD" }),
    await server.send("/v1/keys", { token, method: "OPTIONS" }),
    await server.send("/v1/user?token=x", { token }),
    await post("/v1/keys", "{", { headers: json }),
    await server.send("/v1/user", { token, headers: { origin: "https://shop.example" } }),
    await server.send("/v1/keys", { token: weak }),
    await server.send("/v1/nothing", { token }),
    await server.send("/v1/products/prd_0", { token }),
    await server.send("/v1/user", { token, method: "DELETE" }),
    await post("/v1/products", { name: "Teapot", sku: "T-1" }),
    await server.send(path, { token, method: "PATCH", body: {}, headers: { "if-match": '"9"' } }),
    await post("/v1/keys", { note: "x".repeat(110_000) }),
    await post("/v1/keys", "x", { headers: { "content-type": "text/plain" } }),
    await post("/v1/keys", { name: 7, x: 1 }),
    await server.send("/v1/products?limit=0", { token }),
    await server.send("/v1/user", { token: spent }),
    await post(`/v1/keys/${key.id}/revoke`, { reason: "unused" }, { token: weak }),
    await server.send(path, { token, method: "DELETE" }),
  ];
  const strangers = [
    await server.send("/v1/user"),
    await server.send("/v1/nothing"),
    await server.send("/v1/user", { token: "kat_live_x" }),
    await server.send("/v1/user", { headers: { authorization: "Bearer" } }),
    await server.send("/v1/user", { method: "OPTIONS", headers: preflight }),
  ];
  return [
    ...known.map((reply) => ({
      status: reply.status,
      // A token in the URL is refused before anybody asks whose it is.
      authenticated: reply.body?.code !== "token_in_url",
      reply,
    })),
    ...strangers.map((reply) => ({ status: reply.status, authenticated: false, reply })),
  ];
}

const preflight = { origin: "https://shop.example", "access-control-request-method": "GET" };
