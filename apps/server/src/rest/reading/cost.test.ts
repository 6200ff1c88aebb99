import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aKey, anOrganization } from "../../../testing/people.ts";
import { openServer, type TestServer } from "../../../testing/server.ts";
import { parseAuthorization } from "../caller/bearer.ts";
import type { Route } from "../route.ts";
import { routes } from "../routes.ts";
import { strayTokensInUrl, tokensIn } from "../caller/stray-token.ts";
import { parseBody } from "./parse-body.ts";
import { parseInput, parseQuery } from "./input.ts";

type Read = (text: string) => unknown;

/** What is thrown costs as well. */
function attempt(read: Read, text: string): void {
  try {
    read(text);
  } catch {
    return;
  }
}

function named(operation: string): Route {
  const route = routes.find(({ about }) => about.operationId === operation);
  if (route === undefined) throw new Error(`there is no operation ${operation}`);
  return route;
}

const bodyOf = (operation: string) => (text: string) =>
  parseInput(named(operation).body, parseBody(Buffer.from(text)));

const whole = 51_200;
const parts = 16;

/** Microseconds of this thread's own work, whatever else the machine does: of three tries the best. */
function costOf(work: () => void): number {
  const tries = Array.from({ length: 3 }, () => {
    const start = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(start);
    return user + system;
  });
  return Math.min(...tries);
}

/** Sixteen parts cost as much as the whole when the cost grows with the length; with its square, a sixteenth of it. */
function expectLinear(read: Read, textOf: (length: number) => string): void {
  const [part, all] = [textOf(whole / parts), textOf(whole)];
  const inParts = costOf(() => {
    for (let index = 0; index < parts; index += 1) attempt(read, part);
  });
  const atOnce = costOf(() => attempt(read, all));
  expect(atOnce).toBeLessThan(6 * inParts + 20_000);
}

const filledWith = (unit: string) => (length: number) =>
  unit.repeat(Math.ceil(length / Buffer.byteLength(unit)));

/** Texts in which a careless reader goes back again and again. */
const units = [
  '"',
  String.raw`\"`,
  "\\",
  "{",
  "[",
  '{"a":',
  "[[],",
  "0",
  "9",
  "1e",
  "-",
  " ",
  "\t",
  "\n",
  ",",
  ":",
  "a",
  "A.",
  "kat_live_",
  "kat_live_aaaaaaaaaaaaaaaa.",
  "%",
  "%61",
  "%zz",
  "&",
  "a=&",
  "?",
  "=",
  "+",
  "\u200b",
  "\u0301\u0323",
  "a\u0301",
  "\u1100\u1161\u11a8",
  "\u00a0x",
  "😀",
  "2026-11-21T",
];

describe("the cost of reading grows with the length of what is sent, and not with its square:", () => {
  const inField = (read: Read, field: string) => (text: string) => read(JSON.stringify({ [field]: text }));

  it.each<[string, Read]>([
    ["a body", (text) => parseBody(Buffer.from(text))],
    ["a string in a body", (text) => parseBody(Buffer.from(JSON.stringify({ a: text })))],
    ["a number in a body", (text) => parseBody(Buffer.from(`{"a":1${text}1}`))],
    ["a list in a body", (text) => parseBody(Buffer.from(`{"a":[${text}]}`))],
    ["a key's name", inField(bodyOf("issueKey"), "name")],
    ["a key's note", inField(bodyOf("issueKey"), "note")],
    ["a key's expiry", inField(bodyOf("issueKey"), "expiresAt")],
    ["a product's name", inField(bodyOf("createProduct"), "name")],
    ["a product's SKU", inField(bodyOf("createProduct"), "sku")],
    [
      "an attribute",
      (text) => bodyOf("createProduct")(JSON.stringify({ name: "a", attributes: { a: text } })),
    ],
    [
      "an attribute's name",
      (text) => bodyOf("createProduct")(JSON.stringify({ attributes: { [text]: "a" } })),
    ],
    ["a keyword", (text) => bodyOf("createProduct")(JSON.stringify({ keywords: [text] }))],
    ["a query", (text) => parseQuery(`/?${text}`)],
    [
      "a parameter",
      (text) => parseInput(named("listProducts").query, parseQuery(`/?q=${encodeURIComponent(text)}`)),
    ],
    ["a time in a query", (text) => parseInput(named("getUsage").query, { from: text })],
    ["an Authorization header", (text) => parseAuthorization(`Bearer ${text}`)],
    ["the search for tokens in a URL", (text) => strayTokensInUrl(`/?${text}`, "kat")],
    ["the search for tokens in a body", (text) => tokensIn(text, "kat")],
  ])("%s", (_, read) => {
    for (const unit of units) expectLinear(read, filledWith(unit));
  });

  it("thousands of faults", () => {
    const read = bodyOf("issueKey");
    for (const [open, unit, close] of [
      ['{"scopes":[', "1,", "1]}"],
      ['{"scopes":[', "1e400,", "1]}"],
      ['{"addresses":[', '"x",', '"x"]}'],
      ["{", '"a":1,', '"a":1}'],
      ['{"x":[', '"\\ud800",', "1]}"],
    ] as const) {
      expectLinear(read, (length) => open + unit.repeat(Math.floor(length / unit.length)) + close);
    }
    expectLinear(read, (length) => {
      const fields = Array.from({ length: length / 10 }, (_, index) => [`f${index}`, 1]);
      return JSON.stringify(Object.fromEntries(fields));
    });
  });
});

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

function memoryInUse(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe("what is refused leaves nothing behind:", () => {
  let server: TestServer;
  let token: string;
  beforeAll(async () => {
    server = await openServer();
    ({ token } = await aKey(server, await anOrganization(server)));
  });
  afterAll(() => server.close());

  const connections = () =>
    new Promise((resolve) => server.server.getConnections((_, open) => resolve(open)));
  const json = { "content-type": "application/json" };
  const large = "x".repeat(50_000);

  /** Forty of them hold a megabyte. */
  async function refuseForty(): Promise<void> {
    for (let round = 0; round < 8; round += 1) {
      server.clock.advance(1_000);
      await Promise.all([
        server.send("/v1/keys", { method: "POST", token, headers: json, body: `{"${large}` }),
        server.send("/v1/products", { method: "POST", token, body: { name: large } }),
        server.send(`/v1/keys?search=${large.slice(0, 8_000)}`, { token }),
        server.send("/v1/user", { token: `kat_live_${large.slice(0, 8_000)}${round}` }),
        server.send("/v1/user", {
          token: "x",
          headers: { "x-forwarded-for": `2001:db8:${round}::1`, "x-request-id": large.slice(0, 8_000) },
        }),
      ]);
    }
  }

  it("memory", async () => {
    for (let round = 0; round < 5; round += 1) await refuseForty();
    const before = memoryInUse();
    for (let round = 0; round < 25; round += 1) await refuseForty();
    // A thousand requests with some 25 MB in them; the log that the test keeps takes half of one.
    // What held their bytes is freed some time after the collection.
    await expect.poll(memoryInUse, { timeout: 10_000 }).toBeLessThan(before + 5_000_000);
  });

  it("connections", async () => {
    const broken = [
      "\0\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
      "GET /\r\n\r\n",
    ];
    await Promise.all(broken.map((text) => server.raw(text)));
    // Those of the test's own client are kept.
    const kept = await connections();
    for (let round = 0; round < 20; round += 1) await Promise.all(broken.map((text) => server.raw(text)));
    await expect.poll(connections).toBe(kept);
  });
});
