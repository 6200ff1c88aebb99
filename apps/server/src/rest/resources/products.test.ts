import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { CatalogError } from "@katkey/catalog";
import { createChatEngine } from "@katkey/catalog/chat";
import { createId } from "@katkey/keys";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aKey, anOrganization, type TestOrganization } from "../../../testing/people.ts";
import { openServer, aServer, type Reply, type Sent, type TestServer } from "../../../testing/server.ts";
import { listingListAnswer, productAnswer, productListAnswer } from "../../view/product-answer.ts";

let server: TestServer;
let organization: TestOrganization;
let token: string;

beforeAll(async () => {
  server = await openServer();
  organization = await anOrganization(server);
  ({ token } = await aKey(server, organization));
});
afterAll(() => server.close());

const as = (bearer: string, path: string, sent: Sent = {}) => server.send(path, { token: bearer, ...sent });
const get = (path: string) => as(token, path);
const post = (path: string, body?: unknown, sent: Sent = {}) =>
  as(token, path, { method: "POST", body, ...sent });
const patch = (path: string, body: unknown, sent: Sent = {}) =>
  as(token, path, { method: "PATCH", body, ...sent });
const remove = (path: string, sent: Sent = {}) => as(token, path, { method: "DELETE", ...sent });

/** A product of the organization's, and its path. */
async function aProduct(input: object = {}, bearer = token) {
  const { status, body } = await as(bearer, "/v1/products", {
    method: "POST",
    body: { name: "Kettle", ...input },
  });
  expect(status).toBe(201);
  return { ...body, path: `/v1/products/${body.id}` };
}

const codeOf = ({ status, body }: Reply): [number, string | undefined] => [status, body?.code];

/** Where the input was refused. */
const pathsOf = ({ body }: Reply): string[] => body?.errors?.map(({ path }: { path: string }) => path);

const everything = {
  name: "Stovetop kettle",
  sku: "KET-17",
  category: "Kitchen",
  price: { amount: 4_900, currency: "EUR" },
  attributes: { colour: "red", volume: "1.7 l" },
};

const long = (length: number) => "🫖".repeat(length);
const pairs = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`a${i}`, "x"]));
const words = (count: number) => Array.from({ length: count }, (_, i) => `w${i}`);

describe("POST /v1/products", () => {
  it("creates a product and its listing text, and says where it is", async () => {
    const reply = await post("/v1/products", everything);
    expect(reply.status).toBe(201);
    expect(reply.headers.location).toBe(`/v1/products/${reply.body.id}`);
    const now = new Date(server.clock.now()).toISOString();
    const { id, listing, ...product } = reply.body;
    expect(id).toMatch(/^prd_[0-9A-Za-z]{22}$/);
    expect(product).toEqual({ ...everything, version: 1, createdAt: now, updatedAt: now });
    expect(listing).toMatchObject({ version: 1, engine: "template", language: "en", tone: "neutral" });
    expect(() => productAnswer.parse(reply.body)).not.toThrow();
    expect((await get(`/v1/products/${id}`)).body).toEqual(reply.body);
  });

  it("needs a name only", async () => {
    const product = await aProduct({ name: "  A plain thing\u200b " });
    expect(product).toMatchObject({
      name: "A plain thing",
      sku: null,
      category: null,
      price: null,
      attributes: {},
    });
  });

  it("writes in the language and tone that are wanted, about the keywords that are wanted", async () => {
    const { listing } = await aProduct({ language: "de", tone: "premium", keywords: ["Tee", "Küche"] });
    expect(listing).toMatchObject({ language: "de", tone: "premium" });
  });

  it("takes as much as it promises, in characters as people count them", async () => {
    const most = {
      name: long(200),
      sku: long(64),
      category: long(100),
      price: { amount: Number.MAX_SAFE_INTEGER, currency: "JPY" },
      attributes: { ...pairs(49), [long(50)]: long(500) },
    };
    expect(await aProduct({ ...most, keywords: words(20) })).toMatchObject(most);
  });

  it.each([
    ["no name", {}, "name"],
    ["an empty name", { name: " \u200b" }, "name"],
    ["a name that is no text", { name: 7 }, "name"],
    ["a long name", { name: long(201) }, "name"],
    ["a name of two lines", { name: "a\nb" }, "name"],
    ["a long SKU", { name: "a", sku: long(65) }, "sku"],
    ["an empty SKU", { name: "a", sku: "" }, "sku"],
    ["a long category", { name: "a", category: long(101) }, "category"],
    ["a price that is a number", { name: "a", price: 49 }, "price"],
    ["a price without a currency", { name: "a", price: { amount: 1 } }, "price.currency"],
    ["a negative price", { name: "a", price: { amount: -1, currency: "EUR" } }, "price.amount"],
    ["a price of half a cent", { name: "a", price: { amount: 0.5, currency: "EUR" } }, "price.amount"],
    ["a price as a text", { name: "a", price: { amount: "1", currency: "EUR" } }, "price.amount"],
    ["an unknown currency", { name: "a", price: { amount: 1, currency: "QQQ" } }, "price.currency"],
    ["a currency in small letters", { name: "a", price: { amount: 1, currency: "eur" } }, "price.currency"],
    ["more of a price", { name: "a", price: { amount: 1, currency: "EUR", tax: 1 } }, "price.tax"],
    ["51 attributes", { name: "a", attributes: pairs(51) }, "attributes"],
    ["a list of attributes", { name: "a", attributes: ["red"] }, "attributes"],
    ["an attribute that is a number", { name: "a", attributes: { size: 1 } }, "attributes.size"],
    ["an attribute that is nothing", { name: "a", attributes: { size: null } }, "attributes.size"],
    ["a long attribute", { name: "a", attributes: { size: long(501) } }, "attributes.size"],
    ["an attribute without a name", { name: "a", attributes: { "": "x" } }, "attributes."],
    ["an attribute twice", { name: "a", attributes: { size: "1", "size ": "2" } }, "attributes.size "],
    [
      "every object's own name",
      { name: "a", attributes: { "__pro\u200bto__": {} } },
      "attributes.__pro\u200bto__",
    ],
    ["another language", { name: "a", language: "fr" }, "language"],
    ["another tone", { name: "a", tone: "angry" }, "tone"],
    ["21 keywords", { name: "a", keywords: words(21) }, "keywords"],
    ["a long keyword", { name: "a", keywords: [long(51)] }, "keywords.0"],
    ["an unknown field", { name: "a", colour: "red" }, "colour"],
    ["an id", { name: "a", id: "prd_1" }, "id"],
    ["an environment", { name: "a", environment: "live" }, "environment"],
  ])("refuses %s, and says where", async (_, input, path) => {
    const reply = await post("/v1/products", input);
    expect(codeOf(reply)).toEqual([422, "validation_failed"]);
    expect(pathsOf(reply)).toEqual([path]);
  });

  it("refuses an attribute with a long name by a path that is not longer than useful", async () => {
    const reply = await post("/v1/products", { name: "a", attributes: { [long(51)]: "x" } });
    expect(codeOf(reply)).toEqual([422, "validation_failed"]);
    expect(reply.body.errors[0].message).toBe("At most 50 characters.");
  });

  it("refuses a SKU that is taken in organization and environment, and takes it when it is free", async () => {
    const other = await anOrganization(server);
    const testKey = await aKey(server, organization, { environment: "test" });
    const first = await aProduct({ sku: "ONCE" });
    await aProduct({ sku: "once" });
    await aProduct({ sku: "ONCE" }, testKey.token);
    await aProduct({ sku: "ONCE" }, (await aKey(server, other)).token);
    const again = await post("/v1/products", { name: "Another", sku: " ONCE " });
    expect(codeOf(again)).toEqual([409, "sku_taken"]);
    const second = await aProduct();
    expect(codeOf(await patch(second.path, { sku: "ONCE" }))).toEqual([409, "sku_taken"]);
    for (const reply of [again, await patch(second.path, { sku: "ONCE" })]) {
      expect(`/v1/products/${reply.body.productId}`).toBe(first.path);
      expect(reply.body.detail).toContain(reply.body.productId);
    }
    await remove(first.path);
    expect((await patch(second.path, { sku: "ONCE" })).status).toBe(200);
  });
});

/** An organization that has nothing yet. */
async function aShop() {
  const shop = await anOrganization(server);
  const { token: bearer } = await aKey(server, shop);
  const put = async (input: object = {}) => {
    server.clock.advance(1);
    return aProduct(input, bearer);
  };
  const list = (query = "") => as(bearer, `/v1/products${query}`);
  const namesIn = async (query: string) =>
    (await list(query)).body.data.map(({ name }: { name: string }) => name);
  return { shop, put, list, namesIn };
}

const idsOf = ({ body }: Reply) => body.data.map(({ id }: { id: string }) => id);

describe("GET /v1/products", () => {
  it("answers an empty list when there is nothing", async () => {
    const { list } = await aShop();
    expect((await list()).body).toEqual({ data: [], nextCursor: null });
  });

  it("lists newest first, page by page, 20 to a page unless told otherwise", async () => {
    const { put, list } = await aShop();
    const ids: string[] = [];
    for (let i = 0; i < 22; i += 1) ids.unshift((await put()).id);
    const first = await list();
    expect(() => productListAnswer.parse(first.body)).not.toThrow();
    expect(idsOf(first)).toEqual(ids.slice(0, 20));
    const second = await list(`?cursor=${first.body.nextCursor}`);
    expect(idsOf(second)).toEqual(ids.slice(20));
    expect(second.body.nextCursor).toBeNull();
    expect(idsOf(await list("?limit=100"))).toEqual(ids);
    await put();
    expect(idsOf(await list(`?limit=5&cursor=${first.body.nextCursor}`))).toEqual(ids.slice(20));
  });

  it.each([
    "limit=0",
    "limit=101",
    "limit=-1",
    "limit=1.5",
    "limit=x",
    "limit=",
    "limit=1&limit=1",
    "page=1",
  ])("refuses %s", async (query) => {
    expect(codeOf(await get(`/v1/products?${query}`))).toEqual([422, "validation_failed"]);
  });

  it("finds names, SKUs, categories and titles by q, whatever their case", async () => {
    const { put, namesIn } = await aShop();
    await put({ name: "Kanne Übergröße", sku: "SKU-1", category: "Küche" });
    await put({ name: "Pan" });
    for (const q of ["ÜBERGRÖSSE", "sku-1", "KÜCHE", "kanne"]) {
      expect(await namesIn(`?q=${encodeURIComponent(q)}`), q).toEqual(["Kanne Übergröße"]);
    }
    expect(await namesIn("?q=")).toEqual(["Pan", "Kanne Übergröße"]);
    for (const q of ["%25", "_", "nothing", "'"]) expect(await namesIn(`?q=${q}`), q).toEqual([]);
    expect(codeOf(await get(`/v1/products?q=${"x".repeat(101)}`))).toEqual([422, "validation_failed"]);
  });

  it("takes a cursor for its own list only: of the organization, the environment and the filter", async () => {
    const { shop, put, list } = await aShop();
    for (let i = 0; i < 3; i += 1) await put();
    const { nextCursor } = (await list("?limit=1")).body;
    const testKey = await aKey(server, shop, { environment: "test" });
    const secondKey = await aKey(server, shop);
    const refused = [422, "cursor_invalid"];
    const path = `/v1/products?cursor=${nextCursor}`;
    expect((await as(secondKey.token, path)).status).toBe(200);
    expect(codeOf(await as(testKey.token, path))).toEqual(refused);
    expect(codeOf(await get(path))).toEqual(refused);
    expect(codeOf(await list(`?cursor=${nextCursor}&q=kettle`))).toEqual(refused);
    for (const cursor of ["", "x", nextCursor.slice(0, -1), `${nextCursor}A`, "prd_1"]) {
      expect(codeOf(await list(`?cursor=${cursor}`)), cursor).toEqual(refused);
    }
  });
});

describe("PATCH /v1/products/{id}", () => {
  it("is a merge patch: what is absent stays, null removes, price and attributes are merged by name", async () => {
    const { path, listing } = await aProduct({ ...everything, sku: "PATCH-1" });
    server.clock.advance(1_000);
    const reply = await patch(path, {
      name: "Kettle, large",
      category: null,
      price: { amount: 5_900 },
      attributes: { colour: null, lid: "glass" },
    });
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      name: "Kettle, large",
      sku: "PATCH-1",
      category: null,
      price: { amount: 5_900, currency: "EUR" },
      listing,
      version: 2,
      updatedAt: new Date(server.clock.now()).toISOString(),
    });
    expect(reply.body.attributes).toEqual({ volume: "1.7 l", lid: "glass" });
    const emptied = await patch(path, { sku: null, price: null, attributes: null });
    expect(emptied.body).toMatchObject({ sku: null, price: null, attributes: {}, version: 3 });
  });

  it("reads application/merge-patch+json as well", async () => {
    const { path } = await aProduct();
    const headers = { "content-type": "application/merge-patch+json" };
    const reply = await patch(path, JSON.stringify({ name: "Pot" }), { headers });
    expect(reply.body).toMatchObject({ name: "Pot", version: 2 });
  });

  it("counts no change when nothing changes", async () => {
    const { path, ...product } = await aProduct();
    expect((await patch(path, {})).body).toEqual(product);
    expect((await patch(path, { name: product.name, sku: null })).body).toEqual(product);
  });

  it.each([
    ["null for the name", { name: null }, "name"],
    ["null for half of the price", { price: { amount: null } }, "price.amount"],
    ["an unknown field", { title: "New" }, "title"],
    ["the listing", { listing: { title: "New" } }, "listing"],
    ["the version", { version: 7 }, "version"],
    ["keywords", { keywords: [] }, "keywords"],
  ])("refuses %s", async (_, body, path) => {
    const product = await aProduct();
    const reply = await patch(product.path, body);
    expect(codeOf(reply)).toEqual([422, "validation_failed"]);
    expect(pathsOf(reply)).toEqual([path]);
  });

  it("refuses what would leave half a price, or too many attributes", async () => {
    const attributes = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`a${i}`, "x"]));
    const { path, ...product } = await aProduct({ attributes });
    for (const body of [{ price: { amount: 1 } }, { price: {} }, { attributes: { more: "x" } }]) {
      expect(codeOf(await patch(path, body))).toEqual([422, "product_invalid"]);
    }
    expect((await get(path)).body).toEqual(product);
  });

  it("loses none of several patches that come at once", async () => {
    const { path } = await aProduct();
    const names = Array.from({ length: 20 }, (_, i) => `a${i}`);
    await Promise.all(names.map((name) => patch(path, { attributes: { [name]: "x" } })));
    const { body } = await get(path);
    expect(Object.keys(body.attributes).toSorted()).toEqual(names.toSorted());
    expect(body.version).toBe(21);
  });
});

describe("If-Match", () => {
  it.each([
    ['"3"', 200],
    ["3", 200],
    ['"1", "3"', 200],
    [' "1" ,, 3 ,', 200],
    ['"a,b", "3"', 200],
    ["*", 200],
    ['"2"', 412],
    ["2", 412],
    ['"1", "2"', 412],
    ['"03"', 412],
    ['"3 "', 400],
    ['"abc"', 412],
    ['""', 412],
    ['W/"3"', 412],
    ['W/"3", "3"', 200],
    ["W/3", 400],
    ["", 400],
    [",", 400],
    ['"3', 400],
    ["three", 400],
    ['*, "3"', 400],
    ['"3" "3"', 400],
    [`"${"9".repeat(300)}"`, 412],
  ])("%j on the third version is answered %i", async (ifMatch, status) => {
    const { path } = await aProduct();
    for (const name of ["b", "c"]) await patch(path, { name });
    const headers = { "if-match": ifMatch };
    const codes = { 200: undefined, 400: "malformed_request", 412: "precondition_failed" };
    const code = codes[status as 200];
    const before = (await get(path)).body;
    expect(codeOf(await patch(path, { name: "c" }, { headers }))).toEqual([status, code]);
    expect((await get(path)).body).toEqual(before);
    const answers = [
      await post(`${path}/regenerate`, {}, { headers }),
      await remove(path, { headers: status === 200 ? { "if-match": '"4"' } : headers }),
    ];
    const [regenerated, removed] = answers.map(codeOf);
    expect(regenerated).toEqual([status, code]);
    expect(removed).toEqual(status === 200 ? [204, undefined] : [status, code]);
    if (status !== 200) expect((await get(path)).body).toEqual(before);
  });

  it("that does not hold is answered with the version that is stored now", async () => {
    const { path } = await aProduct();
    for (const name of ["b", "c"]) await patch(path, { name });
    const headers = { "if-match": '"1"' };
    for (const reply of [
      await patch(path, { name: "d" }, { headers }),
      await post(`${path}/regenerate`, {}, { headers }),
      await remove(path, { headers }),
    ]) {
      expect(reply.body).toMatchObject({ code: "precondition_failed", version: 3 });
      expect(reply.body.detail).toBe("If-Match does not name version 3, which is stored now.");
    }
  });

  it("in two headers is one list", async () => {
    const { path } = await aProduct();
    const headers = { "if-match": ['"7"', '"1"'] };
    expect((await patch(path, { name: "b" }, { headers })).status).toBe(200);
  });

  it("lets one of several changes through that name the same version", async () => {
    const { path } = await aProduct();
    const headers = { "if-match": '"1"' };
    const replies = await Promise.all(
      ["a", "b", "c", "d"].flatMap((name) => [
        patch(path, { name }, { headers }),
        post(`${path}/regenerate`, {}, { headers }),
      ]),
    );
    const statuses = replies.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
  });

  it("does not tell a product that is not there from one that is another's", async () => {
    const headers = { "if-match": '"1"' };
    expect(codeOf(await patch("/v1/products/prd_nobody", { name: "a" }, { headers }))).toEqual([
      404,
      "product_not_found",
    ]);
  });
});

describe("DELETE /v1/products/{id}", () => {
  it("answers 204 without a body, and the product is gone with its versions", async () => {
    const { path } = await aProduct();
    const reply = await remove(path);
    expect([reply.status, reply.text, reply.headers["content-type"]]).toEqual([204, "", undefined]);
    const gone = [404, "product_not_found"];
    expect(codeOf(await get(path))).toEqual(gone);
    expect(codeOf(await get(`${path}/versions`))).toEqual(gone);
    expect(codeOf(await patch(path, { name: "a" }))).toEqual(gone);
    expect(codeOf(await post(`${path}/regenerate`))).toEqual(gone);
    expect(codeOf(await remove(path))).toEqual(gone);
  });
});

describe("POST /v1/products/{id}/regenerate", () => {
  it("writes a new version of the listing and keeps the earlier ones", async () => {
    const { path, ...product } = await aProduct({ language: "da", tone: "technical" });
    server.clock.advance(5_000);
    const second = await post(`${path}/regenerate`);
    const at = new Date(server.clock.now()).toISOString();
    expect(second.status).toBe(200);
    expect(second.body).toMatchObject({ id: product.id, name: product.name, version: 2, updatedAt: at });
    expect(second.body.listing).toMatchObject({
      version: 2,
      language: "da",
      tone: "technical",
      createdAt: at,
    });
    const wanted = { tone: "friendly", language: "en", keywords: ["tea"] };
    const third = await post(`${path}/regenerate`, wanted);
    expect(third.body.listing).toMatchObject({ version: 3, tone: "friendly", language: "en" });
    const versions = await get(`${path}/versions`);
    expect(versions.body).toEqual({
      data: [third.body.listing, second.body.listing, product.listing],
      nextCursor: null,
    });
    expect(() => listingListAnswer.parse(versions.body)).not.toThrow();
    expect((await get(path)).body).toEqual(third.body);
  });

  it("pages through the versions with cursors of this product only", async () => {
    const { path } = await aProduct();
    for (let i = 0; i < 3; i += 1) await post(`${path}/regenerate`);
    const first = await get(`${path}/versions?limit=3`);
    expect(first.body.data.map(({ version }: { version: number }) => version)).toEqual([4, 3, 2]);
    const { nextCursor } = first.body;
    const rest = await get(`${path}/versions?limit=3&cursor=${nextCursor}`);
    expect(rest.body.data.map(({ version }: { version: number }) => version)).toEqual([1]);
    expect(rest.body.nextCursor).toBeNull();
    const other = await aProduct();
    expect(codeOf(await get(`${other.path}/versions?cursor=${nextCursor}`))).toEqual([422, "cursor_invalid"]);
    expect(codeOf(await get(`/v1/products?cursor=${nextCursor}`))).toEqual([422, "cursor_invalid"]);
  });

  it("keeps two texts that are asked for at once", async () => {
    const { path } = await aProduct();
    const replies = await Promise.all([post(`${path}/regenerate`), post(`${path}/regenerate`)]);
    expect(replies.map(({ body }) => body.listing.version).toSorted()).toEqual([2, 3]);
  });

  it.each([
    ["another tone", { tone: "angry" }],
    ["another language", { language: "EN" }],
    ["21 keywords", { keywords: Array.from({ length: 21 }, () => "x") }],
    ["a name", { name: "x" }],
  ])("refuses %s", async (_, body) => {
    const { path } = await aProduct();
    expect(codeOf(await post(`${path}/regenerate`, body))).toEqual([422, "validation_failed"]);
  });
});

function masked({ headers, text }: Reply = { status: 0, headers: {}, text: "", body: null }) {
  const { date: _, ratelimit: __, "x-request-id": requestId, ...rest } = headers;
  return [rest, text.replaceAll(String(requestId), "")];
}

describe("what belongs to somebody else", () => {
  it("is answered byte for byte like what does not exist: of another organization, of another environment", async () => {
    const stranger = await anOrganization(server);
    const keys = [
      await aKey(server, stranger),
      await aKey(server, organization, { environment: "test" }),
      await aKey(server, stranger, { environment: "test" }),
    ];
    const { id, path, ...before } = await aProduct();
    const nobody = createId("prd", server.clock.now(), server.services.desk.random);
    const requests: [string, string, unknown?][] = [
      ["GET", ""],
      ["GET", "/versions"],
      ["PATCH", "", { name: "Mine" }],
      ["POST", "/regenerate", {}],
      ["DELETE", ""],
    ];
    for (const { token: bearer } of keys) {
      for (const [method, rest, body] of requests) {
        const [theirs, none, odd] = await Promise.all(
          [id, nobody, "1"].map((one) => as(bearer, `/v1/products/${one}${rest}`, { method, body })),
        );
        expect(codeOf(theirs as Reply)).toEqual([404, "product_not_found"]);
        expect(masked(theirs)).toEqual(masked(none));
        expect(masked(theirs)).toEqual(masked(odd));
      }
    }
    expect((await get(path)).body).toEqual({ id, ...before });
  });

  it("is on no page and found by no search", async () => {
    await aProduct({ name: "A secret kettle" });
    const stranger = await anOrganization(server);
    for (const options of [{}, { environment: "test" } as const]) {
      const { token: bearer } = await aKey(server, stranger, options);
      expect((await as(bearer, "/v1/products?q=secret")).body.data).toEqual([]);
    }
    const { token: bearer } = await aKey(server, organization, { environment: "test" });
    expect((await as(bearer, "/v1/products?q=secret")).body.data).toEqual([]);
  });
});

describe("the scopes of products", () => {
  it.each([
    ["products:read", ["GET"]],
    ["products:write", ["POST", "PATCH", "DELETE"]],
    ["usage:read", []],
  ] as const)("%s allows %j", async (scope, allowed) => {
    const { token: bearer } = await aKey(server, organization, { scopes: [scope] });
    const { path } = await aProduct();
    const requests: [string, string, unknown?][] = [
      ["GET", "/v1/products"],
      ["GET", path],
      ["GET", `${path}/versions`],
      ["POST", "/v1/products", { name: "a" }],
      ["PATCH", path, { name: "a" }],
      ["POST", `${path}/regenerate`],
      ["DELETE", path],
    ];
    for (const [method, target, body] of requests) {
      const reply = await as(bearer, target, { method, body });
      if (allowed.some((one) => one === method))
        expect(reply.status, `${method} ${target}`).toBeLessThan(300);
      else {
        const needed = method === "GET" ? "products:read" : "products:write";
        expect(codeOf(reply)).toEqual([403, "insufficient_scope"]);
        expect(reply.headers["www-authenticate"]).toContain(`scope="${needed}"`);
      }
    }
  });
});

const onceAs = (value: string) => ({ headers: { "idempotency-key": value } });

describe("Idempotency-Key on POST /v1/products", () => {
  it("creates one product for one value, and shows it again as it is now", async () => {
    const body = { name: "Once", sku: "IDEM-1" };
    const first = await post("/v1/products", body, onceAs("create-1"));
    expect([first.status, first.headers["idempotency-replayed"]]).toEqual([201, undefined]);
    await patch(`/v1/products/${first.body.id}`, { category: "Kitchen" });
    const again = await post("/v1/products", body, onceAs("create-1"));
    expect([again.status, again.headers["idempotency-replayed"]]).toEqual([201, "true"]);
    expect(again.headers.location).toBe(first.headers.location);
    expect(again.body).toEqual({ ...first.body, ...(await get(`/v1/products/${first.body.id}`)).body });
  });

  it("refuses the value with another body, and takes it after a refusal", async () => {
    await aProduct({ sku: "IDEM-2" });
    const refused = await post("/v1/products", { name: "a", sku: "IDEM-2" }, onceAs("create-2"));
    expect(codeOf(refused)).toEqual([409, "sku_taken"]);
    expect((await post("/v1/products", { name: "a" }, onceAs("create-2"))).status).toBe(201);
    const other = await post("/v1/products", { name: "b" }, onceAs("create-2"));
    expect(codeOf(other)).toEqual([422, "idempotency_key_reused"]);
  });

  it("creates one of many at once", async () => {
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => post("/v1/products", { name: "Storm" }, onceAs("create-3"))),
    );
    const fresh = replies.filter((reply) => reply.status === 201 && !reply.headers["idempotency-replayed"]);
    expect(fresh).toHaveLength(1);
    for (const reply of replies) expect([201, 409]).toContain(reply.status);
    expect((await get("/v1/products?q=storm")).body.data).toHaveLength(1);
  });
});

async function aBrokenServer(fault: unknown) {
  const broken = await aServer({
    wrap: (services) => ({
      ...services,
      catalog: {
        ...services.catalog,
        engine: {
          name: "broken",
          write: async (brief) => {
            if (brief.product.name === "Breaks" || brief.version > 1) throw fault;
            return services.catalog.engine.write(brief);
          },
        },
      },
    }),
  });
  const { token: bearer } = await aKey(broken, await anOrganization(broken));
  const send = (path: string, body: object) => broken.send(path, { method: "POST", token: bearer, body });
  return { broken, bearer, send };
}

describe("a text engine that fails", () => {
  it("answers 502 text_engine_failed, says nothing but its request id, and changes nothing", async () => {
    const fault = new CatalogError("text_engine_failed", "The model at 10.0.0.7 said: sk-secret");
    const { broken, bearer, send } = await aBrokenServer(fault);
    const { body: product } = await send("/v1/products", { name: "Fine" });
    const replies = [
      await send("/v1/products", { name: "Breaks", sku: "FREE" }),
      await send(`/v1/products/${product.id}/regenerate`, {}),
    ];
    for (const reply of replies) {
      expect(codeOf(reply)).toEqual([502, "text_engine_failed"]);
      expect(reply.text).not.toMatch(/10\.0\.0\.7|sk-secret|broken/);
      expect(reply.body.instance).toBe(reply.headers["x-request-id"]);
      expect(broken.logs()).toContain(reply.body.instance);
    }
    expect(broken.logs()).toContain("10.0.0.7");
    const all = await broken.send("/v1/products", { token: bearer });
    expect(all.body.data).toEqual([product]);
    expect((await send("/v1/products", { name: "Fine", sku: "FREE" })).status).toBe(201);
  });

  it("that cannot be reached is one line for the operator, with the system's code and nothing secret", async () => {
    const closed = createServer().listen(0, "127.0.0.1");
    await once(closed, "listening");
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const endpoint = { baseUrl: `http://127.0.0.1:${port}/v1`, model: "writer", apiKey: "sk-secret" };
    const lost = await aServer({
      wrap: (services) => ({
        ...services,
        catalog: { ...services.catalog, engine: createChatEngine(endpoint, new AbortController().signal) },
      }),
    });
    const { token: bearer } = await aKey(lost, await anOrganization(lost));
    const body = { name: "Breaks" };
    const reply = await lost.send("/v1/products", { method: "POST", token: bearer, body });
    expect(codeOf(reply)).toEqual([502, "text_engine_failed"]);
    const lines = lost
      .logs()
      .split("\n")
      .filter((line) => line.includes(reply.body.instance));
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        level: 50,
        time: expect.any(Number),
        requestId: reply.body.instance,
        method: "POST",
        path: "/v1/products",
        msg: "The chat endpoint gave no text: the connection failed (ECONNREFUSED).",
      },
    ]);
  });

  it("answers 502 also for a fault of its own", async () => {
    const { broken, send } = await aBrokenServer(new TypeError("undefined is not a function"));
    expect(codeOf(await send("/v1/products", { name: "Breaks" }))).toEqual([502, "text_engine_failed"]);
    expect(broken.logs()).toMatch(/TypeError: undefined is not a function\\n +at /);
  });
});
