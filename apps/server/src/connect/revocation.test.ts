import { describe, expect, it } from "vitest";
import { aPartner, tokensFor } from "../../testing/oauth/a-partner.ts";
import { aWorld } from "../../testing/oauth/a-world.ts";

describe("a token that is given back", () => {
  it("is dead: an access token, with what came of its grant (RFC 7009 §2)", async () => {
    const { partner, browser, customer } = await aWorld();
    const { access_token } = await tokensFor(partner, browser, customer.id);
    expect(await partner.revoke(access_token)).toEqual({ status: 200, text: "" });
    expect(await partner.introspect(access_token)).toEqual({ active: false });
  });

  it("is dead: a refresh token, with its access token; and the app is still connected (RFC 7009 §2.1)", async () => {
    const { server, partner, browser, customer } = await aWorld();
    const { access_token, refresh_token } = await tokensFor(partner, browser, customer.id);
    await partner.revoke(refresh_token);
    expect(await partner.introspect(access_token)).toEqual({ active: false });
    expect(await partner.introspect(refresh_token)).toEqual({ active: false });
    const [connection] = await server.services.desk.grants.list(customer.id);
    expect(connection?.live).toBe(true);
  });

  it.each(["basic", "public"] as const)(
    "is found whatever it was said to be (RFC 7009 §2.1): %s",
    async (kind) => {
      const { partner, browser, customer } = await aWorld(kind === "public" ? { type: "public" } : {});
      const one = await tokensFor(partner, browser, customer.id);
      await partner.revoke(one.access_token, "refresh_token");
      expect(await partner.introspect(one.access_token)).toEqual({ active: false });
      const two = await tokensFor(partner, browser, customer.id);
      await partner.revoke(two.refresh_token, "access_token");
      expect(await partner.introspect(two.refresh_token)).toEqual({ active: false });
    },
  );

  it("need not be one (RFC 7009 §2.2), and another app's is left alone (§2.1)", async () => {
    const { server, builder, partner, browser, customer } = await aWorld();
    const { access_token, refresh_token } = await tokensFor(partner, browser, customer.id);
    const other = await aPartner(server, builder);
    for (const token of ["garbage", `${access_token}x`, access_token, refresh_token]) {
      expect(await other.revoke(token)).toEqual({ status: 200, text: "" });
    }
    expect(await partner.introspect(access_token)).toMatchObject({ active: true });
    expect(await partner.introspect(refresh_token)).toMatchObject({ active: true });
  });
});
