import { describe, expect, it } from "vitest";
import { aKey, anOrganization, type TestOrganization } from "../../../testing/people.ts";
import { aServer, type TestServer } from "../../../testing/server.ts";

const hour = 3_600_000;

async function aCountedServer() {
  const server = await aServer();
  const organization = await anOrganization(server);
  const { key, token } = await aKey(server, organization, { scopes: ["usage:read", "keys:read"] });
  const usage = async (query = "") => server.send(`/v1/usage${query}`, { token });
  return { server, organization, key, token, usage };
}

/** A key of its own, so that what is counted does not depend on who asks. */
async function used(server: TestServer, organization: TestOrganization, times: number, options = {}) {
  const { key, token } = await aKey(server, organization, options);
  for (let i = 0; i < times; i += 1) await server.send("/v1/user", { token });
  return { key, token };
}

describe("GET /v1/usage", () => {
  it("counts every answered request once, by key, route and class of status", async () => {
    const { server, organization, usage, key } = await aCountedServer();
    const other = await used(server, organization, 3);
    await server.send("/v1/nowhere", { token: other.token });
    await server.send("/v1/keys/key_0123", { token: other.token });

    const by = async (group: string) => {
      const { data } = (await usage(`?group_by=${group}`)).body;
      return Object.fromEntries(
        data.map(({ group, served }: { group: string; served: number }) => [group, served]),
      );
    };
    expect(await by("key")).toEqual({ [other.key.id]: 5 });
    expect(await by("key")).toEqual({ [other.key.id]: 5, [key.id]: 1 });
    expect(await by("route")).toEqual({
      "GET /v1/user": 3,
      "GET (unknown path)": 1,
      "GET /v1/keys/{id}": 1,
      "GET /v1/usage": 2,
    });
    expect(await by("status")).toEqual({ "2xx": 6, "4xx": 2 });
    expect((await usage()).body.data).toMatchObject([{ group: null, served: 9 }]);
  });

  it("counts methods that no route has as one, so that nobody can make up rows", async () => {
    const { server, organization, usage } = await aCountedServer();
    const { token } = await aKey(server, organization);
    for (const method of ["PUT", "PROPFIND", "MKCALENDAR", "TRACE"]) {
      await server.send("/v1/user", { method, token });
    }
    const { data } = (await usage("?group_by=route")).body;
    expect(data).toMatchObject([
      { group: "(other method) /v1/user", served: 3 },
      { group: "PUT /v1/user", served: 1 },
    ]);
  });

  it("keeps no token that a client says it is", async () => {
    const { server, key, token } = await aCountedServer();
    for (const userAgent of [token, `x${token}`, `${"a".repeat(200)} ${token}`, `${token} ${token}`]) {
      await server.send("/v1/user", { token, headers: { "user-agent": userAgent } });
      const { text } = await server.send(`/v1/keys/${key.id}`, { token });
      expect(text).toContain("/v1/user");
      expect(text).not.toContain(token.split(".")[1]?.slice(0, 20));
    }
  });

  it("counts apart what was refused, and what failed", async () => {
    const { server, organization, usage } = await aCountedServer();
    const { token } = await aKey(server, organization, {
      scopes: ["usage:read"],
      addresses: ["203.0.113.7"],
    });
    const allowed = { "x-forwarded-for": "203.0.113.7" };
    expect((await server.send("/v1/user", { token })).status).toBe(403);
    expect((await server.send("/v1/keys", { token, headers: allowed })).status).toBe(403);
    expect((await server.send("/v1/user", { token, headers: allowed })).status).toBe(200);
    expect((await usage()).body.total).toEqual({ served: 1, refused: 2, failed: 0 });
  });

  it("does not count what no key can be named for", async () => {
    const { server, usage } = await aCountedServer();
    await server.send("/v1/user");
    await server.send("/v1/user", { token: "kat_live_nonsense" });
    expect((await usage()).body.total).toEqual({ served: 0, refused: 0, failed: 0 });
  });

  it("tells hours, days and months, widened to whole ones", async () => {
    const { server, organization, usage } = await aCountedServer();
    const { token } = await aKey(server, organization);
    await server.send("/v1/user", { token });
    const first = server.clock.now();
    server.clock.advance(hour);
    await server.send("/v1/user", { token });
    const times = `from=${new Date(first).toISOString()}&to=${new Date(first + hour + 1).toISOString()}`;
    const hours = (await usage(`?granularity=hour&${times}`)).body;
    expect(hours.from).toBe(new Date(first - (first % hour)).toISOString());
    expect(hours.to).toBe(new Date(first - (first % hour) + 2 * hour).toISOString());
    expect(hours.data.map(({ served }: { served: number }) => served)).toEqual([1, 1]);
    const month = new Date(first).toISOString().slice(0, 7);
    const months = (await usage(`?granularity=month&from=${month}-15`)).body;
    expect(months.from).toBe(`${month}-01T00:00:00.000Z`);
    expect(months.data[0]).toMatchObject({ start: `${month}-01T00:00:00.000Z` });
  });

  it("tells live and test apart, and shows a test key nothing of live", async () => {
    const { server, organization, usage } = await aCountedServer();
    await used(server, organization, 2);
    const test = await used(server, organization, 1, { environment: "test", scopes: ["usage:read"] });
    const total = async (query: string, token?: string) => {
      const answer = token ? await server.send(`/v1/usage${query}`, { token }) : await usage(query);
      return [answer.body.environment, answer.body.total.served];
    };
    expect(await total("?environment=test")).toEqual(["test", 1]);
    expect(await total("?environment=live")).toEqual(["live", 3]);
    expect(await total("")).toEqual([null, 5]);
    expect(await total("", test.token)).toEqual(["test", 1]);
    expect(await server.send("/v1/usage?environment=live", { token: test.token })).toMatchObject({
      status: 403,
      body: { code: "environment_not_allowed" },
    });
  });

  it("pages through many buckets without losing or repeating one", async () => {
    const { server, organization, usage } = await aCountedServer();
    for (let i = 0; i < 5; i += 1) await used(server, organization, 1);
    await usage();
    const groups: string[] = [];
    const environment = "?group_by=key&environment=live&limit=2";
    for (let query = environment; query !== "";) {
      const { data, nextCursor, total } = (await usage(query)).body;
      groups.push(...data.map(({ group }: { group: string }) => group));
      expect(total.served).toBeGreaterThanOrEqual(5);
      query = nextCursor === null ? "" : `${environment}&cursor=${nextCursor}`;
    }
    expect(new Set(groups).size).toBe(6);
    expect(groups).toHaveLength(6);
  });

  it("refuses a cursor of another question", async () => {
    const { server, organization, usage } = await aCountedServer();
    await used(server, organization, 1);
    const { nextCursor } = (await usage("?group_by=status&limit=1")).body;
    await server.send("/v1/nowhere");
    const { nextCursor: cursor } = (await usage("?group_by=route&limit=1")).body;
    expect(nextCursor).toBe(null);
    expect((await usage(`?group_by=key&limit=1&cursor=${cursor}`)).body.code).toBe("cursor_invalid");
  });

  it.each([
    ["?granularity=week", "validation_failed"],
    ["?group_by=member", "validation_failed"],
    ["?from=yesterday", "validation_failed"],
    ["?from=2026-02-30", "validation_failed"],
    ["?from=1969-12-31", "validation_failed"],
    ["?from=2026-11-21T12:00:00", "validation_failed"],
    ["?limit=0", "validation_failed"],
    ["?limit=5001", "validation_failed"],
    ["?from=2026-11-02&to=2026-11-01", "usage_range_invalid"],
    ["?granularity=hour&from=2026-01-01&to=2026-11-01", "usage_range_invalid"],
    ["?granularity=month&from=1970-01-01", "usage_range_invalid"],
  ])("refuses %s", async (query, code) => {
    const { usage } = await aCountedServer();
    expect(await usage(query)).toMatchObject({ status: 422, body: { code } });
  });

  it("needs the scope usage:read", async () => {
    const { server, organization } = await aCountedServer();
    const { token } = await aKey(server, organization, { scopes: ["keys:read"] });
    expect((await server.send("/v1/usage", { token })).status).toBe(403);
  });
});

describe("a request that cannot be counted", () => {
  it("is not served", async () => {
    const server = await aServer({
      wrap: (services) => ({ ...services, usage: { ...services.usage, isCounting: () => false } }),
    });
    const { token } = await aKey(server, await anOrganization(server));
    const answer = await server.send("/v1/user", { token });
    expect(answer).toMatchObject({ status: 503, body: { code: "busy" } });
    expect(answer.headers["retry-after"]).toBe("2");
  });

  it("is answered only when it is counted", async () => {
    const counted = Promise.withResolvers<void>();
    const server = await aServer({
      wrap: (services) => ({ ...services, usage: { ...services.usage, record: () => counted.promise } }),
    });
    const { token } = await aKey(server, await anOrganization(server));
    let answered = false;
    const answer = server.send("/v1/user", { token }).then((reply) => {
      answered = true;
      return reply.status;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(answered).toBe(false);
    counted.resolve();
    expect(await answer).toBe(200);
  });
});
