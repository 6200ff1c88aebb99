import { once } from "node:events";
import { connect } from "node:net";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractOf, isAllowed } from "../../../testing/fuzz/contract-inputs.ts";
import { editedObject } from "../../../testing/fuzz/edited-object.ts";
import { editedText } from "../../../testing/fuzz/edited-text.ts";
import { fuzz, patienceOf } from "../../../testing/fuzz/fuzzing.ts";
import { anAppToken } from "../../../testing/app-token.ts";
import { aKey, anOrganization, type TestOrganization } from "../../../testing/people.ts";
import { openServer, type Reply, type TestServer } from "../../../testing/server.ts";
import type { Route } from "../route.ts";
import { routes } from "../routes.ts";

let server: TestServer;
let organization: TestOrganization;
/** Made anew when a request has ended it, as it may. */
let good: string;
/** Of a partner app that may do everything that apps may. */
let app: string;
let keyId: string;
let productId: string;
let month: string;

beforeAll(async () => {
  server = await openServer();
  organization = await anOrganization(server);
  month = new Date(server.clock.now()).toISOString().slice(0, 7);
  server.clock.advance(40 * 86_400_000);
  app = (await anAppToken(server, organization)).token;
  await renew();
});
afterAll(() => server.close());

async function renew(): Promise<void> {
  good = (await aKey(server, organization)).token;
  keyId = (await aKey(server, organization)).key.id;
  const post = (path: string, body: object) => server.send(path, { method: "POST", token: good, body });
  // With an overlap, so that there is one to end.
  await post(`/v1/keys/${keyId}/rotate`, { overlapSeconds: 2_592_000 });
  const product = await post("/v1/products", { name: "Teapot" });
  productId = product.body.id;
}

const anId = fc.oneof(
  { weight: 3, arbitrary: fc.constant("<one>") },
  fc.constantFrom(
    "key_0123456789012345678901",
    "self",
    "%00",
    "%2e%2e",
    "%2f",
    "%zz",
    "%ff",
    "%F0%9F%92%A9",
    "..",
    ".",
    "x".repeat(2_000),
    "' OR 1=1--".replaceAll(" ", "%20"),
    "__proto__",
    "constructor",
    "2026-11",
    "-1",
  ),
);

const sendable = (text: string) => text.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, "");
const inUrl = (text: string) => text.replaceAll(/[^!-"$-~]/g, "");

const header = fc.tuple(
  fc.constantFrom(
    "x-request-id",
    "x-forwarded-for",
    "x-org-id",
    "x-http-method-override",
    "accept",
    "range",
    "if-match",
    "if-none-match",
    "idempotency-key",
    "content-type",
    "content-encoding",
    "cookie",
    "user-agent",
    "origin",
    "sec-fetch-site",
  ),
  fc.oneof(
    fc.constantFrom(
      "",
      "*",
      '"1"',
      'W/"1"',
      "text/html",
      "127.0.0.1, ::1",
      "gzip",
      "bytes=0-",
      "null",
      "DELETE",
    ),
    fc.string({ unit: "binary-ascii", maxLength: 30 }).map(sendable),
  ),
);

const requests = fc.constantFrom(...routes).chain((route) => {
  const { query, body } = contractOf(route.about.operationId);
  const queries = fc.constantFrom(...query.samples).map((each) => String(new URLSearchParams({ ...each })));
  const bodies = editedObject(body.samples, 2).map((each) => JSON.stringify(each));
  return fc.record({
    operation: fc.constant(route.about.operationId),
    method: fc.oneof(
      { weight: 8, arbitrary: fc.constant(route.method) },
      fc.constantFrom("GET", "POST", "PATCH", "DELETE", "PUT", "HEAD", "OPTIONS", "TRACE"),
    ),
    path: anId.map((id) => route.path.replace(/\{\w+\}/, id)),
    query: fc.oneof({ weight: 3, arbitrary: queries }, editedText(queries).map(inUrl)),
    body: fc.oneof({ weight: 3, arbitrary: bodies }, editedText(bodies)),
    authorization: fc.oneof(
      { weight: 6, arbitrary: fc.constant("Bearer <good>") },
      { weight: 2, arbitrary: fc.constant("Bearer <app>") },
      editedText(fc.constant("Bearer <good>"), 2).map(sendable),
    ),
    headers: fc.array(header, { maxLength: 2 }).map(Object.fromEntries<string>),
  });
});

type Sent = typeof requests extends fc.Arbitrary<infer Case> ? Case : never;

async function sent({ method, path, query, body, authorization, headers }: Sent): Promise<Reply> {
  const hasBody = ["POST", "PATCH", "PUT", "DELETE"].includes(method);
  const target = `${path.replace("<one>", oneOf(path))}${query === "" ? "" : `?${query}`}`;
  return server.send(target, {
    method,
    ...(hasBody && { body }),
    headers: {
      // Node's client by itself frames no body of a DELETE.
      ...(hasBody && { "content-type": "application/json", "content-length": `${Buffer.byteLength(body)}` }),
      authorization: authorization.replace("<good>", good).replace("<app>", app),
      ...headers,
    },
  });
}

function oneOf(path: string): string {
  if (path.startsWith("/v1/billing")) return month;
  return path.startsWith("/v1/products") ? productId : keyId;
}

function expectProblem({ status, headers, body, text }: Reply, method: string): void {
  const isProblem = headers["content-type"] === "application/problem+json";
  if (!isProblem) throw new Error(`${status} is no problem`);
  if (/node_modules|\.ts\b|SQLITE|at \w+ \(/.test(text)) throw new Error("it says too much");
  if (method === "HEAD") return;
  if (body.status !== status || body.instance !== headers["x-request-id"])
    throw new Error("it is inconsistent");
}

const isGood = (authorization: string) => /^[ \t]*bearer +<(?:good|app)>[ \t]*$/i.test(authorization);

/** Whether the contract lets this request succeed, as far as its form can tell. */
function mayPass({ operation: meant, path, method, query, body, authorization, headers }: Sent): boolean {
  if (!isGood(authorization) || "origin" in headers || "sec-fetch-site" in headers) return false;
  const operation = path === "/v1/keys/self/revoke" ? "revokeSelf" : meant;
  const route = routes.find(({ about }) => about.operationId === operation) as Route;
  if (method === "OPTIONS") return true;
  const isOfApp = authorization.includes("<app>");
  if (isOfApp && method === route.method && route.about.errors.includes("api_key_required")) return false;
  if (method !== route.method && !(method === "HEAD" && route.method === "GET")) return true;
  const { query: queries, body: bodies } = contractOf(operation);
  const asked = Object.fromEntries(new URLSearchParams(`&${query}`));
  return (
    isAllowed(queries, asked) &&
    (route.method === "GET" || isAllowed(bodies, JSON.parse(body.toWellFormed() || "{}")))
  );
}

it(
  "answers every request, none with a fault of its own, and lets none pass that may not",
  async () => {
    const passed = new Set<string>();
    await fuzz(
      "requests",
      fc.asyncProperty(requests, async (request) => {
        // Slowly enough for the account's limit to play no part.
        server.clock.advance(20);
        const reply = await sent(request);
        if (reply.status >= 500) throw new Error(`${reply.status}: ${reply.text}`);
        if (reply.status >= 400) expectProblem(reply, request.method);
        else if (!mayPass(request)) throw new Error(`${reply.status}: ${reply.text}`);
        else passed.add(request.operation);
        const hasEnded = [401, 404, 409].includes(reply.status) && request.path.includes("<one>");
        if (isGood(request.authorization) && (reply.status === 401 || hasEnded)) await renew();
      }),
    );
    // Chance decides which; most have to, or the hunt was one for refusals only.
    expect(passed.size).toBeGreaterThan(routes.length / 2);
    expect(server.logs()).not.toContain('"level":50');
  },
  patienceOf("requests"),
);

const lines = (...more: readonly string[]) =>
  ["Host: a", "Authorization: Bearer x", ...more, "", ""].join("\r\n");

describe("bytes", () => {
  const originals = [
    `GET /v1/user HTTP/1.1\r\n${lines("Connection: close")}`,
    `GET /v1/keys?limit=1 HTTP/1.0\r\n${lines()}`,
    `POST /v1/keys HTTP/1.1\r\n${lines("Content-Type: application/json", "Content-Length: 2")}{}`,
    `POST /v1/keys HTTP/1.1\r\n${lines("Transfer-Encoding: chunked")}2\r\n{}\r\n0\r\nX: y\r\n\r\n`,
    `GET /v1/user HTTP/1.1\r\n${lines()}`.repeat(3),
  ];

  it(
    "that are no request, or nearly one, are answered with a refusal or not at all",
    async () => {
      await fuzz(
        "bytes",
        fc.asyncProperty(editedText(fc.constantFrom(...originals), 6), async (text) => {
          const received = await exchanged(Buffer.from(text));
          const statuses = Array.from(received.matchAll(/^HTTP\/1\.1 (\d{3})/gm), ([, status]) => status);
          if (statuses.some((status) => !/^(?:4\d\d|100)$/.test(String(status)))) throw new Error(received);
        }),
      );
      expect((await server.send("/v1/user", { token: good })).status).toBe(200);
      expect(server.logs()).not.toContain('"level":50');
    },
    patienceOf("bytes"),
  );
});

/** What comes back until the server hangs up, as it does after a client that will say no more. */
async function exchanged(bytes: Buffer): Promise<string> {
  const socket = connect(server.port, "127.0.0.1");
  let received = "";
  socket.setEncoding("latin1").on("data", (chunk) => (received += chunk));
  socket.on("error", () => {});
  socket.end(bytes);
  await once(socket, "close");
  return received;
}
