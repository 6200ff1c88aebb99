import { CatalogError } from "@katkey/catalog";
import { templateEngine } from "@katkey/catalog/template";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aKey, anOrganization, type TestOrganization } from "../../../testing/people.ts";
import { aServer, openServer, type Reply, type TestServer } from "../../../testing/server.ts";
import type { Services } from "../../services.ts";

let server: TestServer;
let organization: TestOrganization;
let token: string;

beforeAll(async () => {
  server = await openServer();
  organization = await anOrganization(server);
  ({ token } = await aKey(server, organization));
});
afterAll(() => server.close());

const create = (body: object, as = token) => server.send("/v1/products", { method: "POST", token: as, body });
const named = (more: object) => create({ name: "Teapot", ...more });
const codeOf = ({ status, body }: Reply) => [status, body?.code];
const refused = [422, "validation_failed"];
const pairs = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`n${at}`, "v"]));

describe("products:", () => {
  it("id (prd_…), createdAt, updatedAt", async () => {
    const { body } = await named({});
    expect(body.id).toMatch(/^prd_[0-9A-Za-z]{22}$/);
    const at = new Date(server.clock.now()).toISOString();
    expect([body.createdAt, body.updatedAt]).toEqual([at, at]);
    server.clock.advance(1_000);
    const path = `/v1/products/${body.id}`;
    const changed = await server.send(path, { method: "PATCH", token, body: { name: "Kettle" } });
    expect(changed.body).toMatchObject({
      createdAt: at,
      updatedAt: new Date(server.clock.now()).toISOString(),
    });
  });

  it("name (1–200)", async () => {
    for (const name of ["a", "x".repeat(200), "😀".repeat(200)]) {
      expect((await create({ name })).body.name).toBe(name);
    }
    for (const name of ["", " ", "x".repeat(201), "😀".repeat(201)]) {
      expect(codeOf(await create({ name }))).toEqual(refused);
    }
  });

  it("sku (unique in organization and environment)", async () => {
    expect((await named({ sku: "T-1" })).body.sku).toBe("T-1");
    expect(codeOf(await named({ sku: "T-1" }))).toEqual([409, "sku_taken"]);
    const { token: test } = await aKey(server, organization, { environment: "test" });
    const { token: stranger } = await aKey(server, await anOrganization(server));
    for (const other of [test, stranger]) {
      expect((await create({ name: "Teapot", sku: "T-1" }, other)).status).toBe(201);
    }
  });

  it("category", async () => {
    expect((await named({ category: "Kitchen" })).body.category).toBe("Kitchen");
    expect((await named({})).body.category).toBeNull();
  });

  it("price {amount integer minor units, currency ISO 4217}", async () => {
    const price = { amount: 4_900, currency: "EUR" };
    expect((await named({ price })).body.price).toEqual(price);
    for (const wrong of [
      { amount: 49.5, currency: "EUR" },
      { amount: -1, currency: "EUR" },
      { amount: "4900", currency: "EUR" },
      { amount: 4_900 },
      { amount: 4_900, currency: "eur" },
      { amount: 4_900, currency: "ZZZ" },
      4_900,
    ]) {
      expect(codeOf(await named({ price: wrong }))).toEqual(refused);
    }
  });

  it("attributes (≤ 50 string pairs)", async () => {
    expect((await named({ attributes: pairs(50) })).body.attributes).toEqual(pairs(50));
    for (const attributes of [pairs(51), { a: 1 }, { a: null }, { a: {} }, ["a"]]) {
      expect(codeOf(await named({ attributes }))).toEqual(refused);
    }
  });

  it("listing {title, description, bullets, version, engine}", async () => {
    const { body } = await named({ language: "da", tone: "technical" });
    expect(body.listing).toEqual({
      title: expect.stringMatching(/.+/),
      description: expect.stringMatching(/.+/),
      bullets: expect.any(Array),
      version: 1,
      engine: "template",
      language: "da",
      tone: "technical",
      createdAt: body.createdAt,
    });
  });
});

type Engine = Services["catalog"]["engine"];

const withEngine = (engine: Engine) => (services: Services) => ({
  ...services,
  catalog: { ...services.catalog, engine },
});

const text = { title: "T", description: "D", bullets: ["a", "b", "c"] };

describe("the listing is written by a text engine behind one small interface:", () => {
  it("template (built in, deterministic for a seed, no network)", async () => {
    const brief = {
      product: { id: "prd_1", name: "Teapot", sku: null, category: null, price: null, attributes: {} },
      language: "en",
      tone: "neutral",
      keywords: [],
      version: 1,
    } as const;
    const first = await templateEngine.write(brief);
    expect(await templateEngine.write(brief)).toEqual(first);
    const seeds = await Promise.all(
      [1, 2, 3, 4].map((version) => templateEngine.write({ ...brief, version })),
    );
    expect(new Set(seeds.map((each) => JSON.stringify(each))).size).toBeGreaterThan(1);
  });

  it("engine says which wrote it", async () => {
    const chat = { name: "chat:writer", write: async () => text };
    const other = await aServer({ wrap: withEngine(chat) });
    const { token: own } = await aKey(other, await anOrganization(other));
    const sent = { method: "POST", token: own, body: { name: "Teapot" } };
    expect((await other.send("/v1/products", sent)).body.listing).toMatchObject({
      ...text,
      engine: "chat:writer",
    });
  });

  it("a failing engine answers 502 text_engine_failed and changes nothing", async () => {
    let isBroken = false;
    const moody: Engine = {
      name: "moody",
      async write() {
        if (isBroken) throw new CatalogError("text_engine_failed", "The model is out.");
        return text;
      },
    };
    const other = await aServer({ wrap: withEngine(moody) });
    const { token: own } = await aKey(other, await anOrganization(other));
    const send = (method: string, path: string, body?: object) =>
      other.send(path, { method, token: own, ...(body && { body }) });
    const { body: product } = await send("POST", "/v1/products", { name: "Teapot" });
    isBroken = true;
    for (const path of ["/v1/products", `/v1/products/${product.id}/regenerate`]) {
      const reply = await send("POST", path, path === "/v1/products" ? { name: "Kettle" } : {});
      expect(codeOf(reply)).toEqual([502, "text_engine_failed"]);
    }
    expect((await send("GET", "/v1/products")).body.data).toEqual([product]);
    expect((await send("GET", `/v1/products/${product.id}/versions`)).body.data).toEqual([product.listing]);
  });
});
