import { describe, expect, it } from "vitest";
import { admit, type BearerRequest } from "./admit.ts";
import { changeRole } from "../organizations/change-role.ts";
import { edit } from "../keys/edit.ts";
import { exposureOf } from "../keys/api-key.ts";
import { exposeToken } from "../keys/expose.ts";
import { findKey } from "../keys/key-authority.ts";
import { createMemoryRateLimiter } from "../memory/index.ts";
import { revoke } from "../keys/revoke.ts";
import { rotate } from "../keys/rotate.ts";
import { aDesk, aKey, aMember, anOrganization, noon } from "../testing/index.ts";

function open() {
  const desk = aDesk();
  const limiter = createMemoryRateLimiter();
  const call = (token: string, request: Partial<BearerRequest> = {}, failuresPerMinute = 1_000) =>
    admit(
      { ...desk, limiter, failuresPerMinute },
      {
        token,
        scopes: [],
        address: "198.51.100.1",
        browser: null,
        requestId: "r",
        now: noon,
        at: 0,
        ...request,
      },
    );
  return { desk, limiter, call };
}

describe("admitting a bearer request", () => {
  it("says whom it acts as and what is left of the limit", async () => {
    const { desk, call } = open();
    const owner = await anOrganization(desk);
    const { key, token } = await aKey(desk, owner.act);
    expect(await call(token, { scopes: ["products:read"] })).toMatchObject({
      admitted: true,
      principal: { type: "key", id: key.id, organization: { id: owner.act.organizationId } },
      limit: { limit: 100, remaining: 99, resetSeconds: 60 },
    });
  });

  it("shares the limit among an organization's keys and over rotations, and keeps it from others", async () => {
    const { desk, call } = open();
    const owner = await anOrganization(desk);
    const stranger = await aKey(desk, (await anOrganization(desk)).act);
    const one = await aKey(desk, owner.act);
    const two = await aKey(desk, owner.act);
    for (let i = 0; i < 50; i += 1) await call(one.token);
    const rotated = await rotate(desk, owner.act, { keyId: one.key.id, overlapSeconds: 60 });
    for (let i = 0; i < 25; i += 1) await call(rotated.token);
    for (let i = 0; i < 25; i += 1) await call(two.token);
    for (const token of [one.token, rotated.token, two.token]) {
      expect(await call(token)).toMatchObject({
        admitted: false,
        code: "rate_limited",
        limit: { remaining: 0 },
      });
    }
    expect(await call(stranger.token)).toMatchObject({ admitted: true });
  });

  it("goes by the monotonic clock: a clock that jumps back or forward changes no limit", async () => {
    const { desk, call } = open();
    const { token } = await aKey(desk, (await anOrganization(desk)).act);
    for (let i = 0; i < 100; i += 1) await call(token, { now: noon - i * 3_600_000, at: i });
    expect(await call(token, { now: noon + 86_400_000, at: 200 })).toMatchObject({ code: "rate_limited" });
    expect(await call(token, { now: noon - 86_400_000, at: 60_000 })).toMatchObject({ admitted: true });
  });

  it("lets a key do what its responsible member's role allows now, and no more", async () => {
    const { desk, call } = open();
    const owner = await anOrganization(desk);
    const admin = await aMember(desk, owner, "admin");
    const { token } = await aKey(desk, admin.act);
    expect(await call(token, { scopes: ["keys:write"] })).toMatchObject({ admitted: true });
    const { memberId } = admin.act.actor;
    await changeRole(desk, owner.act, { memberId, role: "member", label: "them" });
    expect(await call(token, { scopes: ["keys:write"] })).toMatchObject({ code: "insufficient_scope" });
    expect(await call(token, { scopes: ["products:write"] })).toMatchObject({ admitted: true });
    await changeRole(desk, owner.act, { memberId, role: "viewer", label: "them" });
    expect(await call(token, { scopes: ["products:write"] })).toMatchObject({ code: "insufficient_scope" });
  });

  it("asks for the address before it spends, and spends nothing when it refuses", async () => {
    const { desk, call } = open();
    const owner = await anOrganization(desk);
    const { key, token } = await aKey(desk, owner.act, { addresses: ["10.0.0.0/8"] });
    expect(await call(token)).toMatchObject({ code: "ip_not_allowed", limit: { remaining: 100 } });
    expect(await call(token, { address: "10.9.8.7" })).toMatchObject({ admitted: true });
    await edit(desk, owner.act, { keyId: key.id, addresses: [] });
    expect(await call(token)).toMatchObject({ admitted: true });
  });

  it("takes as many places as a request costs, all of them or none", async () => {
    const { desk, call } = open();
    const { token } = await aKey(desk, (await anOrganization(desk)).act);
    expect(await call(token, { cost: 98 })).toMatchObject({ admitted: true, limit: { remaining: 2 } });
    expect(await call(token, { cost: 3 })).toMatchObject({ code: "rate_limited", limit: { remaining: 2 } });
    expect(await call(token, { cost: 2 })).toMatchObject({ admitted: true, limit: { remaining: 0 } });
    expect(await call(token, { cost: 0 })).toMatchObject({ admitted: true, limit: { remaining: 0 } });
    expect(await call(token, { cost: 0, scopes: ["keys:write"], address: null })).toMatchObject({
      admitted: true,
    });
  });

  it("refuses by an allow list who does not say from where, and throttles nobody whom it cannot tell apart", async () => {
    const { desk, call } = open();
    const owner = await anOrganization(desk);
    const { token } = await aKey(desk, owner.act, { addresses: ["10.0.0.0/8"] });
    expect(await call(token, { address: null })).toMatchObject({ code: "ip_not_allowed" });
    const { token: anywhere } = await aKey(desk, owner.act);
    expect(await call(anywhere, { address: null })).toMatchObject({ admitted: true });
    for (let i = 0; i < 9; i += 1) {
      expect(await call("nonsense", { address: null }, 5)).toMatchObject({ code: "invalid_token" });
    }
  });

  it("knows no key of an organization that is not covered, live or ended, and throttles who sends it", async () => {
    const { desk, call } = open();
    const owner = await anOrganization(desk);
    const { key, token } = await aKey(desk, owner.act);
    const { key: other, token: ended } = await aKey(desk, owner.act);
    await revoke(desk, owner.act, { keyId: other.id, reason: "unused", text: null });
    const elsewhere = (await anOrganization(desk)).act.organizationId;
    const uncovered = { organizations: [elsewhere], browser: { origin: null } };
    for (const one of [token, ended]) {
      expect(await call(one, uncovered)).toEqual({ admitted: false, code: "invalid_token" });
      expect(await call(one, { organizations: [] })).toEqual({ admitted: false, code: "invalid_token" });
    }
    expect(await call(token, uncovered, 4)).toMatchObject({ code: "too_many_failures" });
    expect(exposureOf(await findKey(desk, owner.act, key.id), noon)).toBeNull();
    expect(await call(ended, { organizations: null })).toMatchObject({ code: "key_revoked" });
    const covered = { organizations: [elsewhere, owner.act.organizationId] };
    expect(await call(token, covered)).toMatchObject({ admitted: true, limit: { remaining: 99 } });
  });

  it("refuses a browser whatever the key, and marks the secret that it leaked, once", async () => {
    const { desk, call } = open();
    const owner = await anOrganization(desk);
    const { key, token } = await aKey(desk, owner.act);
    const browser = { origin: "https://shop.example" };
    for (let i = 0; i < 3; i += 1) {
      expect(await call(token, { browser })).toMatchObject({ code: "browser_call_refused" });
    }
    const exposed = await findKey(desk, owner.act, key.id);
    expect(exposureOf(exposed, noon)).toEqual({
      at: noon,
      by: "browser",
      origin: browser.origin,
      address: "198.51.100.1",
    });
    const entries = await desk.audit.list(owner.act.organizationId, { limit: 10, action: "key.exposed" });
    expect(entries.items).toHaveLength(1);
    expect(await call(token)).toMatchObject({ admitted: true });

    const { key: rotated } = await rotate(desk, owner.act, { keyId: key.id, overlapSeconds: 0 });
    expect(exposureOf(rotated, noon)).toBeNull();
  });

  it.each([
    ["update organization set suspended_at = 1", "organization_suspended"],
    ["update organization set api_access = 0", "api_access_disabled"],
  ])("refuses all when %s, and marks a leak all the same", async (change, code) => {
    const { desk, call } = open();
    const owner = await anOrganization(desk);
    const { key, token } = await aKey(desk, owner.act);
    desk.execute(change);
    expect(await call(token)).toMatchObject({ code, limit: { remaining: 100 } });
    expect(exposureOf(await findKey(desk, owner.act, key.id), noon)).toBeNull();
    expect(await call(token, { browser: { origin: null } })).toMatchObject({ code });
    expect(exposureOf(await findKey(desk, owner.act, key.id), noon)).toMatchObject({ by: "browser" });
  });

  it("goes by the operator's figure where there is one", async () => {
    const { desk, call } = open();
    const { token } = await aKey(desk, (await anOrganization(desk)).act);
    desk.execute("update organization set requests_per_minute = 2");
    expect(await call(token)).toMatchObject({ limit: { limit: 2, remaining: 1 } });
    await call(token);
    expect(await call(token)).toMatchObject({ code: "rate_limited" });
  });

  it("names the first thing that is wrong: browser, then address, then limit, then scope", async () => {
    const { desk, call } = open();
    const owner = await anOrganization(desk);
    const { token } = await aKey(desk, owner.act, { addresses: ["10.0.0.0/8"], scopes: ["keys:read"] });
    const inside = { address: "10.0.0.1", scopes: ["keys:write"] } as const;
    const outside = { ...inside, address: "11.0.0.1" };
    expect(await call(token, { ...outside, browser: { origin: null } })).toMatchObject({
      code: "browser_call_refused",
    });
    expect(await call(token, outside)).toMatchObject({ code: "ip_not_allowed" });
    expect(await call(token, inside)).toMatchObject({ code: "insufficient_scope", limit: { remaining: 99 } });
    desk.execute("update organization set requests_per_minute = 1");
    expect(await call(token, inside)).toMatchObject({ code: "rate_limited" });
  });

  it("marks a valid token that was found in a URL, and nothing for one that is not", async () => {
    const { desk } = open();
    const owner = await anOrganization(desk);
    const { key, token } = await aKey(desk, owner.act);
    const exposure = { at: noon, by: "url", origin: null, address: "198.51.100.1" } as const;
    const sighting = { brand: "kat", requestId: "r", exposure };
    await exposeToken(desk.store, `${token.slice(0, -1)}${token.endsWith("0") ? 1 : 0}`, sighting);
    expect(exposureOf(await findKey(desk, owner.act, key.id), noon)).toBeNull();
    await exposeToken(desk.store, token, sighting);
    expect(exposureOf(await findKey(desk, owner.act, key.id), noon)).toEqual(exposure);
  });

  it("answers a stranger's guesses ever slower, without locking out the keys behind the same address", async () => {
    const { desk, call } = open();
    const { token } = await aKey(desk, (await anOrganization(desk)).act);
    for (let i = 0; i < 5; i += 1)
      expect(await call("nonsense", {}, 5)).toMatchObject({ code: "invalid_token" });
    expect(await call("nonsense", {}, 5)).toEqual({
      admitted: false,
      code: "too_many_failures",
      retryAfterSeconds: 60,
    });
    expect(await call("nonsense", { address: "198.51.100.2" }, 5)).toMatchObject({ code: "invalid_token" });
    expect(await call(token, {}, 5)).toMatchObject({ admitted: true });
  });

  it("cannot tell a known id with a wrong secret from an unknown one", async () => {
    const { desk, call } = open();
    const owner = await anOrganization(desk);
    const one = await aKey(desk, owner.act);
    const two = await aKey(desk, owner.act);
    await revoke(desk, owner.act, { keyId: two.key.id, reason: "unused", text: null });
    const emptyStore = open();
    const unknown = await emptyStore.call(one.token);
    expect(unknown).toEqual({ admitted: false, code: "invalid_token" });
    // The id of one with the secret of the other, and the right checksum, for a live and for a revoked key.
    const { crc32 } = await import("node:zlib");
    const { base62Of } = await import("../base62.ts");
    for (const [id, secret] of [
      [one.token, two.token],
      [two.token, one.token],
    ] as const) {
      const body = id.slice(0, 26) + secret.slice(26, -6);
      expect(await call(body + base62Of(crc32(body), 6))).toEqual(unknown);
    }
  });
});
