import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractOf } from "../../../testing/fuzz/contract-inputs.ts";
import { everyAnswer } from "../../../testing/every-answer.ts";
import { aKey, anOrganization } from "../../../testing/people.ts";
import { openServer, type Reply, type TestServer } from "../../../testing/server.ts";
import { Problem } from "../../http/problem.ts";
import { parseInput } from "../reading/input.ts";
import type { Route } from "../route.ts";
import { routes } from "../routes.ts";

let server: TestServer;
let token: string;

beforeAll(async () => {
  server = await openServer();
  ({ token } = await aKey(server, await anOrganization(server)));
});
afterAll(() => server.close());

const named = (some: readonly Route[]) => some.map((route) => [route.about.operationId, route] as const);
const readers = named(routes.filter(({ method }) => method !== "GET"));
const json = { "content-type": "application/json" };

const send = ({ method, path }: Route, body: string, headers: Record<string, string> = json) =>
  server.send(path.replace(/\{\w+\}/, "x"), {
    method,
    token,
    body,
    // Node's client by itself frames no body of a DELETE.
    headers: { ...headers, "content-length": String(Buffer.byteLength(body)) },
  });

const codeOf = ({ status, body }: Reply) => [status, body?.code];

describe("JSON only: another Content-Type on a body → 415", () => {
  it.each(readers)("%s", async (_, route) => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""]) {
      const reply = await send(route, "{}", { "content-type": type });
      expect(codeOf(reply)).toEqual([415, "unsupported_media_type"]);
    }
  });
});

const ofSize = (bytes: number) => `{"note":"${"x".repeat(bytes - 11)}"}`;

describe("body over 100 kB → 413", () => {
  it.each(readers)("%s", async (_, route) => {
    expect(codeOf(await send(route, ofSize(102_401)))).toEqual([413, "body_too_large"]);
    expect(codeOf(await send(route, ofSize(102_400)))[0]).toBe(422);
  });
});

describe("unknown fields → 422 with their paths", () => {
  it.each(readers)("%s", async (_, route) => {
    const [sample] = contractOf(route.about.operationId).body.samples;
    const reply = await send(route, JSON.stringify({ ...sample, colour: "red", organizationId: "org_1" }));
    expect(codeOf(reply)).toEqual([422, "validation_failed"]);
    expect(reply.body.errors).toEqual([
      { path: "colour", message: "There is no such field.", code: "unknown_field" },
      { path: "organizationId", message: "There is no such field.", code: "unknown_field" },
    ]);
  });

  it("also inside of a field", async () => {
    const body = { name: "Teapot", price: { amount: 1, currency: "EUR", tax: 19 } };
    const reply = await server.send("/v1/products", { method: "POST", token, body });
    expect(reply.body.errors).toEqual([
      { path: "price.tax", message: "There is no such field.", code: "unknown_field" },
    ]);
  });

  it("also in a query", async () => {
    for (const { path } of routes.filter(({ method }) => method === "GET")) {
      const reply = await server.send(`${path.replace(/\{\w+\}/, "x")}?colour=red`, { token });
      expect(codeOf(reply)).toEqual([422, "validation_failed"]);
      expect(reply.body.errors).toEqual([
        { path: "colour", message: "There is no such field.", code: "unknown_field" },
      ]);
    }
  });
});

/** Values of every type. */
const values = [[], {}, 0, 1.5, true, false, null, "", "x", [null], { a: 1 }];

const fields = readers.flatMap(([operation, route]) =>
  Object.keys(contractOf(operation).body.fields).map((field) => [operation, field, route] as const),
);

describe("a field of another type or form → 422 with its path", () => {
  it.each(fields)("%s: %s", (operation, field, route) => {
    const { body } = contractOf(operation);
    const allowed = body.fields[field];
    const sample = body.samples.find((each) => field in each);
    expect(sample).toBeDefined();
    for (const value of values) {
      const places = placesOf(() => parseInput(route.body, { ...sample, [field]: value }));
      expect({ value, places }).toEqual({ value, places: allowed?.(value) === true ? [] : [field] });
    }
  });
});

/** The fields that a refusal names. */
function placesOf(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const paths = error.details.errors?.map(({ path }) => path.split(".")[0] ?? "");
    return [...new Set(paths)];
  }
}

describe("malformed JSON → 400 malformed_json", () => {
  it.each(readers)("%s", async (_, route) => {
    for (const body of [
      "{",
      "[]",
      "null",
      "'a'",
      "{}{}",
      "\ufeff{}",
      "[".repeat(1_000),
      '{"a":'.repeat(15_000),
    ]) {
      expect(codeOf(await send(route, body))).toEqual([400, "malformed_json"]);
    }
  });
});

describe("wrong method on a known path → 405 with Allow", () => {
  const paths = Map.groupBy(routes, ({ path }) => path);
  const every = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE"];

  it.each([...paths])("%s", async (path, [...there]) => {
    const methods: string[] = there.map(({ method }) => method);
    const known = [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"];
    const target = path.replace(/\{\w+\}/, "x");
    for (const method of every.filter((each) => !known.includes(each))) {
      expect((await server.send(target, { method })).status).toBe(401);
      const reply = await server.send(target, { method, token });
      expect(reply.status).toBe(405);
      expect(reply.headers.allow).toBe(known.join(", "));
    }
  });
});

describe("in every answer", () => {
  const times = /^\d{4}-\d\d-\d\d.*$/;

  it("times are RFC 3339 UTC", async () => {
    const found = (await everyBody()).flatMap(stringsIn).filter((text) => times.test(text));
    expect(found.length).toBeGreaterThan(10);
    for (const time of found) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it("ids are opaque: of a kind, and of no order that says how many there are", async () => {
    const ids = (await everyBody()).flatMap(stringsIn).filter((text) => /^(?:key|prd|org|mem)_/.test(text));
    expect(ids.length).toBeGreaterThan(5);
    for (const id of ids) expect(id).toMatch(/^[a-z]{3}_[0-9A-Za-z]{22}$/);
  });
});

const withId = named(routes.filter(({ path }) => path.includes("{")));
const unknownId = "key_0123456789012345678901";
const noIds = [
  "x",
  "0",
  "KEY_0",
  "key_",
  "key_0",
  "%00",
  "key_%00",
  "..",
  "%2e%2e",
  "%2e%2e%2fuser",
  "a%2fb",
  "%F0%9F%92%A9",
  "x".repeat(2_000),
  "'%20OR%201=1--",
  "__proto__",
  "constructor",
  "2026-13",
  "9999999999999999999",
];

describe("what is no id is 404, as one that nobody has", () => {
  it.each(withId)("%s", async (operation, { method, path }) => {
    const [sample] = contractOf(operation).body.samples.toReversed();
    const body = method === "GET" ? {} : { body: sample };
    const answerTo = async (id: string) => {
      const reply = await server.send(path.replace(/\{\w+\}/, id), { method, token, ...body });
      return { status: reply.status, ...reply.body, detail: null, instance: null };
    };
    const unknown = await answerTo(unknownId);
    expect(unknown.status).toBe(404);
    for (const id of noIds) expect(await answerTo(id)).toEqual(unknown);
  });

  it.each(withId)("%s, of a path that cannot be decoded too", async (_, { method, path }) => {
    for (const id of ["%zz", "%", "%ff", "%c3%28", "%ed%a0%80"]) {
      const target = path.replace(/\{\w+\}/, id);
      expect((await server.send(target, { method })).status).toBe(401);
      expect(codeOf(await server.send(target, { method, token }))).toEqual([404, "not_found"]);
    }
  });
});

async function everyBody(): Promise<readonly unknown[]> {
  await server.send("/v1/products", { method: "POST", token, body: { name: "Teapot" } });
  const seen = await everyAnswer(server);
  const lists = ["/v1/keys", "/v1/products", "/v1/usage", "/v1/billing"];
  const shown = await Promise.all(lists.map((path) => server.send(path, { token })));
  return [...seen.map(({ reply }) => reply), ...shown].map(({ body }) => body);
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
