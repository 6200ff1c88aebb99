import { describe, expect, it } from "vitest";
import { createToken, type TokenKind } from "./token.ts";
import { admit, type BearerRequest } from "./admit.ts";
import { changeRole } from "../organizations/change-role.ts";
import { createMemoryRateLimiter } from "../memory/index.ts";
import { aDesk, aKey, aMember, anOrganization, noon, type Worker } from "../testing/index.ts";

const hourMs = 3_600_000;

function open() {
  const desk = aDesk();
  const limiter = createMemoryRateLimiter();
  const call = (token: string, request: Partial<BearerRequest> = {}, failuresPerMinute = 1_000) => {
    const circumstances = { address: "198.51.100.1", browser: null, requestId: "r", now: noon, at: 0 };
    return admit(
      { ...desk, limiter, failuresPerMinute },
      { token, scopes: [], ...circumstances, ...request },
    );
  };
  /** A token that the worker granted. */
  const grant = ({ act }: Worker, more: Partial<Parameters<typeof desk.appTokens.add>[0]> = {}) => {
    const { organizationId, actor, now } = act;
    const scopes = ["products:read", "products:write"] as const;
    return desk.appTokens.add({ organizationId, memberId: actor.memberId, scopes, now, ...more });
  };
  return { desk, limiter, call, grant };
}

describe("admitting a partner app", () => {
  it("says which app acts for whom, by which grant, and what is left of the organization's limit", async () => {
    const { desk, call, grant } = open();
    const owner = await anOrganization(desk);
    const { token, grantId } = grant(owner, { name: "Stockroom" });
    const { token: key } = await aKey(desk, owner.act);
    await call(key);
    expect(await call(token, { scopes: ["products:write"] })).toMatchObject({
      admitted: true,
      principal: {
        type: "app",
        id: grantId,
        publicKeyId: grantId,
        app: { name: "Stockroom", expiresAt: noon + hourMs },
        environment: "live",
        scopes: ["products:read", "products:write"],
        organization: { id: owner.act.organizationId },
        responsible: { memberId: owner.act.actor.memberId, role: "owner" },
      },
      limit: { limit: 100, remaining: 98 },
    });
  });

  it("lets it do what the role of who granted it allows now, and no more", async () => {
    const { desk, call, grant } = open();
    const owner = await anOrganization(desk);
    const admin = await aMember(desk, owner, "admin");
    const { token } = grant(admin);
    expect(await call(token, { scopes: ["products:write"] })).toMatchObject({ admitted: true });
    await changeRole(desk, owner.act, { memberId: admin.act.actor.memberId, role: "viewer", label: "them" });
    expect(await call(token, { scopes: ["products:write"] })).toMatchObject({ code: "insufficient_scope" });
    expect(await call(token, { scopes: ["products:read"] })).toMatchObject({ admitted: true });
  });

  it("knows no token of a kind that is for another door", async () => {
    const { desk, call } = open();
    await anOrganization(desk);
    for (const kind of ["ort", "ocs", "svc", "oat"] satisfies TokenKind[]) {
      const token = createToken("kat", kind, desk.random);
      expect(await call(token), kind).toEqual({ admitted: false, code: "invalid_token" });
      expect(await call(token, {}, 1), kind).toMatchObject({ code: "too_many_failures" });
    }
  });

  it("takes one secret for no other, of an app or a key", async () => {
    const { desk, call, grant } = open();
    const owner = await anOrganization(desk);
    const [one, two] = [grant(owner).token, grant(owner).token];
    const { token: key } = await aKey(desk, owner.act);
    const { crc32 } = await import("node:zlib");
    const { base62Of } = await import("../base62.ts");
    const signed = (body: string) => body + base62Of(crc32(body), 6);
    const [, id, secret] = /^kat_oat_(\w{16})\.(\w{43})/.exec(one) ?? [];
    for (const body of [
      `kat_oat_${id}.${/\.(\w{43})/.exec(two)?.[1]}`,
      `kat_oat_${/_(\w{16})\./.exec(key)?.[1]}.${/\.(\w{43})/.exec(key)?.[1]}`,
      `kat_live_${id}.${secret}`,
      `kat_ort_${id}.${secret}`,
      `dog_oat_${id}.${secret}`,
    ]) {
      expect(await call(signed(body)), body).toEqual({ admitted: false, code: "invalid_token" });
    }
    expect(await call(signed(`kat_oat_${id}.${secret}`))).toMatchObject({ admitted: true });
  });

  it("says when it ended to who holds the token, and to nobody else", async () => {
    const { desk, call, grant } = open();
    const owner = await anOrganization(desk);
    const { organizationId } = owner.act;
    const { token, grantId } = grant(owner, { expiresAt: noon + 1 });
    const caller = { organizationId, keyId: grantId, publicKeyId: grantId, environment: "live" };
    expect(await call(token)).toMatchObject({ admitted: true });
    const late = { now: noon + 1 };
    const expired = { admitted: false, code: "token_expired", at: noon + 1, caller };
    expect(await call(token, late)).toEqual(expired);
    desk.appTokens.end(grantId, noon);
    expect(await call(token, late)).toEqual({ ...expired, code: "app_disconnected", at: noon });
    expect(await call(token, { organizations: [] })).toEqual({ admitted: false, code: "invalid_token" });
  });

  it.each([
    ["update organization set suspended_at = 1", "organization_suspended"],
    ["update organization set api_access = 0", "api_access_disabled"],
    ["update organization set requests_per_minute = 0", "rate_limited"],
  ])("refuses it as a key when %s", async (change, code) => {
    const { desk, call, grant } = open();
    const { token } = grant(await anOrganization(desk));
    desk.execute(change);
    expect(await call(token)).toMatchObject({ admitted: false, code });
  });

  it("refuses a browser, in the same order as a key, and has no key to mark", async () => {
    const { desk, call, grant } = open();
    const owner = await anOrganization(desk);
    const { token } = grant(owner);
    const { key } = await aKey(desk, owner.act);
    const browser = { origin: "https://shop.example" };
    const asked = { browser, scopes: ["usage:read"] } as const;
    expect(await call(token, asked)).toMatchObject({
      code: "browser_call_refused",
      limit: { remaining: 100 },
    });
    expect(await call(token, { scopes: ["usage:read"] })).toMatchObject({ code: "insufficient_scope" });
    const { items } = await desk.audit.list(owner.act.organizationId, { limit: 10, action: "key.exposed" });
    expect(items).toEqual([]);
    desk.execute("update organization set suspended_at = 1");
    expect(await call(token, asked)).toMatchObject({ code: "organization_suspended" });
    expect(key.secrets[0].exposure).toBeNull();
  });

  it("has no allow list: it runs where its maker has servers", async () => {
    const { desk, call, grant } = open();
    const { token } = grant(await anOrganization(desk));
    for (const address of ["2001:db8::1", null]) {
      expect(await call(token, { address })).toMatchObject({ admitted: true });
    }
  });
});
