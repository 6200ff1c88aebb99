import { describe, expect, it } from "vitest";
import { aCompany } from "../../testing/oauth/a-company.ts";
import { aPartner, tokensFor } from "../../testing/oauth/a-partner.ts";
import { aWorld } from "../../testing/oauth/a-world.ts";

describe("a refresh token", () => {
  it("is replaced by its use; used again, it ends its successor and every token of the grant (RFC 9700 §4.14.2)", async () => {
    const { partner, browser, customer, server } = await aWorld();
    const first = await tokensFor(partner, browser, customer.id);
    const second = await partner.refresh(first.refresh_token);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    await expect(partner.refresh(first.refresh_token)).rejects.toMatchObject({
      error: "invalid_grant",
      status: 400,
    });
    await expect(partner.refresh(second.refresh_token ?? "")).rejects.toMatchObject({
      error: "invalid_grant",
    });
    expect(await partner.introspect(second.access_token)).toEqual({ active: false });
    const [connection] = await server.services.desk.grants.list(customer.id);
    expect(connection?.grant.endedBy).toBe("reused");
  });

  it("used again for one organization leaves the same user's other one alone", async () => {
    const { server, partner, browser, customer } = await aWorld();
    const other = await aCompany(server, customer.owner);
    const here = await tokensFor(partner, browser, customer.id);
    const there = await tokensFor(partner, browser, other.id);
    await partner.refresh(here.refresh_token);
    await expect(partner.refresh(here.refresh_token)).rejects.toMatchObject({ error: "invalid_grant" });
    expect(await partner.introspect(there.access_token)).toMatchObject({ active: true });
    expect((await partner.refresh(there.refresh_token)).access_token).toMatch(/^kat_oat_/);
  });

  it("narrows one access token and not the next, and widens none (RFC 6749 §6)", async () => {
    const { partner, browser, customer } = await aWorld({
      scopes: ["products:read", "products:write", "usage:read"],
    });
    const first = await tokensFor(partner, browser, customer.id, { scope: "products:read products:write" });
    const narrow = await partner.refresh(first.refresh_token, { scope: "products:read" });
    expect(narrow.scope).toBe("products:read");
    const full = await partner.refresh(narrow.refresh_token ?? "");
    expect(full.scope).toBe("products:read products:write");
    await expect(partner.refresh(full.refresh_token ?? "", { scope: "usage:read" })).rejects.toMatchObject({
      error: "invalid_scope",
    });
  });

  it("is good for its own app alone (RFC 6749 §6)", async () => {
    const { server, builder, partner, browser, customer } = await aWorld();
    const { refresh_token } = await tokensFor(partner, browser, customer.id);
    const other = await aPartner(server, builder);
    await expect(other.refresh(refresh_token)).rejects.toMatchObject({ error: "invalid_grant" });
    expect((await partner.refresh(refresh_token)).access_token).toMatch(/^kat_oat_/);
  });

  it("works on when its user signs out (and each use gives it thirty days more)", async () => {
    const { server, partner, browser, customer } = await aWorld();
    const first = await tokensFor(partner, browser, customer.id);
    const { identity, clock } = server.services;
    for (const { id } of identity.listSessions(customer.owner.id))
      await identity.revokeSession(customer.owner.id, id);
    expect((await browser.visit("/connect/x/details")).response?.status).toBe(410);
    expect(await partner.introspect(first.access_token)).toMatchObject({ active: true });
    const day = 24 * 60 * 60_000;
    let { refresh_token } = first;
    for (const days of [29, 29]) {
      server.clock.advance(days * day);
      refresh_token = (await partner.refresh(refresh_token)).refresh_token ?? "";
    }
    server.clock.advance(30 * day);
    await expect(partner.refresh(refresh_token)).rejects.toMatchObject({ error: "invalid_grant" });
    expect(clock.now()).toBeGreaterThan(0);
  });
});
