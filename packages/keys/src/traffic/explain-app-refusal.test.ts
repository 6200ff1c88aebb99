import { describe, expect, it, onTestFinished } from "vitest";
import { changeApiAccess } from "../organizations/change-api-access.ts";
import { changeRole } from "../organizations/change-role.ts";
import { connectApp } from "../grants/connect-app.ts";
import { createMemoryRateLimiter } from "../memory/index.ts";
import { createSqliteTrafficLog, openDatabase, usageMigrations } from "../sqlite/index.ts";
import { disableApp } from "../apps/disable-app.ts";
import { disconnectApp } from "../grants/disconnect-app.ts";
import { explainRefusal } from "./explain-refusal.ts";
import { aDesk, aMember, anApp, anOrganization, noon } from "../testing/index.ts";
import type { Refusal } from "./traffic-log.ts";

async function open() {
  const desk = aDesk();
  const limiter = createMemoryRateLimiter();
  const database = openDatabase({ path: ":memory:", migrations: usageMigrations, now: noon });
  const traffic = createSqliteTrafficLog(database, (cause) => expect.fail(String(cause)));
  onTestFinished(() => void database.close());
  const owner = await anOrganization(desk);
  const admin = await aMember(desk, owner, "admin");
  const { app } = await anApp(desk, owner.act, { name: "Stockroom" });
  const grant = await connectApp(desk, admin.act, { appId: app.id, scopes: ["products:read", "keys:read"] });
  const refusal: Refusal = {
    requestId: "r-1",
    organizationId: owner.act.organizationId,
    keyId: grant.id,
    publicKeyId: grant.id,
    environment: "live",
    at: noon,
    status: 403,
    code: "insufficient_scope",
    detail: "This needs a grant with products:read.",
    errors: [],
    method: "GET",
    route: "/v1/products",
    address: "198.51.100.1",
    userAgent: null,
    scopes: ["products:read"],
    limit: null,
  };
  const explain = (asked: Partial<Refusal> = {}, act = owner.act) => {
    traffic.noteRefusal({ ...refusal, ...asked });
    return explainRefusal({ ...desk, traffic, limiter }, act, { requestId: "r-1", at: 0 });
  };
  return { desk, limiter, owner, admin, app, grant, explain };
}

const obstaclesIn = async (explanation: ReturnType<Awaited<ReturnType<typeof open>>["explain"]>) =>
  (await explanation)?.obstacles;

describe("explaining what was refused to an app", () => {
  it("names the app and its grant, and no key", async () => {
    const { grant, explain } = await open();
    expect(await explain()).toMatchObject({
      apiKey: null,
      connection: { grant: { id: grant.id }, app: { name: "Stockroom" } },
      obstacles: [],
    });
  });

  it("tells since when it is disconnected, or its app disabled, and nothing else then", async () => {
    const { desk, owner, app, grant, explain } = await open();
    await changeApiAccess(desk, owner.act, { apiAccess: false });
    await disableApp(desk, owner.at(noon + 1), app.id);
    expect(await obstaclesIn(explain())).toEqual([{ code: "app_disconnected", at: noon + 1 }]);
    await disconnectApp(desk, owner.at(noon + 2), grant.id);
    expect(await obstaclesIn(explain())).toEqual([{ code: "app_disconnected", at: noon + 2 }]);
  });

  it("tells what it was not granted, and what the role of who granted it does not allow now", async () => {
    const { desk, owner, admin, explain } = await open();
    await changeRole(desk, owner.act, { memberId: admin.act.actor.memberId, role: "member", label: "them" });
    expect(await obstaclesIn(explain({ scopes: ["products:read"] }))).toEqual([]);
    expect(await obstaclesIn(explain({ scopes: ["keys:read", "billing:read"] }))).toEqual([
      {
        code: "insufficient_scope",
        notGranted: ["billing:read"],
        notAllowed: ["keys:read", "billing:read"],
        notDeclared: [],
      },
    ]);
  });

  it("tells of the organization, the browser and the limit as of a key, and of no address", async () => {
    const { desk, limiter, owner, explain } = await open();
    await changeApiAccess(desk, owner.act, { apiAccess: false });
    limiter.take(owner.act.organizationId, 100, 0, 100);
    const obstacles = await obstaclesIn(explain({ code: "browser_call_refused", address: "" }));
    expect(obstacles?.map(({ code }) => code)).toEqual([
      "api_access_disabled",
      "browser_call_refused",
      "rate_limited",
    ]);
  });

  it("says nothing to another organization", async () => {
    const { desk, explain } = await open();
    expect(await explain({}, (await anOrganization(desk)).act)).toBeNull();
  });
});
