import { revoke } from "@katkey/keys";
import { describe, expect, it } from "vitest";
import { aKey, anOrganization, ownerAct } from "../../testing/people.ts";
import { aServer } from "../../testing/server.ts";

const hour = 3_600_000;

async function aLog() {
  const server = await aServer();
  const organization = await anOrganization(server);
  const call = (procedure: string, input: object = {}, cookie = organization.members.admin.cookie) =>
    server.send(`/trpc/audit.${procedure}`, {
      method: "POST",
      headers: { cookie },
      body: { organizationId: organization.id, ...input },
    });
  const found = async (input: object) => {
    const { items } = (await call("list", input)).body.result.data;
    return items.map(({ action }: { action: string }) => action);
  };
  return { server, organization, call, found };
}

describe("audit.list", () => {
  it("finds what somebody did to something in a time, or what Katkey did itself", async () => {
    const { server, organization, found } = await aLog();
    const { owner, member } = organization.members;
    const { key } = await aKey(server, organization, { by: "member" });
    const early = server.clock.now();
    server.clock.advance(25 * hour);
    await revoke(server.services.desk, ownerAct(server, organization), {
      keyId: key.id,
      reason: "unused",
      text: null,
    });
    expect(await found({ objectId: key.id })).toEqual(["key.revoked", "key.issued"]);
    expect(await found({ objectId: key.id, actor: member.id })).toEqual(["key.issued"]);
    expect(await found({ objectId: key.id, range: "24h" })).toEqual(["key.revoked"]);
    expect(await found({ actor: owner.id, range: "7d", action: "key.revoked" })).toEqual(["key.revoked"]);
    const range = { from: new Date(early).toISOString(), to: new Date(early + 1).toISOString() };
    expect(await found({ objectId: key.id, range })).toEqual(["key.issued"]);
    expect(await found({ range: { to: "2020-01-01" } })).toEqual([]);
    expect(await found({ actor: "katkey" })).toEqual([]);
    expect(await found({ objectId: "key_none" })).toEqual([]);
  });

  it("begins with an entry, and goes on from there", async () => {
    const { call } = await aLog();
    const page = async (input: object) => {
      const { items, nextCursor } = (await call("list", { limit: 2, ...input })).body.result.data;
      return [items.map(({ seq }: { seq: number }) => seq), nextCursor];
    };
    expect(await page({ newest: 4 })).toEqual([[4, 3], "3"]);
    expect(await page({ newest: 4, cursor: "3" })).toEqual([[2, 1], null]);
  });

  it.each([
    { range: "1y" },
    { range: { from: "yesterday" } },
    { actor: "system" },
    { objectId: "' or 1=1" },
    { action: "key.forgotten" },
    { cursor: "-1" },
    { newest: 0 },
  ])("refuses what is no filter: %j", async (input) => {
    const { call } = await aLog();
    expect((await call("list", input)).status).toBe(400);
  });
});

describe("audit.verify", () => {
  it("goes on where a part of the chain ended, and names how it is broken", async () => {
    const { call } = await aLog();
    const { data: whole } = (await call("verify")).body.result;
    expect(whole).toMatchObject({ intact: true, entries: whole.length });
    const cursor = { seq: whole.entries, hash: whole.head };
    expect((await call("verify", { cursor })).body.result.data).toEqual(whole);
    const wrong = { seq: 1, hash: whole.head };
    expect((await call("verify", { cursor: wrong })).body.result.data).toEqual({
      intact: false,
      firstBrokenSeq: 2,
      fault: "unlinked",
    });
    expect((await call("verify", { cursor: { seq: 0, hash: "x" } })).status).toBe(400);
  });
});

describe("audit.export", () => {
  it("gives entries as they are hashed, to whoever began it", async () => {
    const { organization, call } = await aLog();
    const { data: begun } = (await call("export", { format: "jsonl", action: "organization.created" })).body
      .result;
    expect(begun).toMatchObject({ name: expect.stringMatching(/^audit-[\d-]+\.jsonl$/), entries: 1 });
    const part = { exportId: begun.id, after: 0 };
    const { data: page } = (await call("exported", part)).body.result;
    expect(page).toMatchObject({
      items: [
        { seq: 1, organizationId: organization.id, at: expect.any(Number), previousHash: "0".repeat(64) },
      ],
      nextCursor: null,
    });
    const byOwner = await call("exported", part, organization.members.owner.cookie);
    expect([byOwner.status, byOwner.body.error.data.reason]).toEqual([400, "cursor_invalid"]);
    expect((await call("export", { format: "xml" })).status).toBe(400);
  });
});

describe("audit.actors", () => {
  it("names everybody who is in the log", async () => {
    const { organization, call } = await aLog();
    const { data } = (await call("actors")).body.result;
    const { viewer, ...others } = organization.members;
    expect(data).toHaveLength(4);
    expect(data).toContainEqual({ type: "user", id: viewer.id, label: viewer.email });
    for (const { id } of Object.values(others)) expect(data).toContainEqual(expect.objectContaining({ id }));
  });
});
