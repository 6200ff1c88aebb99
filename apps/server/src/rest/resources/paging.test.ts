import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aKey, anOrganization, type TestOrganization } from "../../../testing/people.ts";
import { openServer, type Reply, type TestServer } from "../../../testing/server.ts";

let server: TestServer;
let organization: TestOrganization;
let token: string;
let cursor: string;

const list = (query: string, bearer = token) => server.send(`/v1/keys?${query}`, { token: bearer });

beforeAll(async () => {
  server = await openServer();
  organization = await anOrganization(server);
  ({ token } = await aKey(server, organization));
  for (const environment of ["live", "live", "test", "test"] as const) {
    await aKey(server, organization, { environment });
  }
  cursor = (await list("limit=2&environment=live")).body.nextCursor;
});
afterAll(() => server.close());

const refusal = { status: 422, body: { code: "cursor_invalid" } };

/** Not whole keys: the one that asks has one more use each time. */
const idsOf = ({ body }: Reply) => body.data.map(({ id }: { id: string }) => id);

describe("GET /v1/keys in an order", () => {
  it("goes on by name, with cursors of that order only", async () => {
    const own = await anOrganization(server);
    const { token: asking } = await aKey(server, own, { name: "m" });
    // The longest that a cursor can have to say: this letter is compared as 18.
    for (const name of ["\ufdfa".repeat(80), "B", "a"]) await aKey(server, own, { name });
    const names = [];
    let from = "";
    for (;;) {
      const { status, body } = await list(`limit=1&sort=-name${from}`, asking);
      expect(status).toBe(200);
      names.push(...body.data.map(({ name }: { name: string }) => name.slice(0, 1)));
      if (body.nextCursor === null) break;
      from = `&cursor=${body.nextCursor}`;
      expect(await list(`limit=1&sort=name${from}`, asking)).toMatchObject(refusal);
      expect(await list(`limit=1${from}`, asking)).toMatchObject(refusal);
    }
    expect(names).toEqual(["\ufdfa", "m", "B", "a"]);
  });

  it("shows the keys that were never used, of which the one that asks is none", async () => {
    const own = await anOrganization(server);
    const { token: asking } = await aKey(server, own, { name: "Asking" });
    await aKey(server, own, { name: "Idle" });
    const { body } = await list("neverUsed=true", asking);
    expect(body.data.map(({ name }: { name: string }) => name)).toContain("Idle");
    const after = await list("neverUsed=true", asking);
    expect(after.body.data.map(({ name }: { name: string }) => name)).toEqual(["Idle"]);
  });
});

describe("a cursor of GET /v1/keys", () => {
  it("goes on where its page ended, in pages of any size", async () => {
    const whole = idsOf(await list("limit=100&environment=live"));
    for (const limit of [1, 2, 100]) {
      const page = await list(`limit=${limit}&environment=live&cursor=${cursor}`);
      expect(idsOf(page)).toEqual(whole.slice(2, 2 + limit));
    }
  });

  it("names nobody", async () => {
    const { data } = (await list("limit=2&environment=live")).body;
    const decoded = Buffer.from(cursor, "base64url").toString();
    for (const text of [cursor, decoded]) {
      expect(text).not.toContain(organization.id);
      expect(text).not.toContain(data[1].secrets[0].publicKeyId);
    }
  });

  it.each(["environment=test", "", "environment=live&status=active", "environment=live&search=k"])(
    "is refused with the filter %j",
    async (filter) => {
      expect(await list(`${filter}&cursor=${cursor}`)).toMatchObject(refusal);
    },
  );

  it("is refused to another organization, which sees nothing of this one", async () => {
    const stranger = await aKey(server, await anOrganization(server));
    const reply = await list(`environment=live&cursor=${cursor}`, stranger.token);
    expect(reply).toMatchObject(refusal);
    expect(reply.text).not.toContain("data");
  });

  it("is refused to a test key of the same organization", async () => {
    const { token: test } = await aKey(server, organization, { environment: "test" });
    const { body } = await list("limit=1");
    expect(await list(`cursor=${body.nextCursor}`, test)).toMatchObject(refusal);
  });

  it("serves another key of the same organization and environment", async () => {
    const { token: other } = await aKey(server, organization);
    expect((await list(`environment=live&cursor=${cursor}`, other)).status).toBe(200);
  });

  it.each(["an id", "an empty text", "one of 10,000 characters"])("that is %s is refused", async (what) => {
    const { id } = (await list("limit=1")).body.data[0];
    const made = what === "an id" ? id : what === "an empty text" ? "" : cursor.repeat(200).slice(0, 10_000);
    expect(await list(`environment=live&cursor=${made}`)).toMatchObject(refusal);
  });
});
