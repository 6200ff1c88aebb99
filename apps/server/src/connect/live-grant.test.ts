import {
  blockApp,
  disableApp,
  enableApp,
  removeMember,
  suspend,
  unblockApp,
  type OperatorActor,
} from "@katkey/keys";
import { describe, expect, it } from "vitest";
import { aBrowser } from "../../testing/oauth/a-browser.ts";
import { tokensFor } from "../../testing/oauth/a-partner.ts";
import { aWorld } from "../../testing/oauth/a-world.ts";

type World = Awaited<ReturnType<typeof aWorld>>;

async function expectDead({ partner }: World, tokens: { access_token: string; refresh_token: string }) {
  expect(await partner.introspect(tokens.access_token)).toEqual({ active: false });
  expect(await partner.introspect(tokens.refresh_token)).toEqual({ active: false });
  await expect(partner.refresh(tokens.refresh_token)).rejects.toMatchObject({
    error: "invalid_grant",
    status: 400,
  });
}

describe("what a token rests on", () => {
  it("ends with its member: refresh, introspection and the app's own tokens, at once", async () => {
    const world = await aWorld();
    const { server, partner, customer } = world;
    const admin = await customer.join("admin");
    const tokens = await tokensFor(partner, aBrowser(server, admin.cookie), customer.id);
    const resource = `${server.origin}/v1/organizations/${customer.id}`;
    const own = await partner.ownToken({ resource });
    const leaving = { memberId: admin.memberId, label: admin.email, settlements: [] };
    await removeMember(server.services.desk, customer.act(), leaving);
    await expectDead(world, tokens);
    expect(await partner.introspect(own.access_token)).toEqual({ active: false });
    await expect(partner.ownToken({ resource })).rejects.toMatchObject({ error: "invalid_target" });
  });

  it("ends while its app is disabled, which cannot be connected either", async () => {
    const world = await aWorld();
    const { server, builder, partner, browser, customer } = world;
    const tokens = await tokensFor(partner, browser, customer.id);
    await disableApp(server.services.desk, builder.act(), partner.app.id);
    await expectDead(world, tokens);
    const { url } = await browser.visit((await partner.start()).url);
    expect(url.searchParams.get("error")).toBe("unauthorized_client");
  });

  it("ends while the operator blocks the app, for its owner's own organization too, and then goes on", async () => {
    const world = await aWorld();
    const { server, builder, partner } = world;
    const { desk } = server.services;
    const browser = aBrowser(server, builder.owner.cookie);
    const tokens = await tokensFor(partner, browser, builder.id);
    const { userId, email } = builder.act().actor;
    const act = { ...builder.act(), actor: { type: "operator", userId, email } } as const;
    await blockApp(desk, act, partner.app.id);
    await enableApp(desk, builder.act(), partner.app.id);
    await expectDead(world, tokens);
    const send = () => server.send("/v1/user", { token: tokens.access_token });
    expect((await send()).body.code).toBe("app_disconnected");
    const { url } = await browser.visit((await partner.start()).url);
    expect(url.searchParams.get("error")).toBe("unauthorized_client");
    await unblockApp(desk, act, partner.app.id);
    expect((await send()).status).toBe(200);
    expect((await partner.refresh(tokens.refresh_token)).access_token).toMatch(/^kat_oat_/);
  });

  it("ends while its organization is suspended", async () => {
    const world = await aWorld();
    const { server, partner, browser, customer } = world;
    const tokens = await tokensFor(partner, browser, customer.id);
    const { userId, email } = customer.act().actor;
    const actor: OperatorActor = { type: "operator", userId, email };
    await suspend(server.services.desk, { ...customer.act(), actor }, "unpaid");
    await expectDead(world, tokens);
  });
});
