import { connectApp } from "@katkey/keys";
import { describe, expect, it } from "vitest";
import { anOrganization, ownerAct, type TestOrganization } from "../../testing/people.ts";
import { aServer, type TestServer } from "../../testing/server.ts";

const told = {
  name: "Stock Sync",
  description: null,
  homepage: "https://stock.example.com/",
  logo: null,
  type: "confidential",
  redirectUris: ["https://stock.example.com/cb"],
  scopes: ["products:read", "keys:read"],
} as const;

async function setUp() {
  const server = await aServer();
  const [builder, customer] = [await anOrganization(server), await anOrganization(server)];
  const call = async (by: TestOrganization, name: string, input: object = {}) => {
    const headers = { cookie: by.members.owner.cookie };
    const body = { organizationId: by.id, ...input };
    const {
      status,
      body: reply,
      text,
    } = await server.send(`/trpc/${name}`, { method: "POST", headers, body });
    return { status, data: reply.result?.data, error: reply.error?.data, text };
  };
  return { server, builder, customer, call };
}

/** As the consent page does when it has asked. */
function connect(server: TestServer, by: TestOrganization, appId: `app_${string}`) {
  return connectApp(server.services.desk, ownerAct(server, by), {
    appId,
    scopes: ["products:read", "keys:read"],
  });
}

/** One request of the app, as it is counted. */
function use({ services }: TestServer, { id: organizationId }: TestOrganization, grantId: `grt_${string}`) {
  return services.usage.record({
    organizationId,
    keyId: grantId,
    publicKeyId: grantId,
    requests: 1,
    environment: "live",
    at: services.clock.now(),
    method: "GET",
    route: "/v1/products",
    status: 200,
    refused: false,
    retiring: false,
    cause: "",
    address: "192.0.2.1",
    userAgent: null,
  });
}

describe("a partner app", () => {
  it("shows its secret where it is made and nowhere else", async () => {
    const { builder, call } = await setUp();
    const { data } = await call(builder, "partnerApps.register", told);
    expect(data).toMatchObject({ app: { ...told, approval: "own", disabledAt: null, revision: 0 } });
    const secret: string = data.secret.slice(-49);
    expect(data.app.secrets).toMatchObject([
      { maskedSecret: `kat_ocs_…${secret.slice(-4)}`, state: "current" },
    ]);
    const { id: appId } = data.app;
    const rotated = await call(builder, "partnerApps.rotateSecret", { appId, overlapSeconds: 60 });
    expect(rotated.data.app.secrets).toMatchObject([{ state: "current" }, { state: "retiring" }]);
    const later = [
      rotated,
      await call(builder, "partnerApps.list"),
      await call(builder, "partnerApps.get", { appId }),
      await call(builder, "partnerApps.endOverlap", { appId }),
      await call(builder, "audit.list"),
    ];
    expect(later.map(({ status }) => status)).toEqual(later.map(() => 200));
    for (const { text } of later) expect(text).not.toContain(secret);
  });

  it("goes from its owner by the operator to whoever connects it, and each sees what is theirs", async () => {
    const { server, builder, customer, call } = await setUp();
    const { data: registered } = await call(builder, "partnerApps.register", told);
    const { id: appId } = registered.app;
    await expect(connect(server, customer, appId)).rejects.toMatchObject({ code: "app_not_offered" });
    await call(builder, "partnerApps.offer", { appId });

    const { data: offered } = await call(customer, "instance.appApprovals.list", { approval: "requested" });
    expect(offered.items).toMatchObject([
      { id: appId, organization: { id: builder.id, name: "Acme" }, revision: 1 },
    ]);
    expect(JSON.stringify(offered)).not.toMatch(/secret/i);
    const decision = { organizationId: builder.id, appId, decision: "approved", revision: 1 };
    const decided = await call(customer, "instance.appApprovals.decide", decision);
    expect(decided.data).toMatchObject({ id: appId, approval: "approved", revision: 2 });
    const stale = await call(customer, "instance.appApprovals.decide", decision);
    expect(stale.error).toMatchObject({ code: "CONFLICT", reason: "app_changed" });

    const { id: grantId } = await connect(server, customer, appId);
    const { data: connected } = await call(customer, "connectedApps.list");
    expect(connected).toMatchObject([
      {
        id: grantId,
        app: { id: appId, name: "Stock Sync", owner: { name: "Acme" } },
        status: "live",
        scopes: ["products:read", "keys:read"],
        curtailed: [],
        grantedBy: { email: customer.members.owner.email, hasLeft: false },
        endedBy: null,
        lastUse: null,
      },
    ]);
    expect(JSON.stringify(connected)).not.toMatch(/secret|redirect/i);
    await use(server, customer, grantId);
    const { data: customers } = await call(builder, "partnerApps.customers", { appId });
    expect(customers.items).toMatchObject([
      { id: grantId, organization: { id: customer.id }, status: "live" },
    ]);
    expect(JSON.stringify(customers)).not.toContain(customer.members.owner.id);

    await call(builder, "partnerApps.disable", { appId });
    expect((await call(customer, "connectedApps.list")).data).toMatchObject([{ status: "paused" }]);
    expect((await call(customer, "connectedApps.disconnect", { grantId })).status).toBe(200);
    expect((await call(customer, "connectedApps.list")).data).toMatchObject([
      { status: "ended", endedBy: "disconnected" },
    ]);
    const again = await call(customer, "connectedApps.disconnect", { grantId });
    expect(again.error).toMatchObject({ code: "CONFLICT", reason: "grant_already_ended" });
  });

  it.each([
    [{ redirectUris: ["https://*.example.com/cb"] }, "redirect_uri_invalid"],
    [{ logo: "data:image/png;base64,PHN2Zy8+" }, "logo_invalid"],
    [{ scopes: ["keys:write"] }, "scope_not_allowed"],
    [{ scopes: ["orders:read"] }, "scope_unknown"],
    [{ homepage: "javascript:alert(1)" }, null],
    [{ homepage: "http://stock.example.com/" }, null],
    [{ name: "kat_ocs_0123456789abcdef.0123456789012345678901234567890123456789012345678" }, null],
    [{ type: "native" }, null],
  ])("with %j is refused with %s", async (wrong, reason) => {
    const { builder, call } = await setUp();
    const { status, error } = await call(builder, "partnerApps.register", { ...told, ...wrong });
    expect([status >= 400 && status < 500, error.reason]).toEqual([true, reason]);
    expect((await call(builder, "partnerApps.list")).data).toEqual([]);
  });

  it("may have the largest logo there can be", async () => {
    const { builder, call } = await setUp();
    const picture = Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(35_900)]);
    const logo = `data:image/png;base64,${picture.toString("base64")}`;
    const { status, data } = await call(builder, "partnerApps.register", { ...told, logo });
    expect([status, data?.app.logo]).toEqual([200, logo]);
  });
});
