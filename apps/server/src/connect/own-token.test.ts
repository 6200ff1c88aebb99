import { describe, expect, it } from "vitest";
import { tokensFor } from "../../testing/oauth/a-partner.ts";
import { aWorld } from "../../testing/oauth/a-world.ts";

describe("an app that asks for itself", () => {
  const api = "http://katkey.test/v1";

  it("gets a token for an organization that connected it, without a refresh token (RFC 6749 §4.4)", async () => {
    const { partner, browser, customer } = await aWorld();
    await tokensFor(partner, browser, customer.id, { scope: "products:read" });
    const resource = `${api}/organizations/${customer.id}`;
    const token = await partner.ownToken({ resource });
    expect(token).toMatchObject({ scope: "products:read", token_type: "bearer", expires_in: 3600 });
    expect(token.refresh_token).toBeUndefined();
    expect(await partner.introspect(token.access_token)).toMatchObject({
      active: true,
      organization: customer.id,
      aud: resource,
    });
    const wider = await partner.ownToken({ resource, scope: "products:read products:write" });
    expect(wider.scope).toBe("products:read");
    // Silence would say that all of it was given (RFC 6749 §5.1).
    for (const scope of ["products:write", "keys:write", "x"]) {
      await expect(partner.ownToken({ resource, scope })).rejects.toMatchObject({ error: "invalid_scope" });
    }
  });

  it("gets none for one that did not, for all of them, or for none (RFC 8707 §2)", async () => {
    const { partner, browser, customer, builder } = await aWorld();
    await tokensFor(partner, browser, customer.id);
    const wrong = [
      `${api}/organizations/${builder.id}`,
      `${api}/organizations/x`,
      api,
      "https://elsewhere.test",
    ];
    for (const resource of wrong) {
      await expect(partner.ownToken({ resource })).rejects.toMatchObject({ error: "invalid_target" });
    }
    await expect(partner.ownToken({})).rejects.toMatchObject({ error: "invalid_target" });
  });

  it("gets none if it is public (RFC 6749 §4.4)", async () => {
    const { partner, browser, customer } = await aWorld({ type: "public" });
    await tokensFor(partner, browser, customer.id);
    const resource = `${api}/organizations/${customer.id}`;
    await expect(partner.ownToken({ resource })).rejects.toMatchObject({ status: 400 });
  });

  it("loses it when it is disconnected", async () => {
    const { server, partner, browser, customer } = await aWorld();
    const { refresh_token } = await tokensFor(partner, browser, customer.id);
    const own = await partner.ownToken({ resource: `${api}/organizations/${customer.id}` });
    await partner.refresh(refresh_token);
    await expect(partner.refresh(refresh_token)).rejects.toMatchObject({ error: "invalid_grant" });
    expect(await partner.introspect(own.access_token)).toEqual({ active: false });
    expect(server.logs()).not.toContain('"level":50');
  });
});
