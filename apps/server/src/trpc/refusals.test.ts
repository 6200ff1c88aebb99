import { disconnectApp } from "@katkey/keys";
import { describe, expect, it } from "vitest";
import { anAppToken } from "../../testing/app-token.ts";
import { aKey, anOrganization, ownerAct } from "../../testing/people.ts";
import { aServer, type Sent } from "../../testing/server.ts";

async function open() {
  const server = await aServer();
  const organization = await anOrganization(server);
  const explain = (requestId: string, cookie = organization.members.viewer.cookie) =>
    server.send("/trpc/refusals.explain", {
      method: "POST",
      headers: { cookie },
      body: { organizationId: organization.id, requestId },
    });
  return {
    server,
    organization,
    /** What is explained of a request that was refused. */
    async explained(path: string, request: Sent) {
      const { body } = await server.send(path, request);
      return (await explain(body.instance)).body.result.data;
    },
    explain,
  };
}

describe("refusals.explain", () => {
  it("tells what was asked, with which key and from where, why it was refused, and what is against it now", async () => {
    const { server, organization, explained } = await open();
    const { key, token } = await aKey(server, organization, { name: "Shop", scopes: ["products:read"] });
    const headers = { "user-agent": "curl/8", "x-request-id": "order-4711" };
    const at = new Date(server.clock.now()).toISOString();
    const told = await explained("/v1/products", { method: "POST", token, body: { name: "Cup" }, headers });
    expect(told).toEqual({
      refusal: {
        requestId: "order-4711",
        at,
        status: 403,
        code: "insufficient_scope",
        remedy: "circumstances",
        detail: "This needs a key with products:write.",
        errors: [],
        method: "POST",
        route: "/v1/products",
        scopes: ["products:write"],
        keyId: key.id,
        publicKeyId: key.secrets[0].publicKeyId,
        address: "127.0.0.1",
        userAgent: "curl/8",
        limit: { requestsPerMinute: 6_000, roomAt: expect.any(String) },
      },
      key: expect.objectContaining({ id: key.id, name: "Shop", status: "active" }),
      app: null,
      requestsPerMinute: 6_000,
      obstacles: [
        { code: "insufficient_scope", notGranted: ["products:write"], notAllowed: [], notDeclared: [] },
      ],
    });
    expect(JSON.stringify(told)).not.toContain(token.split(".")[1]);
  });

  it("tells which app it was, by whose leave, and that it is disconnected since", async () => {
    const { server, organization, explained } = await open();
    const { token, grantId } = await anAppToken(server, organization, { scopes: ["products:read"] });
    const { owner } = organization.members;
    const needing = await explained("/v1/usage", { token });
    expect(needing).toMatchObject({
      key: null,
      app: { grantId, name: "Stockroom", responsibleMemberId: owner.memberId },
      refusal: { keyId: grantId, code: "insufficient_scope", remedy: "circumstances" },
      obstacles: [{ code: "insufficient_scope", notGranted: ["usage:read"] }],
    });
    await disconnectApp(server.services.desk, ownerAct(server, organization), grantId);
    const at = new Date(server.clock.now()).toISOString();
    expect(await explained("/v1/products", { token })).toMatchObject({
      refusal: { code: "app_disconnected", limit: null },
      obstacles: [{ code: "app_disconnected", at }],
    });
  });

  it("names what was wrong with the input, and has nothing against the key", async () => {
    const { server, organization, explained } = await open();
    const { token } = await aKey(server, organization);
    const told = await explained("/v1/products", { method: "POST", token, body: { name: "" } });
    expect(told).toMatchObject({
      refusal: { code: "validation_failed", remedy: "request", errors: [{ path: "name" }] },
      obstacles: [],
    });
  });

  it("knows nothing of an id that no refusal has, in whatever form it comes", async () => {
    const { explain } = await open();
    for (const requestId of ["nobody's", "", "%", "'; drop table refusal; --", "r".repeat(64)]) {
      expect((await explain(requestId)).body).toEqual({ result: { data: null } });
    }
    expect((await explain("r".repeat(65))).status).toBe(400);
  });
});

describe("refusals.latest", () => {
  it("tells the latest first, with the names of their keys, of all keys or of one", async () => {
    const { server, organization } = await open();
    const shop = await aKey(server, organization, { name: "Shop" });
    const job = await aKey(server, organization, { name: "Job", scopes: ["usage:read"] });
    await server.send("/v1/user", { token: shop.token });
    await server.send("/v1/nothing", { token: shop.token });
    server.clock.advance(1_000);
    await server.send("/v1/products", { token: job.token });
    const latest = async (input: object) => {
      const headers = { cookie: organization.members.viewer.cookie };
      const body = { organizationId: organization.id, ...input };
      const reply = await server.send("/trpc/refusals.latest", { method: "POST", headers, body });
      return reply.body.result.data;
    };
    const ofShop = { keyId: shop.key.id, keyName: "Shop", code: "not_found", status: 404 };
    const ofJob = { keyId: job.key.id, keyName: "Job", code: "insufficient_scope", status: 403 };
    expect(await latest({})).toMatchObject([ofJob, ofShop]);
    expect(await latest({ limit: 1 })).toMatchObject([ofJob]);
    expect(await latest({ keyId: shop.key.id })).toMatchObject([ofShop]);
  });
});
