import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractOf } from "../../../testing/fuzz/contract-inputs.ts";
import { aKey, anOrganization } from "../../../testing/people.ts";
import { openServer, type Reply, type TestServer } from "../../../testing/server.ts";
import { inputFaults } from "../../http/problems/input-faults.ts";
import { Problem, type InputError } from "../../http/problem.ts";
import { documentedRoutes } from "../openapi/documented-route.ts";
import { parseInput } from "./input.ts";

let server: TestServer;
let token: string;

beforeAll(async () => {
  server = await openServer();
  ({ token } = await aKey(server, await anOrganization(server)));
});
afterAll(() => server.close());

/** Operation, body, and what is said of it. */
const bodies: readonly (readonly [string, string, object, InputError])[] = [
  ["createProduct", "nothing", {}, { path: "name", message: "Is missing.", code: "missing" }],
  [
    "createProduct",
    "a number for a text",
    { name: 7 },
    { path: "name", message: "Must be text.", code: "wrong_type" },
  ],
  [
    "createProduct",
    "a text for a list",
    { name: "a", keywords: "tea" },
    { path: "keywords", message: "Must be a list.", code: "wrong_type" },
  ],
  [
    "createProduct",
    "a list for an object",
    { name: "a", attributes: [] },
    { path: "attributes", message: "Must be an object.", code: "wrong_type" },
  ],
  [
    "createProduct",
    "no text",
    { name: " " },
    { path: "name", message: "Must not be empty.", code: "too_short" },
  ],
  [
    "createProduct",
    "a long text",
    { name: "x".repeat(201) },
    { path: "name", message: "At most 200 characters.", code: "too_long" },
  ],
  [
    "createProduct",
    "two lines",
    { name: "a\nb" },
    { path: "name", message: "Must be one line without control characters.", code: "not_allowed" },
  ],
  [
    "createProduct",
    "a long list",
    { name: "a", keywords: Array.from({ length: 21 }, () => "x") },
    { path: "keywords", message: "At most 20 entries.", code: "too_long" },
  ],
  [
    "createProduct",
    "many attributes",
    { name: "a", attributes: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`n${i}`, "x"])) },
    { path: "attributes", message: "At most 50 attributes.", code: "too_long" },
  ],
  [
    "createProduct",
    "an attribute twice",
    { name: "a", attributes: { colour: "red", " colour": "blue" } },
    { path: "attributes. colour", message: "The attribute stands there more than once.", code: "repeated" },
  ],
  [
    "createProduct",
    "an attribute with a long name",
    { name: "a", attributes: { ["x".repeat(51)]: "red" } },
    { path: `attributes.${"x".repeat(51)}`, message: "At most 50 characters.", code: "too_long" },
  ],
  [
    "createProduct",
    "another language",
    { name: "a", language: "fr" },
    { path: "language", message: "Must be one of en, de, da.", code: "not_one_of" },
  ],
  [
    "createProduct",
    "no currency",
    { name: "a", price: { amount: 1, currency: "eur" } },
    {
      path: "price.currency",
      message: "Must be a currency code of ISO 4217, such as EUR.",
      code: "malformed",
    },
  ],
  [
    "createProduct",
    "a negative amount",
    { name: "a", price: { amount: -1, currency: "EUR" } },
    { path: "price.amount", message: "Must be a whole number, 0 or more.", code: "too_small" },
  ],
  [
    "createProduct",
    "half a price",
    { name: "a", price: { currency: "EUR" } },
    { path: "price.amount", message: "Is missing.", code: "missing" },
  ],
  [
    "rotateKey",
    "half a second",
    { overlapSeconds: 0.5 },
    {
      path: "overlapSeconds",
      message: "Must be a whole number from 0 to 2592000.",
      code: "wrong_type",
    },
  ],
  [
    "rotateKey",
    "a number as text",
    { overlapSeconds: "60" },
    { path: "overlapSeconds", message: "Must be a whole number from 0 to 2592000.", code: "wrong_type" },
  ],
  [
    "rotateKey",
    "a long overlap",
    { overlapSeconds: 2_592_001 },
    { path: "overlapSeconds", message: "Must be a whole number from 0 to 2592000.", code: "too_large" },
  ],
  ["rotateKey", "no overlap", {}, { path: "overlapSeconds", message: "Is missing.", code: "missing" }],
  [
    "issueKey",
    "no scopes",
    { name: "a", environment: "live", scopes: [] },
    { path: "scopes", message: "At least 1 entry.", code: "too_short" },
  ],
  [
    "issueKey",
    "an unknown environment",
    { name: "a", environment: "prod" },
    { path: "environment", message: "Must be one of live, test.", code: "not_one_of" },
  ],
  [
    "issueKey",
    "a long address",
    { name: "a", environment: "live", addresses: ["1".repeat(61)] },
    { path: "addresses.0", message: "At most 60 characters.", code: "too_long" },
  ],
  [
    "issueKey",
    "a time without a zone",
    { name: "a", environment: "live", expiresAt: "2027-12-31T23:59:59" },
    {
      path: "expiresAt",
      message: "Must be a time in RFC 3339, such as 2027-12-31T23:59:59Z.",
      code: "malformed",
    },
  ],
  [
    "issueKey",
    "a time too far away",
    { name: "a", environment: "live", expiresAt: "9999-12-31T23:59:59-01:00" },
    {
      path: "expiresAt",
      message: "Must not be later than the year 9999 in UTC.",
      code: "too_large",
    },
  ],
  [
    "issueKey",
    "a mark that turns the text around",
    { name: "a\u202eb", environment: "live" },
    {
      path: "name",
      message: "Must not contain broken characters or marks that reverse the text.",
      code: "not_allowed",
    },
  ],
];

const queries: readonly (readonly [string, InputError])[] = [
  ...["0", "-1", "101", "1.5", "1e2", "x", "", "007"].map((limit): readonly [string, InputError] => [
    `/v1/keys?limit=${limit}`,
    {
      path: "limit",
      message: "Must be a whole number from 1 to 100.",
      code: { "0": "too_small", "-1": "too_small", "101": "too_large" }[limit] ?? "wrong_type",
    } as InputError,
  ]),
  [
    "/v1/keys?environment=prod",
    { path: "environment", message: "Must be one of live, test.", code: "not_one_of" },
  ],
  [
    `/v1/keys?search=${"x".repeat(101)}`,
    { path: "search", message: "At most 100 characters.", code: "too_long" },
  ],
  [`/v1/products?q=${"x".repeat(101)}`, { path: "q", message: "At most 100 characters.", code: "too_long" }],
  [
    "/v1/usage?from=yesterday",
    { path: "from", message: "Must be a time in RFC 3339, or a date.", code: "malformed" },
  ],
  ["/v1/usage?from=1969-12-31", { path: "from", message: "Must not be before 1970.", code: "too_small" }],
  [
    "/v1/usage?to=9999-12-31",
    { path: "to", message: "Must not be later than the year 9998.", code: "too_large" },
  ],
  [
    "/v1/usage?group_by=day",
    { path: "group_by", message: "Must be one of key, route, status, cause, none.", code: "not_one_of" },
  ],
  [
    "/v1/keys?limit=1&limit=2",
    { path: "limit", message: "The parameter stands there more than once.", code: "repeated" },
  ],
  [
    "/v1/keys?search=%ff",
    { path: "search", message: "Must be percent-encoded UTF-8 without NUL.", code: "broken_text" },
  ],
];

const routeOf = (operation: string) => {
  const route = documentedRoutes.find(({ about }) => about.operationId === operation);
  if (route === undefined) throw new Error(`there is no ${operation}`);
  return route;
};

const refused = (reply: Reply) => ({ status: reply.status, errors: reply.body.errors });

describe("what is wrong is said in words, and with a code", () => {
  it.each(bodies)("%s: %s", (operation, _, body, error) => {
    expect(errorsOf(() => parseInput(routeOf(operation).body, body))).toEqual([error]);
  });

  it.each(queries)("%s", async (path, error) => {
    expect(refused(await server.send(path, { token }))).toEqual({ status: 422, errors: [error] });
  });

  it("of a token in a name, before it is kept or repeated", () => {
    const [error] = errorsOf(() => parseInput(routeOf("createProduct").body, { name: token }));
    expect(error).toEqual({
      path: "name",
      message: "This is an API key's token. Names and notes are not secret.",
      code: "not_allowed",
    });
  });
});

const values = [[], {}, 0, -1, 1.5, 2 ** 60, true, null, "", "x", "x".repeat(999), [null], [[]], { a: 1 }];

describe("no word of the library that validates", () => {
  it.each(documentedRoutes.map((route) => [route.about.operationId, route] as const))(
    "%s",
    (operation, route) => {
      const contract = contractOf(operation);
      for (const [schema, { fields, samples }] of [
        [route.body, contract.body],
        [route.query, contract.query],
      ] as const) {
        const tried = Object.keys(fields).flatMap((field) =>
          values.map((value) => ({ ...samples[0], [field]: value })),
        );
        for (const { message, code } of [{}, ...tried].flatMap((value) =>
          errorsOf(() => parseInput(schema, value)),
        )) {
          expect(Object.keys(inputFaults)).toContain(code);
          expect(message).toMatch(
            /^(?:Is missing|Must |At (?:most|least) |There is no such|No |The )[^<>{}]*\.?$/,
          );
          expect(message).not.toMatch(/expected|received|invalid|undefined|\bInput\b/i);
        }
      }
    },
  );
});

const detailOf = async (body: object) =>
  (await server.send("/v1/products", { method: "POST", token, body })).body.detail;

describe("detail", () => {
  it("says what is wrong when it is one thing", async () => {
    expect(await detailOf({})).toBe("`name`: Is missing.");
    expect(await detailOf({ name: "a", price: { amount: -1, currency: "EUR" } })).toBe(
      "`price.amount`: Must be a whole number, 0 or more.",
    );
    const query = await server.send("/v1/products?limit=0", { token });
    expect(query.body.detail).toBe("`limit`: Must be a whole number from 1 to 100.");
  });

  it("says how many there are when there are several", async () => {
    expect(await detailOf({ colour: "red", language: "fr" })).toBe(
      "Wrong in 3 places: `errors` names each of them.",
    );
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`n${i}`, 1]));
    expect(await detailOf({ name: "a", ...many })).toBe(
      "Wrong in 50 places or more: `errors` names the first 50.",
    );
  });

  it("never quotes a value", async () => {
    const secret = "hunter2";
    for (const body of [{ name: "a", language: secret }, { name: [secret] }, { name: "a", price: secret }]) {
      const { text } = await server.send("/v1/products", { method: "POST", token, body });
      expect(text).not.toContain(secret);
    }
  });
});

it("the codes are a closed list in the OpenAPI document and in the guide", async () => {
  const { body } = await server.send("/openapi.json");
  expect(body.components.schemas.InputError.properties.code.enum).toEqual(Object.keys(inputFaults));
  const { text } = await server.send("/docs/troubleshooting.md");
  const listed = Array.from(text.matchAll(/^\| `([a-z_]+)` \| (.+) \|$/gm), ([, code, says]) => [code, says]);
  expect(Object.fromEntries(listed)).toEqual(inputFaults);
});

function errorsOf(parse: () => unknown): readonly InputError[] {
  try {
    parse();
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.details.errors ?? [];
  }
}
