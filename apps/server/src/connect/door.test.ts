import { disableApp, disconnectApp, removeMember } from "@katkey/keys";
import { describe, expect, it } from "vitest";
import { aBrowser } from "../../testing/oauth/a-browser.ts";
import { tokensFor } from "../../testing/oauth/a-partner.ts";
import { aWorld } from "../../testing/oauth/a-world.ts";

type World = Awaited<ReturnType<typeof aWorld>>;

const challenge = 'Bearer realm="katkey", error="invalid_token"';

async function call({ server }: World, token: string, path = "/v1/user") {
  const { status, body, headers } = await server.send(path, { token });
  return { status, code: body.code, body, challenge: headers["www-authenticate"] };
}

describe("an access token at the API", () => {
  it("is the app's, for the organization that connected it, as its member may", async () => {
    const world = await aWorld();
    const { partner, browser, customer, server } = world;
    const { access_token } = await tokensFor(partner, browser, customer.id, { scope: "products:read" });
    const { status, body } = await call(world, access_token);
    const [connection] = await server.services.desk.grants.list(customer.id);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      app: { id: partner.app.id, name: "Shop Sync", scopes: ["products:read"] },
      grant: { id: connection?.grant.id },
      organization: { id: customer.id },
    });
    expect(await call(world, access_token, "/v1/products")).toMatchObject({ status: 200 });
    const { status: refused, headers } = await server.send("/v1/products", {
      method: "POST",
      token: access_token,
      body: { name: "Mug" },
    });
    expect(refused).toBe(403);
    expect(headers["www-authenticate"]).toContain('error="insufficient_scope", scope="products:write"');
  });

  it("of an app that asks for itself is as good", async () => {
    const world = await aWorld();
    const { partner, browser, customer, server } = world;
    await tokensFor(partner, browser, customer.id);
    const own = await partner.ownToken({ resource: `${server.origin}/v1/organizations/${customer.id}` });
    expect((await call(world, own.access_token)).body).toMatchObject({ organization: { id: customer.id } });
  });

  it("is refused as a refresh token, a secret, a code, or with anything changed (RFC 9700 §2.3)", async () => {
    const world = await aWorld();
    const { partner, browser, customer } = world;
    const { access_token, refresh_token } = await tokensFor(partner, browser, customer.id);
    const last = access_token.endsWith("0") ? "1" : "0";
    for (const token of [
      refresh_token,
      partner.secret ?? "",
      `${access_token.slice(0, -1)}${last}`,
      "code",
    ]) {
      expect(await call(world, token)).toMatchObject({ status: 401, code: "invalid_token", challenge });
    }
  });

  it("is told when it has expired, and when the app was disconnected", async () => {
    const world = await aWorld();
    const { partner, browser, customer, server } = world;
    const first = await tokensFor(partner, browser, customer.id);
    server.clock.advance(60 * 60_000);
    expect(await call(world, first.access_token)).toMatchObject({
      status: 401,
      code: "token_expired",
      challenge,
    });

    const second = await partner.refresh(first.refresh_token);
    expect(await call(world, second.access_token)).toMatchObject({ status: 200 });
    const [connection] = await server.services.desk.grants.list(customer.id);
    if (connection === undefined) throw new Error("nothing is connected");
    await disconnectApp(server.services.desk, customer.act(), connection.grant.id);
    expect(await call(world, second.access_token)).toMatchObject({
      status: 401,
      code: "app_disconnected",
      challenge,
    });
    await expect(partner.refresh(second.refresh_token ?? "")).rejects.toMatchObject({
      error: "invalid_grant",
    });
  });

  it("that was given back is nobody's", async () => {
    const world = await aWorld();
    const { access_token } = await tokensFor(world.partner, world.browser, world.customer.id);
    await world.partner.revoke(access_token);
    expect(await call(world, access_token)).toMatchObject({ status: 401, code: "invalid_token" });
  });

  it("dies with its grant when a code or a refresh token is shown twice", async () => {
    const world = await aWorld();
    const { access_token, refresh_token } = await tokensFor(world.partner, world.browser, world.customer.id);
    await world.partner.refresh(refresh_token);
    await expect(world.partner.refresh(refresh_token)).rejects.toMatchObject({ error: "invalid_grant" });
    expect((await call(world, access_token)).status).toBe(401);
  });

  it.each([
    ["signs out", "delete from session"],
    ["has not been there until the session expired", "update session set expires_at = 0"],
  ])("works on and is renewed when its user %s", async (_, change) => {
    const world = await aWorld();
    const { server, partner, browser, customer } = world;
    const { access_token, refresh_token } = await tokensFor(partner, browser, customer.id);
    server.database.exec(change);
    expect(server.services.identity.listSessions(customer.owner.id)).toEqual([]);
    expect((await call(world, access_token)).status).toBe(200);
    const renewed = await partner.refresh(refresh_token);
    expect((await call(world, renewed.access_token)).status).toBe(200);
  });

  it("ends at once when its member is removed, or its app disabled", async () => {
    const world = await aWorld();
    const { server, builder, partner, browser, customer } = world;
    const admin = await customer.join("admin");
    const theirs = await tokensFor(partner, aBrowser(server, admin.cookie), customer.id);
    const owners = await tokensFor(partner, browser, customer.id);
    expect((await call(world, theirs.access_token)).status).toBe(200);
    const leaving = { memberId: admin.memberId, label: admin.email, settlements: [] };
    await removeMember(server.services.desk, customer.act(), leaving);
    expect(await call(world, theirs.access_token)).toMatchObject({ status: 401, code: "app_disconnected" });
    expect((await call(world, owners.access_token)).status).toBe(200);
    await disableApp(server.services.desk, builder.act(), partner.app.id);
    expect(await call(world, owners.access_token)).toMatchObject({ status: 401, code: "app_disconnected" });
  });

  it("ends at once when its user is banned: at the API, on refresh and on introspection alike", async () => {
    const world = await aWorld();
    const { server, builder, partner, customer } = world;
    const admin = await customer.join("admin");
    const tokens = await tokensFor(partner, aBrowser(server, admin.cookie), customer.id);
    const { userId, email } = builder.act().actor;
    const act = {
      actor: { type: "operator", userId, email },
      now: server.clock.now(),
      address: null,
      requestId: null,
    } as const;
    await server.services.people.ban(act, admin.id);
    expect(await call(world, tokens.access_token)).toMatchObject({ status: 401, code: "app_disconnected" });
    expect(await partner.introspect(tokens.access_token)).toEqual({ active: false });
    await expect(partner.refresh(tokens.refresh_token)).rejects.toMatchObject({ error: "invalid_grant" });
    const resource = `${server.origin}/v1/organizations/${customer.id}`;
    await expect(partner.ownToken({ resource })).rejects.toMatchObject({ error: "invalid_target" });
    // Somebody else's grant is younger, and holds.
    await tokensFor(partner, world.browser, customer.id);
    const { access_token } = await partner.ownToken({ resource });
    expect((await call(world, access_token)).status).toBe(200);
  });
});
