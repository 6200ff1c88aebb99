import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { admit } from "../admission/admit.ts";
import { changeRole } from "../organizations/change-role.ts";
import { createMemoryRateLimiter } from "../memory/index.ts";
import { edit } from "./edit.ts";
import { list } from "./list.ts";
import { rotate } from "./rotate.ts";
import type { Scope } from "./scope.ts";
import { whatNeedsYou } from "./what-needs-you.ts";
import {
  aDesk,
  aKey,
  aMember,
  anOrganization,
  asKey,
  noon,
  openDesk,
  outcomeOf,
  type TestDesk,
} from "../testing/index.ts";

const own = ["orders:read", "orders:write"] as const;

async function open() {
  const desk = aDesk({ own });
  return { desk, owner: await anOrganization(desk, { plan: "enterprise" }) };
}

function admission(desk: TestDesk, token: string, scopes: readonly Scope[] = []) {
  return admit(
    { ...desk, limiter: createMemoryRateLimiter(), failuresPerMinute: 1_000 },
    { token, scopes, address: "198.51.100.1", browser: null, requestId: "r", now: noon, at: 0 },
  );
}

async function scopesOf(desk: TestDesk, token: string): Promise<readonly Scope[]> {
  const admitted = await admission(desk, token);
  return "principal" in admitted ? admitted.principal.scopes : [];
}

describe("a scope that the company's own API asks for", () => {
  it("is granted by itself with all that the issuer can give, and admits a request that needs it", async () => {
    const { desk, owner } = await open();
    const { key, token } = await aKey(desk, owner.act);
    expect(key.scopes.slice(-2)).toEqual(own);
    expect(await admission(desk, token, ["orders:write", "keys:read"])).toMatchObject({ admitted: true });
    const { token: reader } = await aKey(desk, owner.act, { scopes: ["orders:read"] });
    expect(await admission(desk, reader, ["orders:read"])).toMatchObject({ admitted: true });
    expect(await admission(desk, reader, ["orders:write"])).toMatchObject({ code: "insufficient_scope" });
  });

  it("is a member's to give, and shrinks to what ends in :read with a demotion", async () => {
    const { desk, owner } = await open();
    const member = await aMember(desk, owner, "member");
    const { key, token } = await aKey(desk, member.act, { scopes: own });
    expect(key.scopes).toEqual(own);
    const { memberId } = member.act.actor;
    await changeRole(desk, owner.act, { memberId, role: "viewer", label: "them" });
    expect(await scopesOf(desk, token)).toEqual(["orders:read"]);
    const needs = await whatNeedsYou(desk, owner.act, 5);
    expect(needs).toMatchObject([{ reason: "curtailed", keys: [{ id: key.id }] }]);
  });

  it("is given by a key only if it holds it", async () => {
    const { desk, owner } = await open();
    const issuing = ["keys:write", "orders:read"] as const;
    const robot = asKey(owner, await aKey(desk, owner.act, { scopes: issuing }));
    expect((await aKey(desk, robot)).key.scopes).toEqual(issuing);
    expect(await outcomeOf(aKey(desk, robot, { scopes: ["orders:write"] }))).toBe("scope_not_allowed");
  });

  it("finds the keys that were granted it", async () => {
    const { desk, owner } = await open();
    const { key } = await aKey(desk, owner.act, { scopes: ["orders:read"] });
    await aKey(desk, owner.act, { scopes: ["keys:read"] });
    const { items } = await list(desk, owner.act, { scope: "orders:read", limit: 10 });
    expect(items.map(({ id }) => id)).toEqual([key.id]);
  });
});

describe("a scope that nobody declares", () => {
  it("is given to no key, neither a new one nor one that exists", async () => {
    const { desk, owner } = await open();
    const { key } = await aKey(desk, owner.act, { scopes: ["orders:read"] });
    const scopes = ["orders:read", "orders:delete"] as const;
    expect(await outcomeOf(aKey(desk, owner.act, { scopes }))).toBe("scope_unknown");
    expect(await outcomeOf(edit(desk, owner.act, { keyId: key.id, scopes }))).toBe("scope_unknown");
  });
});

/** A key with own scopes, in an installation that was then started without them. */
async function withdrawn() {
  const directory = mkdtempSync(join(tmpdir(), "katkey-"));
  const path = join(directory, "katkey.db");
  const before = openDesk(path, own);
  const owner = await anOrganization(before, { plan: "enterprise" });
  const { key, token } = await aKey(before, owner.act, { scopes: ["keys:read", ...own] });
  before.close();
  const reopened: TestDesk[] = [];
  const start = (declared: readonly Scope[]) => {
    const desk = openDesk(path, declared);
    reopened.push(desk);
    return desk;
  };
  onTestFinished(() => {
    for (const desk of reopened) desk.close();
    rmSync(directory, { recursive: true });
  });
  return { owner, key, token, start };
}

describe("a scope that is declared no more", () => {
  it("stays on record without effect, and takes effect again when it is declared again", async () => {
    const { owner, key, token, start } = await withdrawn();
    const without = start(["orders:read"]);
    const { items } = await list(without, owner.act, { limit: 1 });
    expect(items[0]?.scopes).toEqual(["keys:read", ...own]);
    expect(await scopesOf(without, token)).toEqual(["keys:read", "orders:read"]);
    expect(await admission(without, token, ["orders:write"])).toMatchObject({ code: "insufficient_scope" });
    expect(await whatNeedsYou(without, owner.act, 5)).toEqual([]);
    expect(await scopesOf(start(own), token)).toEqual(key.scopes);
  });

  it("may stay with a key that is changed, be taken away, and not be given again", async () => {
    const { owner, key, start } = await withdrawn();
    const desk = start([]);
    const keyId = key.id;
    const renamed = await edit(desk, owner.act, { keyId, name: "Renamed", scopes: [...own, "usage:read"] });
    expect(renamed.scopes).toEqual(["usage:read", ...own]);
    expect((await edit(desk, owner.act, { keyId, scopes: ["orders:read"] })).scopes).toEqual(["orders:read"]);
    expect(await outcomeOf(edit(desk, owner.act, { keyId, scopes: own }))).toBe("scope_unknown");
    expect(await outcomeOf(edit(desk, owner.act, { keyId, scopes: [] }))).toBe("done");
    expect(await outcomeOf(edit(desk, owner.act, { keyId, scopes: ["orders:read"] }))).toBe("scope_unknown");
  });

  it("keeps the key from being rotated by another key, which could use it once it is declared again", async () => {
    const { owner, key, start } = await withdrawn();
    const desk = start([]);
    const robot = asKey(owner, await aKey(desk, owner.act));
    const rotation = { keyId: key.id, overlapSeconds: 0 };
    expect(await outcomeOf(rotate(desk, robot, rotation))).toBe("scope_not_allowed");
    expect(await outcomeOf(rotate(desk, owner.act, rotation))).toBe("done");
  });
});
