import { expect, it } from "vitest";
import { aKey, anOrganization } from "../../testing/people.ts";
import { aServer } from "../../testing/server.ts";

async function setUp() {
  const server = await aServer();
  const organization = await anOrganization(server);
  const call = (procedure: string, input: object, { cookie } = organization.members.viewer) =>
    server.send(`/trpc/keys.${procedure}`, {
      method: "POST",
      headers: { cookie },
      body: { organizationId: organization.id, ...input },
    });
  return { server, organization, call };
}

it("gives every key that is asked for, page by page, and no secret", async () => {
  const { server, organization, call } = await setUp();
  const tokens = [];
  for (let i = 0; i <= 500; i += 1) {
    const name = `Key ${String(i).padStart(3, "0")}`;
    tokens.push((await aKey(server, organization, { name, scopes: ["usage:read"] })).token);
  }
  await aKey(server, organization, { name: "Key of tests", environment: "test" });
  const asked = { environment: "live", sort: "name" };
  const first = await call("exported", asked);
  const { rows, nextCursor } = first.body.result.data;
  const second = await call("exported", { ...asked, cursor: nextCursor });
  expect(rows).toHaveLength(500);
  expect(second.body.result.data).toMatchObject({ rows: [{ name: "Key 500" }], nextCursor: null });
  expect(rows[0]).toMatchObject({
    name: "Key 000",
    status: "active",
    scopes: ["usage:read"],
    hint: tokens[0]?.slice(-4),
    lastUsedAt: null,
  });
  const secrets = tokens.map((token) => token.split(".")[1] ?? expect.unreachable());
  expect(secrets.filter((secret) => first.text.includes(secret))).toEqual([]);
});

it("is on record with what was asked for, and no more", async () => {
  const { server, organization, call } = await setUp();
  const asked = { environment: "live", sort: "name", status: "in_use" };
  const { name } = (await call("export", asked)).body.result.data;
  const { items } = await server.services.audit.list(organization.id, { limit: 1 });
  expect(items).toMatchObject([{ action: "key.list_exported", object: { label: name } }]);
  expect(items[0]?.after).toEqual({ format: "csv", ...asked });
});

it("keeps nothing secret of a token that was looked for, and fills the log with no more than ten a minute", async () => {
  const { server, organization, call } = await setUp();
  const { token } = await aKey(server, organization);
  const [name = "", secret = ""] = token.split(".");
  await call("export", { search: token });
  const { items } = await server.services.audit.list(organization.id, { limit: 1 });
  expect(items[0]?.after).toEqual({ format: "csv", search: `${name}.…` });
  expect(JSON.stringify(items)).not.toContain(secret);
  const statuses = [];
  for (let i = 0; i < 10; i += 1) statuses.push((await call("export", {})).status);
  expect(statuses).toEqual([...Array.from({ length: 9 }, () => 200), 429]);
  expect((await call("export", {}, organization.members.owner)).status).toBe(200);
});

it("keeps its cursors to one order and to what is asked for", async () => {
  const { server, organization, call } = await setUp();
  for (const name of ["a", "b"]) await aKey(server, organization, { name });
  const { nextCursor } = (await call("list", { limit: 1, sort: "name" })).body.result.data;
  const reasonOf = async (input: object) => {
    const { body } = await call("list", { limit: 1, cursor: nextCursor, ...input });
    return body.error?.data.reason ?? body.result.data.items[0].name;
  };
  expect(await reasonOf({ sort: "name" })).toBe("b");
  for (const other of [{}, { sort: "-name" }, { sort: "name", environment: "live" }]) {
    expect(await reasonOf(other)).toBe("cursor_invalid");
  }
});
