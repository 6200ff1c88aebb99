import { describe, expect, it } from "vitest";
import { aKey, anOrganization } from "../../../testing/people.ts";
import { aServer } from "../../../testing/server.ts";

async function aStandardOrganization(options = {}) {
  const server = await aServer(options);
  const organization = await anOrganization(server, { plan: "standard" });
  const { token } = await aKey(server, organization);
  return { server, organization, token, user: () => server.send("/v1/user", { token }) };
}

const headersOf = ({ headers }: { headers: NodeJS.Dict<string | string[]> }) => ({
  policy: headers["ratelimit-policy"],
  limit: headers["ratelimit"],
});

describe("the account's limit", () => {
  it("lets 100 requests pass in a minute, refuses the 101st, and frees one when the first leaves the window", async () => {
    const { server, user } = await aStandardOrganization();
    expect(headersOf(await user())).toEqual({
      policy: '"account";q=100;w=60',
      limit: '"account";r=99;t=60',
    });
    server.clock.advance(10_000);
    for (let sent = 1; sent < 100; sent += 1) expect((await user()).status).toBe(200);

    const refused = await user();
    expect(refused.status).toBe(429);
    expect(refused.body.code).toBe("rate_limited");
    expect(refused.headers["retry-after"]).toBe("50");
    expect(headersOf(refused).limit).toBe('"account";r=0;t=50');

    server.clock.advance(49_999);
    expect((await user()).status).toBe(429);
    server.clock.advance(1);
    expect((await user()).status).toBe(200);
    expect((await user()).status).toBe(429);
  });

  it("is shared by the organization's keys and by no other organization", async () => {
    const { server, organization, user } = await aStandardOrganization();
    const { token: second } = await aKey(server, organization, { environment: "test" });
    const { token: others } = await aKey(server, await anOrganization(server));
    await user();
    expect((await server.send("/v1/user", { token: second })).headers["ratelimit"]).toBe(
      '"account";r=98;t=60',
    );
    expect((await server.send("/v1/user", { token: others })).headers["ratelimit"]).toBe(
      '"account";r=5999;t=60',
    );
  });

  it("is the same for every spelling of a path, and for paths that do not exist", async () => {
    const { server, token } = await aStandardOrganization();
    const paths = ["/v1/user", "/V1/USER", "/v1/user/", "/api/user", "/v1/nothing", "/v1/user?x=1"];
    const left = [];
    for (const path of paths) left.push((await server.send(path, { token })).headers["ratelimit"]);
    expect(left).toEqual([99, 98, 97, 96, 95, 94].map((r) => `"account";r=${r};t=60`));
  });

  it("is said on every answer to a known key, whatever its status", async () => {
    const { server, token } = await aStandardOrganization();
    const text = { "content-type": "text/plain" };
    const sent = [
      { path: "/v1/keys", status: 200 },
      { path: "/v1/keys", method: "OPTIONS", status: 204 },
      {
        path: "/v1/keys",
        method: "POST",
        body: "{",
        status: 400,
        headers: { "content-type": "application/json" },
      },
      { path: "/v1/user", headers: { origin: "https://a.example" }, status: 403 },
      { path: "/v1/keys/key_0", status: 404 },
      { path: "/v1/keys", method: "DELETE", status: 405 },
      {
        path: "/v1/keys",
        method: "POST",
        body: `{"name":"${"x".repeat(110_000)}"}`,
        status: 413,
        headers: { "content-type": "application/json" },
      },
      { path: "/v1/keys", method: "POST", body: "x", headers: text, status: 415 },
      { path: "/v1/keys", method: "POST", body: {}, status: 422 },
    ];
    for (const { path, status, ...rest } of sent) {
      const reply = await server.send(path, { token, ...rest });
      expect(reply.status).toBe(status);
      expect(headersOf(reply)).toEqual({
        policy: '"account";q=100;w=60',
        limit: expect.stringMatching(/^"account";r=\d+;t=\d+$/),
      });
    }
  });

  it("is not spent by refusals before it: browsers, addresses, bad tokens", async () => {
    const { server, organization, user } = await aStandardOrganization();
    const { token: bound } = await aKey(server, organization, { addresses: ["203.0.113.1"] });
    await server.send("/v1/user", { token: bound });
    await server.send("/v1/user", { token: bound, headers: { origin: "https://a.example" } });
    await server.send("/v1/user", { token: "bad" });
    expect((await user()).headers["ratelimit"]).toBe('"account";r=99;t=60');
  });

  it("is not reset by a rotation", async () => {
    const { server, token, user } = await aStandardOrganization();
    await user();
    const { body } = await server.send("/v1/keys", { token });
    const id = body.data[0].id;
    const rotated = await server.send(`/v1/keys/${id}/rotate`, {
      method: "POST",
      token,
      body: { overlapSeconds: 0 },
    });
    const next = await server.send("/v1/user", { token: rotated.body.token });
    expect(next.headers["ratelimit"]).toBe('"account";r=96;t=60');
  });

  it("does not mind a clock on the wall that jumps", async () => {
    const { server, token } = await aStandardOrganization();
    await server.send("/v1/user", { token });
    server.clock.jump(-3_600_000);
    expect((await server.send("/v1/user", { token })).headers["ratelimit"]).toBe('"account";r=98;t=60');
    server.clock.jump(7_200_000);
    expect((await server.send("/v1/user", { token })).headers["ratelimit"]).toBe('"account";r=97;t=60');
  });
});

describe("bad tokens from one client", () => {
  it("are 429 beyond the setting, while a valid key from the same address passes", async () => {
    const { server, user } = await aStandardOrganization({ failuresPerMinute: 3 });
    const guess = (address: string) =>
      server.send("/v1/user", { token: "guess", headers: { "x-forwarded-for": address } });
    for (let tried = 0; tried < 3; tried += 1) expect((await guess("192.0.2.7")).status).toBe(401);
    const refused = await guess("192.0.2.7");
    expect([refused.status, refused.body.code]).toEqual([429, "too_many_failures"]);
    expect(refused.headers["retry-after"]).toBe("60");
    expect(refused.headers["ratelimit"]).toBeUndefined();
    expect((await guess("192.0.2.8")).status).toBe(401);
    expect((await user()).status).toBe(200);
    server.clock.advance(60_000);
    expect((await guess("192.0.2.7")).status).toBe(401);
  });

  it("are counted by the address that the trusted proxy saw, not by one that the client made up", async () => {
    const { server } = await aStandardOrganization({ failuresPerMinute: 1 });
    const guess = (forwarded: string) =>
      server.send("/v1/user", { token: "guess", headers: { "x-forwarded-for": forwarded } });
    expect((await guess("198.51.100.1, 192.0.2.7")).status).toBe(401);
    expect((await guess("198.51.100.2, 192.0.2.7")).status).toBe(429);
  });
});

describe("the last use of a secret", () => {
  it("names the route's pattern, the client and the status, for refusals too", async () => {
    const { server, organization, token } = await aStandardOrganization();
    const { key } = await aKey(server, organization, { name: "Shop" });
    const headers = { "user-agent": "shop/1.0", "x-forwarded-for": "203.0.113.5" };
    await server.send(`/v1/keys/${key.id}?token`, { token, headers });
    const useOf = async () => {
      const { body } = await server.send("/v1/keys?search=Key", { token });
      return body.data[0].lastUse;
    };
    await server.send(`/v1/keys/${key.id}`, { token, headers });
    expect(await useOf()).toMatchObject({
      route: "/v1/keys/{id}",
      method: "GET",
      status: 200,
      address: "203.0.113.5",
      userAgent: "shop/1.0",
      requests: 1,
    });
    await server.send("/v1/not/there", { token });
    expect(await useOf()).toMatchObject({ route: "(unknown path)", status: 404, requests: 3 });
    await server.send("/v1/user", { token, headers: { origin: "https://a.example" } });
    expect(await useOf()).toMatchObject({ route: "/v1/user", status: 403 });
  });
});
