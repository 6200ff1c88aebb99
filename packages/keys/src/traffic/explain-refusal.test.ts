import { describe, expect, it, onTestFinished } from "vitest";
import { admit } from "../admission/admit.ts";
import { changeApiAccess } from "../organizations/change-api-access.ts";
import { changeRole } from "../organizations/change-role.ts";
import { edit } from "../keys/edit.ts";
import { explainRefusal } from "./explain-refusal.ts";
import { createMemoryRateLimiter } from "../memory/index.ts";
import { revoke } from "../keys/revoke.ts";
import { rotate } from "../keys/rotate.ts";
import { createSqliteTrafficLog, openDatabase, usageMigrations } from "../sqlite/index.ts";
import { suspend } from "../organizations/suspend.ts";
import {
  aDesk,
  aKey,
  aMember,
  anOperator,
  anOrganization,
  leak,
  noon,
  type Worker,
} from "../testing/index.ts";
import type { Refusal } from "./traffic-log.ts";

const dayMs = 86_400_000;

async function open() {
  const desk = aDesk();
  const limiter = createMemoryRateLimiter();
  const database = openDatabase({ path: ":memory:", migrations: usageMigrations, now: noon });
  const traffic = createSqliteTrafficLog(database, (cause) => expect.fail(String(cause)));
  onTestFinished(() => void database.close());
  const owner = await anOrganization(desk);
  const { key, token } = await aKey(desk, owner.act, { scopes: ["products:read"] });
  const request = { address: "198.51.100.1", scopes: ["products:read"] } as const;
  const refusal: Refusal = {
    requestId: "r-1",
    organizationId: owner.act.organizationId,
    keyId: key.id,
    publicKeyId: key.secrets[0].publicKeyId,
    environment: "live",
    at: noon,
    status: 403,
    code: "insufficient_scope",
    detail: "This needs a key with products:read.",
    errors: [],
    method: "GET",
    route: "/v1/products",
    userAgent: "curl/8",
    limit: null,
    ...request,
  };
  return {
    desk,
    limiter,
    owner,
    key,
    token,
    traffic,
    /** What admission would say to the same request, without letting it happen. */
    admitted: (worker: Worker, asked: Partial<Refusal> = {}) =>
      admit(
        { ...desk, limiter, failuresPerMinute: 1_000 },
        {
          token,
          ...request,
          ...asked,
          requestId: "r",
          now: worker.act.now,
          at: 0,
          browser: asked.code === "browser_call_refused" ? { origin: null } : null,
        },
      ),
    explain: (worker: Worker, asked: Partial<Refusal> = {}) => {
      traffic.noteRefusal({ ...refusal, ...asked });
      return explainRefusal({ ...desk, traffic, limiter }, worker.act, { requestId: "r-1", at: 0 });
    },
  };
}

type Opened = Awaited<ReturnType<typeof open>>;

/** What has become of the key or its organization, and what of that stands in the way. */
const circumstances: Readonly<
  Record<
    string,
    {
      readonly change: (opened: Opened) => unknown;
      readonly asked?: Partial<Refusal>;
      readonly obstacle: object | null;
    }
  >
> = {
  "nothing any more": { change: () => null, obstacle: null },
  "the key was revoked": {
    change: ({ desk, owner, key }) =>
      revoke(desk, owner.act, { keyId: key.id, reason: "superseded", text: null }),
    obstacle: { code: "key_revoked", at: noon, reason: "superseded" },
  },
  "the key has expired": {
    change: ({ desk, owner, key }) => edit(desk, owner.at(noon - dayMs), { keyId: key.id, expiresAt: noon }),
    obstacle: { code: "key_expired", at: noon },
  },
  "the secret was replaced": {
    change: ({ desk, owner, key }) => rotate(desk, owner.act, { keyId: key.id, overlapSeconds: 0 }),
    obstacle: { code: "secret_retired", at: noon },
  },
  "the secret is in quarantine": {
    change: ({ desk, token }) => leak(desk, token, noon),
    obstacle: { code: "secret_quarantined", at: noon },
  },
  "the organization is suspended": {
    change: ({ desk, owner }) => suspend(desk, anOperator(desk, owner), "Unpaid"),
    obstacle: { code: "organization_suspended", reason: "Unpaid" },
  },
  "API access is off": {
    change: ({ desk, owner }) => changeApiAccess(desk, owner.act, { apiAccess: false }),
    obstacle: { code: "api_access_disabled" },
  },
  "a browser made it": {
    change: () => null,
    asked: { code: "browser_call_refused" },
    obstacle: { code: "browser_call_refused" },
  },
  "the address is not on the list": {
    change: ({ desk, owner, key }) => edit(desk, owner.act, { keyId: key.id, addresses: ["203.0.113.0/24"] }),
    obstacle: { code: "ip_not_allowed" },
  },
  "the limit is used up": {
    change: ({ limiter, owner }) => {
      for (let i = 0; i < 100; i += 1) limiter.take(owner.act.organizationId, 100, 0);
    },
    obstacle: { code: "rate_limited", limit: { limit: 100, remaining: 0, resetSeconds: 60 } },
  },
  "the key was not given a scope": {
    change: () => null,
    asked: { scopes: ["products:write"] },
    obstacle: { code: "insufficient_scope", notGranted: ["products:write"], notAllowed: [], notDeclared: [] },
  },
};

describe("explaining a refusal", () => {
  it.each(Object.entries(circumstances))("says as admission would when %s", async (_, row) => {
    const opened = await open();
    await row.change(opened);
    const explanation = await opened.explain(opened.owner, row.asked);
    expect(explanation?.obstacles).toEqual(row.obstacle === null ? [] : [row.obstacle]);
    const admission = await opened.admitted(opened.owner, row.asked);
    expect(admission).toMatchObject(row.obstacle === null ? { admitted: true } : codeOf(row.obstacle));
  });

  it("names everything that is in the way, in the order in which it is decided", async () => {
    const { desk, owner, key, explain } = await open();
    await edit(desk, owner.act, { keyId: key.id, addresses: ["203.0.113.0/24"] });
    await rotate(desk, owner.act, { keyId: key.id, overlapSeconds: 0 });
    await changeApiAccess(desk, owner.act, { apiAccess: false });
    const found = await explain(owner, { scopes: ["usage:read"] });
    expect(found?.obstacles.map(({ code }) => code)).toEqual([
      "secret_retired",
      "api_access_disabled",
      "ip_not_allowed",
      "insufficient_scope",
    ]);
    await revoke(desk, owner.act, { keyId: key.id, reason: "unused", text: null });
    expect((await explain(owner))?.obstacles.map(({ code }) => code)).toEqual(["key_revoked"]);
  });

  it("names a scope that was declared then and is not now", async () => {
    const { owner, explain } = await open();
    expect((await explain(owner, { scopes: ["orders:read"] }))?.obstacles).toEqual([
      {
        code: "insufficient_scope",
        notGranted: ["orders:read"],
        notAllowed: [],
        notDeclared: ["orders:read"],
      },
    ]);
  });

  it("tells a scope that the key lacks from one that the responsible member's role does not allow", async () => {
    const { desk, owner, explain } = await open();
    const admin = await aMember(desk, owner, "admin");
    const { key } = await aKey(desk, admin.act, { scopes: ["keys:read"] });
    const asked = { keyId: key.id, publicKeyId: key.secrets[0].publicKeyId };
    await changeRole(desk, owner.act, { memberId: admin.act.actor.memberId, role: "member", label: "them" });
    expect((await explain(owner, { ...asked, scopes: ["keys:read"] }))?.obstacles).toEqual([
      { code: "insufficient_scope", notGranted: [], notAllowed: ["keys:read"], notDeclared: [] },
    ]);
    expect((await explain(owner, { ...asked, scopes: ["keys:write", "products:read"] }))?.obstacles).toEqual([
      {
        code: "insufficient_scope",
        notGranted: ["keys:write", "products:read"],
        notAllowed: ["keys:write"],
        notDeclared: [],
      },
    ]);
  });

  it("takes nothing from the limit", async () => {
    const { limiter, owner, explain } = await open();
    await explain(owner);
    expect(limiter.peek(owner.act.organizationId, 100, 0)).toMatchObject({ remaining: 100 });
  });

  it("says the same of another organization's, of nobody's, and of one that is too old", async () => {
    const { desk, traffic, limiter, owner, explain } = await open();
    const stranger = await anOrganization(desk);
    expect(await explain(owner)).toMatchObject({ refusal: { requestId: "r-1" }, requestsPerMinute: 100 });
    const of = (worker: Worker["act"], requestId = "r-1") =>
      explainRefusal({ ...desk, traffic, limiter }, worker, { requestId, at: 0 });
    expect(await of(stranger.act)).toBe(null);
    expect(await of(owner.act, "r-2")).toBe(null);
    expect(await of(owner.at(noon + 7 * dayMs))).not.toBe(null);
    expect(await of(owner.at(noon + 7 * dayMs + 1))).toBe(null);
  });
});

const codeOf = (obstacle: object) => ({ admitted: false, code: "code" in obstacle && obstacle.code });
