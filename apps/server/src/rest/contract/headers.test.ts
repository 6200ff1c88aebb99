import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everyAnswer, type ProvokedAnswer } from "../../../testing/every-answer.ts";
import { aKey, anOrganization } from "../../../testing/people.ts";
import { aServer, openServer, type TestServer } from "../../../testing/server.ts";

let server: TestServer;
let token: string;
let answers: readonly ProvokedAnswer[];
let authenticated: readonly ProvokedAnswer[];

beforeAll(async () => {
  server = await openServer();
  ({ token } = await aKey(server, await anOrganization(server)));
  answers = await everyAnswer(server);
  authenticated = answers.filter((answer) => answer.authenticated);
});
afterAll(() => server.close());

const sendWithId = (id: string) => server.send("/v1/user", { headers: { "x-request-id": id } });

describe("X-Request-Id", () => {
  it.each(["3f9f1f6e-8a73-4a0c-8a1e-0d7a4a4ce6b8", "a", "Trace-1_2.3", "x".repeat(64)])(
    "is taken from the request when it is a UUID or 1–64 characters of [A-Za-z0-9._-]: %s",
    async (id) => {
      const reply = await sendWithId(id);
      expect(reply.headers["x-request-id"]).toBe(id);
      expect(reply.body.instance).toBe(id);
    },
  );

  it.each(["", "x".repeat(65), "a b", "<script>", "a,b", "ä"])("is else made: not %j", async (id) => {
    const reply = await sendWithId(Buffer.from(id).toString("latin1"));
    expect(reply.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(reply.body.instance).toBe(reply.headers["x-request-id"]);
  });

  it("is a new one for each request, on every answer", async () => {
    const paths = ["/", "/healthz", "/readyz", "/docs/errors", "/trpc/x", "/auth/x", "/nothing.js"];
    const others = await Promise.all(paths.map((path) => server.send(path)));
    const ids = [...answers.map(({ reply }) => reply), ...others].map(
      ({ headers }) => headers["x-request-id"],
    );
    expect(ids.every((id) => typeof id === "string" && id !== "")).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it("Cache-Control: no-store on everything authenticated, and on what is refused", () => {
  for (const { reply } of answers) expect(reply.headers["cache-control"]).toBe("no-store");
});

it("Vary: Authorization", () => {
  for (const { reply } of answers) expect(reply.headers.vary).toBe("Authorization");
});

it("the usual security headers", () => {
  for (const { reply } of answers) {
    expect(reply.headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "cross-origin-resource-policy": "same-origin",
    });
  }
});

it("Strict-Transport-Security where people reach it over TLS, and only there", async () => {
  const secure = await aServer({ origin: "https://katkey.test" });
  for (const path of ["/v1/user", "/"]) {
    expect((await server.send(path)).headers["strict-transport-security"]).toBeUndefined();
    expect((await secure.send(path)).headers["strict-transport-security"]).toMatch(/^max-age=31536000/);
  }
});

describe('RateLimit-Policy: "account";q=100;w=60 and RateLimit: "account";r=<remaining>;t=<seconds>', () => {
  it("on every authenticated answer", () => {
    for (const { reply } of authenticated) {
      expect(reply.headers["ratelimit-policy"]).toMatch(/^"account";q=(?:100|6000);w=60$/);
      expect(reply.headers["ratelimit"]).toMatch(/^"account";r=\d+;t=(?:[0-9]|[1-5]\d|60)$/);
    }
  });

  it("on no other: they would say how much a stranger's victim is doing", () => {
    for (const { reply } of answers.filter((answer) => !answer.authenticated)) {
      expect(reply.headers).not.toHaveProperty("ratelimit");
      expect(reply.headers).not.toHaveProperty("ratelimit-policy");
    }
  });
});

it.each(["x-powered-by", "server", "etag", "last-modified", "set-cookie"])("no %s", (name) => {
  for (const { reply } of answers) expect(reply.headers).not.toHaveProperty(name);
});

it("no CORS header", () => {
  for (const { reply } of answers) {
    expect(Object.keys(reply.headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
  }
});

it("a length, a date, and the media type whatever is asked for", async () => {
  const headers = {
    accept: "text/html",
    range: "bytes=0-1",
    "if-none-match": "*",
    "accept-encoding": "gzip",
  };
  const reply = await server.send("/v1/user", { token, headers });
  expect(reply.status).toBe(200);
  expect(reply.headers).toMatchObject({
    "content-type": "application/json; charset=utf-8",
    "content-length": String(Buffer.byteLength(reply.text)),
    date: expect.stringMatching(/GMT$/),
  });
  expect(reply.headers).not.toHaveProperty("content-encoding");
});
