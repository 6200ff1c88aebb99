import { changeRole } from "@katkey/keys";
import { describe, expect, it } from "vitest";
import { aBrowser } from "../../testing/oauth/a-browser.ts";
import { aPartner, tokensFor } from "../../testing/oauth/a-partner.ts";
import { aWorld } from "../../testing/oauth/a-world.ts";

describe("introspection", () => {
  it("tells an app what its token is good for (RFC 7662 §2.2)", async () => {
    const { server, partner, browser, customer } = await aWorld();
    const { access_token, refresh_token } = await tokensFor(partner, browser, customer.id);
    const [connection] = await server.services.desk.grants.list(customer.id);
    const common = {
      active: true,
      client_id: partner.app.id,
      sub: customer.owner.id,
      scope: "products:read products:write",
    };
    const found = await partner.introspect(access_token, "refresh_token");
    expect(found).toMatchObject({
      ...common,
      iss: partner.metadata.issuer,
      aud: `${server.origin}/v1`,
      organization: customer.id,
      grant: connection?.grant.id,
    });
    expect(found.exp).toBe((found.iat ?? 0) + 3600);
    expect(await partner.introspect(refresh_token, "access_token")).toMatchObject(common);
  });

  it("says of anything else only that it is not active (RFC 7662 §2.2, §4)", async () => {
    const { server, builder, partner, browser, customer } = await aWorld();
    const { access_token } = await tokensFor(partner, browser, customer.id);
    const other = await aPartner(server, builder);
    expect(await other.introspect(access_token)).toEqual({ active: false });
    for (const token of ["garbage", `${access_token}x`, access_token.slice(0, -1), partner.secret ?? ""]) {
      expect(await partner.introspect(token)).toEqual({ active: false });
    }
  });

  it("needs the client to prove who it is (RFC 7662 §2.1)", async () => {
    const { partner, browser, customer } = await aWorld();
    const { access_token } = await tokensFor(partner, browser, customer.id);
    const { introspection_endpoint: endpoint } = partner.metadata;
    const token = new URLSearchParams({ token: access_token });
    expect((await partner.post(endpoint, token)).status).toBe(400);
    token.set("client_id", partner.app.id);
    expect((await partner.post(endpoint, token)).status).toBe(401);
  });

  it("says what the role of who connected the app still allows", async () => {
    const { server, partner, customer } = await aWorld();
    const admin = await customer.join("admin");
    const tokens = await tokensFor(partner, aBrowser(server, admin.cookie), customer.id);
    const change = { memberId: admin.memberId, role: "viewer", label: admin.email } as const;
    await changeRole(server.services.desk, customer.act(), change);
    expect(await partner.introspect(tokens.access_token)).toMatchObject({
      active: true,
      scope: "products:read",
    });
    expect((await partner.refresh(tokens.refresh_token)).scope).toBe("products:read");
  });
});
