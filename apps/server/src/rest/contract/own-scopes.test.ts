import { describe, expect, it } from "vitest";
import { aKey, anOrganization } from "../../../testing/people.ts";
import { aServer, type Reply } from "../../../testing/server.ts";

const ownScopes = ["orders:read", "orders:write"] as const;

async function open() {
  const server = await aServer({ ownScopes });
  const organization = await anOrganization(server, { plan: "enterprise" });
  const { token } = await aKey(server, organization);
  const post = (path: string, body: object) => server.send(path, { method: "POST", token, body });
  const issue = (scopes: readonly string[]) =>
    post("/v1/keys", { name: `Key ${scopes.join()}`, environment: "live", scopes });
  return { server, token, issue };
}

const codeOf = ({ status, body }: Reply) => [status, body.code];

describe("a scope that the installation declares", () => {
  it("is given to a key and taken away over REST, and is what the key says of itself", async () => {
    const { server, token, issue } = await open();
    const issued = await issue(["orders:write", "usage:read", "orders:read"]);
    expect(issued.status).toBe(201);
    const { key, token: own } = issued.body;
    expect(key.scopes).toEqual(["usage:read", ...ownScopes]);
    expect(key.effectiveScopes).toEqual(key.scopes);
    expect((await server.send("/v1/user", { token: own })).body.key.scopes).toEqual(key.scopes);
    const narrowed = { method: "PATCH", token, body: { scopes: ["orders:read"] } };
    expect((await server.send(`/v1/keys/${key.id}`, narrowed)).body.scopes).toEqual(["orders:read"]);
  });

  it("opens none of Katkey's own routes", async () => {
    const { server, issue } = await open();
    const { body } = await issue(ownScopes);
    const refused = await server.send("/v1/products", { token: body.token });
    expect(codeOf(refused)).toEqual([403, "insufficient_scope"]);
  });

  it("finds the keys that were granted it; whatever is no scope finds nothing, and says so", async () => {
    const { server, token, issue } = await open();
    const { body } = await issue(["orders:read"]);
    await issue(["usage:read"]);
    const found = await server.send("/v1/keys?scope=orders:read&sort=name", { token });
    expect(found.body.data.map(({ id }: { id: string }) => id)).toContain(body.key.id);
    expect(found.body.data).toHaveLength(2);
    expect((await server.send("/v1/keys?scope=orders:delete", { token })).body.data).toEqual([]);
    expect(codeOf(await server.send("/v1/keys?scope=orders", { token }))).toEqual([422, "validation_failed"]);
  });

  it("is listed in the installation's OpenAPI document and in its reference", async () => {
    const { server } = await open();
    const document = (await server.send("/openapi.json")).body;
    expect(document.components.schemas.Scope.enum.slice(-2)).toEqual(ownScopes);
    const { text } = await server.send("/docs/reference/keys.md");
    for (const scope of ownScopes) expect(text).toContain(`\`${scope}\``);
    const without = await aServer();
    expect((await without.send("/openapi.json")).body.components.schemas.Scope.enum).toHaveLength(6);
  });
});

describe("a scope that nobody declares", () => {
  it("is refused as a mistake of the caller, who is told what scopes there are", async () => {
    const { server, token, issue } = await open();
    const refused = await issue(["orders:read", "orders:delete"]);
    expect(codeOf(refused)).toEqual([422, "scope_unknown"]);
    expect(refused.body.detail).toMatch(
      /^There is no scope orders:delete here\. There are .*orders:write\.$/,
    );
    const { body } = await issue(["orders:read"]);
    const widening = { method: "PATCH", token, body: { scopes: ["orders:read", "invoices:read"] } };
    expect(codeOf(await server.send(`/v1/keys/${body.key.id}`, widening))).toEqual([422, "scope_unknown"]);
  });
});
