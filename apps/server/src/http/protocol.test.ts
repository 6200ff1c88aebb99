import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aKey, anOrganization } from "../../testing/people.ts";
import { aServer, openServer, type TestServer } from "../../testing/server.ts";

let server: TestServer;
let token: string;

beforeAll(async () => {
  server = await openServer();
  ({ token } = await aKey(server, await anOrganization(server)));
});
afterAll(() => server.close());

const head = (...lines: string[]) => [...lines, "", ""].join("\r\n");
const authorization = () => `Authorization: Bearer ${token}`;
const post = (...lines: string[]) =>
  head("POST /v1/keys HTTP/1.1", "Host: a", authorization(), "Content-Type: application/json", ...lines);
const chunked = () => post("Transfer-Encoding: chunked");
const answers = (text: string) => text.match(/HTTP\/1\.1 \d{3}/g) ?? [];
const problemIn = (text: string) => JSON.parse(text.slice(text.indexOf("\r\n\r\n") + 4));

describe("a request that breaks the rules of HTTP is answered once, as a problem, and the connection is closed", () => {
  it.each([
    ["no Host", 400, () => head("GET /v1/user HTTP/1.1", authorization())],
    ["two Hosts", 400, () => head("GET /v1/user HTTP/1.1", "Host: a", "Host: a")],
    ["a Host that is no name", 400, () => head("GET / HTTP/1.1", "Host: <a>")],
    ["a Host with a broken escape", 400, () => head("GET / HTTP/1.1", "Host: a%zz")],
    ["a Host with a path", 400, () => head("GET / HTTP/1.1", "Host: a/b")],
    ["a Host with a port that is none", 400, () => head("GET / HTTP/1.1", "Host: a:b")],
    ["a Host with a user", 400, () => head("GET / HTTP/1.1", "Host: u@a")],
    [
      "two Content-Types",
      400,
      () => head("GET / HTTP/1.1", "Host: a", "Content-Type: a/b", "Content-Type: c/d"),
    ],
    ["two Origins", 400, () => head("GET / HTTP/1.1", "Host: a", "Origin: a", "Origin: b")],
    [
      "space before the colon",
      400,
      () => head("GET /v1/user HTTP/1.1", "Host: a", `Authorization : Bearer ${token}`),
    ],
    [
      "a folded line",
      400,
      () => head("GET /v1/user HTTP/1.1", "Host: a", "Authorization: Bearer", ` ${token}`),
    ],
    [
      "NUL in a header",
      400,
      () => head("GET /v1/user HTTP/1.1", "Host: a", `Authorization: Bearer \0${token}`),
    ],
    ["a bare CR", 400, () => head("GET /v1/user HTTP/1.1", "Host: a", `Authorization: Bearer \r${token}`)],
    [
      "both lengths",
      400,
      () =>
        head("POST /v1/user HTTP/1.1", "Host: a", "Content-Length: 3", "Transfer-Encoding: chunked") +
        "0\r\n\r\n",
    ],
    [
      "two Content-Lengths",
      400,
      () => head("POST /v1/user HTTP/1.1", "Host: a", "Content-Length: 3", "Content-Length: 4") + "abc",
    ],
    [
      "an unknown transfer coding",
      400,
      () => head("POST /v1/user HTTP/1.1", "Host: a", authorization(), "Transfer-Encoding: xchunked"),
    ],
    [
      "chunked that is not last",
      400,
      () => head("POST /v1/user HTTP/1.1", "Host: a", "Transfer-Encoding: chunked, identity") + "0\r\n\r\n",
    ],
    [
      "a transfer coding in HTTP/1.0",
      400,
      () =>
        head(
          "POST /v1/user HTTP/1.0",
          authorization(),
          "Transfer-Encoding: chunked",
          "Connection: keep-alive",
        ) + "0\r\n\r\n",
    ],
    ["two transfer codings", 400, () => post("Transfer-Encoding: chunked", "Transfer-Encoding: chunked")],
    ["a packed transfer coding", 400, () => post("Transfer-Encoding: gzip, chunked")],
    ["a negative length", 400, () => post("Content-Length: -1")],
    ["a length with a sign", 400, () => post("Content-Length: +0")],
    ["a hexadecimal length", 400, () => post("Content-Length: 0x0")],
    ["a length twice in one line", 400, () => post("Content-Length: 0, 0")],
    ["the same length twice", 400, () => post("Content-Length: 0", "Content-Length: 0")],
    ["a length without end", 400, () => post("Content-Length: 99999999999999999999")],
    ["a chunk without end", 400, () => `${chunked()}FFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n`],
    ["a negative chunk", 400, () => `${chunked()}-1\r\n{}\r\n0\r\n\r\n`],
    ["chunks with bare line feeds", 400, () => `${chunked()}2\n{}\n0\n\n`],
    ["a chunk extension with a bare line feed", 400, () => `${chunked()}2;\n{}\r\n0\r\n\r\n`],
    ["a chunk extension of 20 kB", 413, () => `${chunked()}2;${"a".repeat(20_000)}\r\n{}\r\n0\r\n\r\n`],
    ["trailers of 20 kB", 431, () => `${chunked()}2\r\n{}\r\n0\r\nX: ${"a".repeat(20_000)}\r\n\r\n`],
    ["bare line feeds", 400, () => `GET /v1/user HTTP/1.1\nHost: a\n${authorization()}\n\n`],
    ["a line without a colon", 400, () => head("GET /v1/user HTTP/1.1", "Host: a", "X")],
    ["a header without a name", 400, () => head("GET /v1/user HTTP/1.1", "Host: a", ": x")],
    ["a header's name in UTF-8", 400, () => head("GET /v1/user HTTP/1.1", "Host: a", "\u00c9: x")],
    ["HTTP/2", 400, () => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
    ["HTTP/1.2", 400, () => head("GET /v1/user HTTP/1.2", "Host: a")],
    ["a method in small letters", 400, () => head("get /v1/user HTTP/1.1", "Host: a")],
    ["a space in the URL", 400, () => head("GET /v1/us er HTTP/1.1", "Host: a")],
    ["an unknown method", 400, () => head("FOO / HTTP/1.1", "Host: a")],
    ["another protocol's line", 400, () => "hello\r\n\r\n"],
    ["a URL that is none", 400, () => head("GET http://[ HTTP/1.1", "Host: a")],
    ["a URL of another scheme", 400, () => head("GET ftp://a/v1/user HTTP/1.1", "Host: a")],
    ["a fragment", 400, () => head("GET //a@[#x HTTP/1.1", "Host: a")],
    ["HTTP/0.9", 400, () => "GET /v1/user\r\n\r\n"],
    [
      "more than 100 header lines",
      431,
      () => head("GET /v1/user HTTP/1.1", "Host: a", ...Array.from({ length: 100 }, (_, i) => `X-${i}: 1`)),
    ],
    [
      "so many that Node would drop some",
      431,
      () =>
        head(
          "GET /v1/user HTTP/1.1",
          "Host: a",
          ...Array.from({ length: 1_100 }, (_, i) => `x${i}:`),
          authorization(),
        ),
    ],
    [
      "a header of more than 16 kB",
      431,
      () => head("GET /v1/user HTTP/1.1", "Host: a", `X: ${"x".repeat(17_000)}`),
    ],
    ["a URL of 20 kB", 431, () => head(`GET /v1/${"x".repeat(20_000)} HTTP/1.1`, "Host: a")],
    [
      "another expectation",
      417,
      () => head("POST /v1/keys HTTP/1.1", "Host: a", "Expect: the-unexpected", "Content-Length: 0"),
    ],
  ])("%s: %i", async (_, status, text) => {
    const received = await server.raw(text());
    expect(answers(received)).toEqual([`HTTP/1.1 ${status}`]);
    expect(received).toMatch(/Content-Type: application\/problem\+json/i);
    expect(received).toMatch(/Connection: close/i);
    expect(problemIn(received)).toMatchObject({ status });
    expect(received).not.toContain(token);
    expect(received.length).toBeLessThan(2_000);
    expect((await server.send("/healthz")).status).toBe(200);
  });

  it("100 header lines are fine", async () => {
    const filler = Array.from({ length: 97 }, (_, i) => `X-${i}: 1`);
    const text = head("GET /v1/user HTTP/1.1", "Host: a", "Connection: close", ...filler, authorization());
    expect(answers(await server.raw(text))).toEqual(["HTTP/1.1 200"]);
  });
});

it.each([
  ["/v1/keys", () => authorization()],
  ["/auth/sign-in/email", () => "Origin: http://katkey.test"],
])(
  "takes a client that hangs up in the middle of its body to %s for no fault of ours",
  async (path, line) => {
    const own = await aServer();
    const { token: mine } = await aKey(own, await anOrganization(own));
    const lines = [line().replace(token, mine), "Content-Type: application/json", "Content-Length: 100"];
    await own.rawInParts([head(`POST ${path} HTTP/1.1`, "Host: a", ...lines) + "{"], async () => {});
    await expect.poll(() => own.logs()).toMatch(/hung up|refused/);
    expect(own.logs()).not.toContain('"level":50');
  },
);

it("never lets a body become a second request", async () => {
  const smuggled = head("GET /v1/user HTTP/1.1", "Host: a", `Authorization: Bearer ${token}`);
  const outer = head(
    "POST /v1/user HTTP/1.1",
    "Host: a",
    "Connection: close",
    `Content-Length: ${smuggled.length}`,
  );
  expect(answers(await server.raw(outer + smuggled))).toEqual(["HTTP/1.1 401"]);
});

it("answers once when the body turns out to be broken, before or after the answer", async () => {
  const text = head("POST /v1/user HTTP/1.1", "Host: a", "Transfer-Encoding: chunked");
  expect(answers(await server.raw(`${text}ZZ\r\n`))).toHaveLength(1);
  expect(answers(await inTwoParts(server.port, text, "ZZ\r\n"))).toEqual(["HTTP/1.1 401"]);
});

const request = (bearer: string, ...more: string[]) =>
  head("GET /v1/user HTTP/1.1", "Host: a", `Authorization: Bearer ${bearer}`, ...more);

it("answers pipelined requests in their order, each by its own key", async () => {
  const text = request(token) + request("wrong") + request(token, "Connection: close");
  expect(answers(await server.raw(text))).toEqual(["HTTP/1.1 200", "HTTP/1.1 401", "HTTP/1.1 200"]);
});

it("answers what came before a broken request first, and then that", async () => {
  const good = request(token).repeat(2);
  expect(answers(await server.raw(`${good}broken\r\n\r\n${good}`))).toEqual([
    "HTTP/1.1 200",
    "HTTP/1.1 200",
    "HTTP/1.1 400",
  ]);
  expect(answers(await server.raw(`${good}${chunked()}ZZ\r\n${good}`))).toEqual([
    "HTTP/1.1 200",
    "HTTP/1.1 200",
    "HTTP/1.1 400",
  ]);
});

it("takes nothing from trailers that a header was not sent for", async () => {
  const trailers = "2\r\n{}\r\n0\r\nAuthorization: Bearer x\r\nContent-Type: text/plain\r\n\r\n";
  expect(answers(await server.raw(chunked() + trailers))).toEqual(["HTTP/1.1 422"]);
});

it.each(["a", "a.example:8080", "127.0.0.1", "[::1]:3000", "%41", ""])("takes the Host %j", async (host) => {
  const text = head("GET /v1/user HTTP/1.1", `Host: ${host}`, authorization(), "Connection: close");
  expect(answers(await server.raw(text))).toEqual(["HTTP/1.1 200"]);
});

it("speaks HTTP/1.0 without a Host", async () => {
  const received = await server.raw(head("GET /v1/user HTTP/1.0", `Authorization: Bearer ${token}`));
  expect(answers(received)).toEqual(["HTTP/1.1 200"]);
});

it("does not become a proxy for a URL of another host", async () => {
  const text = head("GET http://other.example/v1/user HTTP/1.1", "Host: a", "Connection: close");
  expect(answers(await server.raw(text))).toEqual(["HTTP/1.1 401"]);
});

it("ignores an upgrade", async () => {
  const lines = ["Connection: upgrade", "Upgrade: websocket", `Authorization: Bearer ${token}`];
  expect((await server.raw(head("GET /v1/user HTTP/1.1", "Host: a", ...lines))).slice(0, 12)).toBe(
    "HTTP/1.1 200",
  );
});

it("closes the connection of CONNECT", async () => {
  expect(await server.raw(head("CONNECT other.example:443 HTTP/1.1", "Host: a"))).not.toContain(" 200 ");
});

it("says nothing to OPTIONS *", async () => {
  const received = await server.raw(head("OPTIONS * HTTP/1.1", "Host: a", "Connection: close"));
  expect(received.slice(0, 12)).toBe("HTTP/1.1 404");
});

function inTwoParts(port: number, first: string, second: string): Promise<string> {
  return new Promise((resolve) => {
    let received = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(first));
    socket.setEncoding("utf8").on("data", (chunk) => (received += chunk));
    socket.once("data", () => socket.write(second));
    socket.on("error", () => {}).on("close", () => resolve(received));
  });
}

describe("the headers of a page", () => {
  it.each(["/", "/keys/some", "/docs/errors", "/trpc/session.me", "/auth/x", "/nothing.js"])(
    "let it run its own scripts only: %s",
    async (path) => {
      const { headers } = await server.send(path, { headers: { accept: "text/html" } });
      const policy = String(headers["content-security-policy"]);
      if (!policy.startsWith("default-src 'none'")) {
        expect(policy.split(";")).toEqual(
          expect.arrayContaining([
            "default-src 'self'",
            "script-src 'self'",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
          ]),
        );
      }
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe-eval");
      expect(headers["x-frame-options"]).toBe("DENY");
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
      for (const name of ["x-powered-by", "server", "access-control-allow-origin"]) {
        expect(headers).not.toHaveProperty(name);
      }
    },
  );
});

describe("health", () => {
  it("needs no key and gives no data", async () => {
    for (const path of ["/healthz", "/readyz"]) {
      const reply = await server.send(path);
      expect([reply.status, reply.text]).toEqual([200, '{"status":"ok"}']);
    }
  });

  it.each([
    ["0f".repeat(16), /^\{"status":"ok","answer":"[0-9a-f]{64}","secretAnswer":"[0-9a-f]{64}"\}$/],
    ["whose?", /^\{"status":"ok"\}$/],
  ])("answers whose it is to a question of the right form only: %s", async (question, answer) => {
    const reply = await server.send("/readyz", { headers: { "katkey-question": question } });
    expect(reply.text).toMatch(answer);
  });

  it.each([
    "/debug",
    "/metrics",
    "/admin.json",
    "/.env",
    "/.git/HEAD",
    "/swagger.json",
    "/assets/",
    "/index.js.map",
  ])("has nothing at %s", async (path) => {
    const reply = await server.send(path);
    expect(reply.status).toBe(404);
    expect(reply.body.code).toBe("not_found");
  });
});

it("answers an unexpected fault with its request id only, and logs it with the rest", async () => {
  const broken = await aServer({
    wrap: (services) => ({
      ...services,
      usage: { ...services.usage, lastUses: () => Promise.reject(new Error("SQLITE_BUSY at /var/lib/x")) },
    }),
  });
  const { token: own } = await aKey(broken, await anOrganization(broken));
  const reply = await broken.send("/v1/keys?search=Key", { token: own });
  expect(reply.status).toBe(500);
  expect(reply.body).toEqual({
    type: "http://katkey.test/docs/errors#internal_error",
    title: "Something went wrong on our side",
    status: 500,
    detail: "The request failed for a reason that is not in the request.",
    instance: reply.headers["x-request-id"],
    code: "internal_error",
  });
  expect(reply.headers["ratelimit"]).toBeDefined();
  expect(broken.logs()).toContain("SQLITE_BUSY");
  expect(broken.logs()).toContain(String(reply.headers["x-request-id"]));
  expect(broken.logs()).not.toContain("search=");
  expect(broken.logs()).not.toContain(own);
});
