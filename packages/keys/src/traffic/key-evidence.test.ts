import { describe, expect, it } from "vitest";
import { breakDownKeyUsage } from "../usage/break-down-key-usage.ts";
import { changeRole } from "../organizations/change-role.ts";
import { edit } from "../keys/edit.ts";
import { hourMs, startOf } from "../usage/granularity.ts";
import { listClients } from "./list-clients.ts";
import { previewEdit } from "./preview-edit.ts";
import { previewOverlapEnd } from "./preview-overlap-end.ts";
import { previewRevocation } from "./preview-revocation.ts";
import { previewRevocations } from "./preview-revocations.ts";
import { reviewScopes } from "./review-scopes.ts";
import { rotate } from "../keys/rotate.ts";
import { anEvidence } from "../testing/evidence.ts";
import { aKey, aMember, anOrganization, noon, outcomeOf } from "../testing/index.ts";
import { mostClients } from "../usage/client.ts";

const dayMs = 24 * hourMs;
const today = startOf("day", noon);

async function open(request: Parameters<typeof aKey>[2] = {}) {
  const evidence = anEvidence();
  const owner = await anOrganization(evidence.desk);
  const { key } = await aKey(evidence.desk, owner.at(noon - 60 * dayMs), request);
  return { evidence, owner, key };
}

const refused = { status: 403, refused: true, cause: "insufficient_scope" };

describe("the usage of one key", () => {
  it("is told over time and by route, over all its secrets, and without its neighbours", async () => {
    const { evidence, owner, key } = await open();
    const { key: other } = await aKey(evidence.desk, owner.act);
    await evidence.use(key, 2, { at: noon - 3 * dayMs });
    await evidence.use(other, 5);
    const { key: rotated } = await rotate(evidence.desk, owner.act, { keyId: key.id, overlapSeconds: 60 });
    await evidence.use(rotated, 3, { method: "POST", status: 500 });
    await evidence.use(rotated, 1, { secret: 1, ...refused });

    const range = { granularity: "day", from: noon - 6 * dayMs } as const;
    const usage = await breakDownKeyUsage(evidence, owner.act, {
      keyId: key.id,
      ...range,
      groupBy: "route",
      most: 1,
    });
    expect(usage).toMatchObject({
      from: today - 6 * dayMs,
      to: today + dayMs,
      environment: "live",
      total: { served: 2, refused: 1, failed: 3 },
      groups: [{ group: "GET /v1/products", served: 2, refused: 1, failed: 0 }],
      moreGroups: 1,
    });
    expect(usage.buckets.map(({ start, served, failed }) => [start, served, failed])).toEqual([
      [today - 3 * dayMs, 2, 0],
      [today, 0, 3],
    ]);
    expect(usage.groupBuckets.map(({ group }) => group)).toEqual(["GET /v1/products", "GET /v1/products"]);
  });
});

describe("the clients of a key", () => {
  it("are one each, whatever secret they have, the latest first", async () => {
    const { evidence, owner, key } = await open();
    const { key: rotated } = await rotate(evidence.desk, owner.act, { keyId: key.id, overlapSeconds: 60 });
    await evidence.use(rotated, 2, { secret: 1, at: noon - 5 * dayMs });
    await evidence.use(rotated, 3, { at: noon + 1 });
    await evidence.use(rotated, 1, { address: "192.0.2.9", userAgent: null, ...refused, at: noon + 2 });
    const [current, old] = rotated.secrets.map(({ publicKeyId }) => publicKeyId);
    expect(await listClients(evidence, owner.act, { keyId: key.id, most: 10 })).toEqual({
      since: today - 29 * dayMs,
      more: 0,
      clients: [
        expect.objectContaining({ address: "192.0.2.9", userAgent: null, requests: 1, refused: 1 }),
        {
          address: "192.0.2.1",
          userAgent: "curl",
          requests: 5,
          refused: 0,
          firstAt: noon - 5 * dayMs,
          lastAt: noon + 1,
          secrets: [
            { publicKeyId: current, lastAt: noon + 1 },
            { publicKeyId: old, lastAt: noon - 5 * dayMs },
          ],
        },
      ],
    });
    expect(await listClients(evidence, owner.act, { keyId: key.id, most: 1 })).toMatchObject({ more: 1 });
  });
});

describe("the review of a key's scopes", () => {
  it("says of each how much it was needed in the last 30 days, refused requests included", async () => {
    const { evidence, owner, key } = await open({
      scopes: ["products:read", "products:write", "usage:read"],
    });
    await evidence.use(key, 4, { at: noon - 2 * dayMs });
    await evidence.use(key, 1, { route: "/v1/usage", status: 429, refused: true, cause: "rate_limited" });
    await evidence.use(key, 2, { route: "/v1/user" });
    await evidence.use(key, 9, { method: "POST", at: noon - 31 * dayMs });
    expect(await reviewScopes(evidence, owner.act, key.id)).toEqual({
      since: today - 29 * dayMs,
      requests: 7,
      scopes: [
        { scope: "products:read", requests: 4, lastAt: today - 2 * dayMs },
        { scope: "products:write", requests: 0, lastAt: null },
        { scope: "usage:read", requests: 1, lastAt: today },
      ],
    });
  });

  it("does not call a scope unused that requests to the company's own API may have needed", async () => {
    const { evidence, owner, key } = await open({ scopes: ["products:read", "usage:read"] });
    await evidence.use(key, 2);
    await evidence.use(key, 3, { method: "POST", route: "(remote)" });
    expect((await reviewScopes(evidence, owner.act, key.id)).scopes).toEqual([
      { scope: "products:read", requests: 2, lastAt: today },
      { scope: "usage:read", requests: null, lastAt: null },
    ]);
  });

  it("goes back no further than the key", async () => {
    const { evidence, owner } = await open();
    const { key } = await aKey(evidence.desk, owner.act);
    expect((await reviewScopes(evidence, owner.act, key.id)).since).toBe(noon);
  });
});

describe("before a revocation", () => {
  it("everything that was let in for at least 7 days would have been refused, and nothing that was refused anyway", async () => {
    const { evidence, owner, key } = await open();
    const weekly = noon - 7 * dayMs;
    await evidence.use(key, 2, { at: weekly, address: "10.1.2.3" });
    await evidence.use(key, 1, { method: "POST", at: noon, status: 503 });
    await evidence.use(key, 5, { ...refused, at: noon });
    await evidence.use(key, 7, { at: noon - 9 * dayMs });
    const preview = await previewRevocation(evidence, owner.act, key.id);
    expect(preview).toMatchObject({ since: today - 7 * dayMs, requests: 3 });
    expect(preview.effects).toEqual([
      {
        by: "revocation",
        requests: 3,
        lastAt: noon,
        routes: [
          { route: "GET /v1/products", requests: 2, lastAt: weekly },
          { route: "POST /v1/products", requests: 1, lastAt: noon },
        ],
        clients: [
          expect.objectContaining({ address: "192.0.2.1", requests: 1, lastAt: noon }),
          expect.objectContaining({ address: "10.1.2.3", requests: 2, lastAt: weekly }),
        ],
        unknown: 0,
      },
    ]);
  });

  it("the last request is known to the millisecond where it was the secret's latest", async () => {
    const { evidence, owner, key } = await open();
    await evidence.use(key, 1, { at: noon + 5 });
    await evidence.use(key, 1, { at: noon + 7, method: "POST" });
    const { effects } = await previewRevocation(evidence, owner.at(noon + 9), key.id);
    expect(effects[0]?.routes).toMatchObject([
      { route: "GET /v1/products", lastAt: noon },
      { route: "POST /v1/products", lastAt: noon + 7 },
    ]);
  });

  it("of several keys, the requests of all of them count, each key once, and a client of two is one", async () => {
    const { evidence, owner, key } = await open();
    const { key: other } = await aKey(evidence.desk, owner.act);
    const { key: third } = await aKey(evidence.desk, owner.act);
    await evidence.use(key, 3, { at: noon - 2 * dayMs });
    await evidence.use(other, 2);
    await evidence.use(other, 1, refused);
    await evidence.use(third, 9, { address: "10.0.0.3" });
    const preview = await previewRevocations(evidence, owner.act, [key.id, other.id, key.id]);
    const clients = [{ address: "192.0.2.1", userAgent: "curl", requests: 5, lastAt: noon }];
    expect(preview).toEqual({
      since: today - 7 * dayMs,
      requests: 5,
      clients,
      effects: [{ by: "revocation", requests: 5, lastAt: noon, routes: null, clients, unknown: 0 }],
    });
    const member = await aMember(evidence.desk, owner, "member");
    const theirs = await aKey(evidence.desk, member.act, { scopes: ["usage:read"] });
    const both = previewRevocations(evidence, member.act, [theirs.key.id, key.id]);
    expect(await outcomeOf(both)).toBe("role_not_allowed");
  });

  it("nothing is shown to who may not revoke", async () => {
    const { evidence, owner, key } = await open();
    const member = await aMember(evidence.desk, owner, "member");
    for (const preview of [previewRevocation, previewOverlapEnd]) {
      expect(await outcomeOf(preview(evidence, member.act, key.id))).toBe("role_not_allowed");
    }
    expect(await outcomeOf(previewEdit(evidence, member.act, { keyId: key.id }))).toBe("role_not_allowed");
    const stranger = await anOrganization(evidence.desk);
    expect(await outcomeOf(previewRevocation(evidence, stranger.act, key.id))).toBe("key_not_found");
  });
});

describe("before the end of an overlap", () => {
  it("only what came with the old secret since the rotation counts", async () => {
    const { evidence, owner, key } = await open();
    const { at } = owner;
    const rotatedAt = noon - 2 * dayMs + 60_000;
    await evidence.use(key, 6, { at: rotatedAt - 1, address: "10.0.0.7" });
    const rotation = { keyId: key.id, overlapSeconds: 5 * 86_400 };
    const { key: rotated } = await rotate(evidence.desk, at(rotatedAt), rotation);
    await evidence.use(rotated, 4, { at: noon - hourMs });
    const moved = await previewOverlapEnd(evidence, owner.act, key.id);
    expect(moved).toMatchObject({
      requests: 0,
      effects: [{ requests: 0, lastAt: null, routes: [], clients: [] }],
    });
    const old = { secret: 1, retiring: true, at: noon - dayMs, address: "10.1.2.3" };
    await evidence.use(rotated, 3, old);
    const { since, requests, effects } = await previewOverlapEnd(evidence, owner.act, key.id);
    expect({ since, requests }).toEqual({ since: rotatedAt, requests: 3 });
    expect(effects).toMatchObject([
      { by: "overlap_end", requests: 3, lastAt: noon - dayMs, clients: [{ address: "10.1.2.3" }] },
    ]);
  });

  it("there has to be one", async () => {
    const { evidence, owner, key } = await open();
    expect(await outcomeOf(previewOverlapEnd(evidence, owner.act, key.id))).toBe("overlap_not_running");
  });
});

describe("before an edit", () => {
  it("says what routes would have been refused for want of a scope, and that nobody knows whose requests", async () => {
    const { evidence, owner, key } = await open();
    await evidence.use(key, 4);
    await evidence.use(key, 2, { method: "POST" });
    await evidence.use(key, 1, { route: "/v1/user" });
    const preview = await previewEdit(evidence, owner.act, { keyId: key.id, scopes: ["products:read"] });
    expect(preview.effects).toEqual([
      {
        by: "scopes",
        requests: 2,
        lastAt: noon,
        routes: [{ route: "POST /v1/products", requests: 2, lastAt: noon }],
        clients: null,
        unknown: 0,
      },
    ]);
    expect(preview.clients).toMatchObject([{ address: "192.0.2.1", requests: 7 }]);
    const all = { keyId: key.id, scopes: key.scopes };
    expect((await previewEdit(evidence, owner.act, all)).effects).toEqual([]);
  });

  it("says of how many requests to the company's own API nobody knows whether they needed what is taken away", async () => {
    const evidence = anEvidence({ own: ["orders:read", "orders:write"] });
    const owner = await anOrganization(evidence.desk);
    const { key } = await aKey(evidence.desk, owner.at(noon - 60 * dayMs));
    await evidence.use(key, 3, { route: "(remote)" });
    await evidence.use(key, 2);
    const scopes = key.scopes.filter((scope) => scope !== "orders:write");
    const preview = await previewEdit(evidence, owner.act, { keyId: key.id, scopes });
    expect(preview.effects).toMatchObject([{ by: "scopes", requests: 0, unknown: 3 }]);
    expect((await previewEdit(evidence, owner.act, { keyId: key.id, scopes: key.scopes })).effects).toEqual(
      [],
    );
  });

  it("does not count again what the key may not do already", async () => {
    const { evidence, owner, key } = await open();
    await evidence.use(key, 2, { method: "POST", at: noon - dayMs });
    await edit(evidence.desk, owner.act, { keyId: key.id, scopes: ["products:read", "usage:read"] });
    const narrower = { keyId: key.id, scopes: ["products:read"] } as const;
    expect((await previewEdit(evidence, owner.act, narrower)).effects).toEqual([]);
  });

  it("says what another member's role would have refused", async () => {
    const { evidence, owner, key } = await open();
    await evidence.use(key, 3, { route: "/v1/usage" });
    await evidence.use(key, 2, { method: "POST" });
    const member = await aMember(evidence.desk, owner, "admin");
    const handOver = { keyId: key.id, responsibleMemberId: member.act.actor.memberId };
    expect((await previewEdit(evidence, owner.act, handOver)).effects).toEqual([]);
    const { memberId } = member.act.actor;
    await changeRole(evidence.desk, owner.act, { memberId, role: "viewer", label: "them" });
    expect((await previewEdit(evidence, owner.act, handOver)).effects).toMatchObject([
      { by: "scopes", requests: 2, routes: [{ route: "POST /v1/products" }] },
    ]);
  });

  it("says which clients would have been refused for their address, and of how many nobody knows", async () => {
    const { evidence, owner, key } = await open();
    await evidence.use(key, 5, { address: "10.1.2.3", at: noon - dayMs });
    await evidence.use(key, 2, { address: "2001:db8::7", at: noon });
    for (let i = 0; i < mostClients + 3; i += 1) {
      await evidence.use(key, 1, { address: `192.0.2.${i}`, at: noon - 3 * dayMs });
    }
    const narrowed = { keyId: key.id, addresses: ["10.0.0.0/8", "192.0.2.0/24"] };
    expect((await previewEdit(evidence, owner.act, narrowed)).effects).toEqual([
      {
        by: "addresses",
        requests: 2,
        lastAt: noon,
        routes: null,
        clients: [expect.objectContaining({ address: "2001:db8::7", requests: 2 })],
        unknown: 3,
      },
    ]);
    const ofAll = async (addresses: readonly string[]) =>
      (await previewEdit(evidence, owner.act, { keyId: key.id, addresses })).effects;
    const allKnown = ["10.0.0.0/8", "192.0.2.0/24", "2001:db8::/32"];
    expect(await ofAll(allKnown)).toMatchObject([{ by: "addresses", requests: 0, unknown: 3 }]);
    expect(await ofAll([])).toEqual([]);
    const wrong = { keyId: key.id, addresses: ["everywhere"] };
    expect(await outcomeOf(previewEdit(evidence, owner.act, wrong))).toBe("addresses_invalid");
  });

  it("says what an expiry within days would have refused: everything", async () => {
    const { evidence, owner, key } = await open();
    await evidence.use(key, 3);
    const at = async (expiresAt: number | null) =>
      (await previewEdit(evidence, owner.act, { keyId: key.id, expiresAt })).effects;
    expect(await at(noon + dayMs)).toMatchObject([{ by: "expiry", requests: 3 }]);
    expect(await at(noon + 30 * dayMs)).toEqual([]);
    expect(await at(null)).toEqual([]);
  });
});
