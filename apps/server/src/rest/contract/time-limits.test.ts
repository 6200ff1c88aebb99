import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { aKey, anOrganization } from "../../../testing/people.ts";
import { aServer } from "../../../testing/server.ts";

const head = (...lines: string[]) => [...lines, "", ""].join("\r\n");
const answers = (text: string) => text.match(/HTTP\/1\.1 \d{3}/g) ?? [];
const codeIn = (text: string) => /"code":"(\w+)"/.exec(text)?.[1];

/** Real limits, and short ones. */
const limits = { headersTimeout: 300, requestTimeout: 600, keepAliveTimeout: 200 };

async function aHurriedServer() {
  const server = await aServer({ limits });
  const { token } = await aKey(server, await anOrganization(server));
  return { port: server.port, server, authorization: `Authorization: Bearer ${token}` };
}

/** What comes back until the server hangs up, while a drop is sent every now and then. */
function untilClosed(port: number, text: string, drop = ""): Promise<string> {
  return new Promise((resolve) => {
    let received = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    const dripping = setInterval(() => drop !== "" && socket.write(drop), 50);
    socket.setEncoding("utf8").on("data", (chunk) => (received += chunk));
    socket
      .on("error", () => {})
      .on("close", () => {
        clearInterval(dripping);
        resolve(received);
      });
  });
}

it("headers within 10 s, a whole request within 15 s, idle keep-alive 65 s", async () => {
  const { server } = await aServer();
  const { headersTimeout, requestTimeout, keepAliveTimeout } = server;
  expect([headersTimeout, requestTimeout, keepAliveTimeout]).toEqual([10_000, 15_000, 65_000]);
});

describe("headers that do not arrive in time: 408, and the connection is closed", () => {
  it.each([
    ["none", "", ""],
    ["half of them", "GET /v1/user HTTP/1.1\r\nHost: a\r\n", ""],
    ["one letter after the other", "GET /v1/user HTTP/1.1\r\nHost: a\r\nX: ", "x"],
    ["one line after the other", "GET /v1/user HTTP/1.1\r\nHost: a\r\n", "X: y\r\n"],
  ])("%s", async (_, sent, drop) => {
    const { port } = await aHurriedServer();
    const received = await untilClosed(port, sent, drop);
    expect(answers(received)).toEqual(["HTTP/1.1 408"]);
    expect(codeIn(received)).toBe("request_timeout");
  });
});

describe("a whole request that does not arrive in time: 408, once, and the connection is closed", () => {
  it.each([
    ["none of its body", "Content-Length: 100", "", ""],
    ["half of its body", "Content-Length: 100", "{", ""],
    ["one letter after the other", "Content-Length: 100", "{", " "],
    ["one chunk after the other", "Transfer-Encoding: chunked", "1\r\n{\r\n", "1\r\n \r\n"],
  ])("%s", async (_, framing, sent, drop) => {
    const { port, authorization } = await aHurriedServer();
    const lines = ["Host: a", authorization, "Content-Type: application/json", framing];
    const received = await untilClosed(port, head("POST /v1/keys HTTP/1.1", ...lines) + sent, drop);
    expect(answers(received)).toEqual(["HTTP/1.1 408"]);
    expect(codeIn(received)).toBe("request_timeout");
  });
});

it("idle keep-alive: the connection is closed without a word", async () => {
  const { port, authorization } = await aHurriedServer();
  const received = await untilClosed(port, head("GET /v1/user HTTP/1.1", "Host: a", authorization));
  expect(answers(received)).toEqual(["HTTP/1.1 200"]);
  expect(received).toMatch(/\r\nConnection: keep-alive\r\n/);
});

it("header block ≤ 16 kB", async () => {
  const server = await aServer();
  const { token } = await aKey(server, await anOrganization(server));
  const ofSize = (bytes: number) =>
    server.send("/v1/user", { token, headers: { "x-large": "x".repeat(bytes) } });
  expect((await ofSize(16_000)).status).toBe(200);
  expect((await ofSize(16_384)).status).toBe(431);
});
