import { routes } from "@katkey/oauth";
import { expect, it } from "vitest";
import { aBrowser } from "../../testing/oauth/a-browser.ts";
import { aPartner, tokensFor } from "../../testing/oauth/a-partner.ts";
import { aWorld } from "../../testing/oauth/a-world.ts";
import { aCode } from "../../testing/oauth/ask-for-tokens.ts";

/** What every address of the protocol that writes answers where nothing can be written: a new one fails the first test until it has a row. */

type World = Awaited<ReturnType<typeof aWorld>>;
type Answer = Promise<Response>;

/** Makes ready what the request needs, and resolves to the request. */
type Prepare = (world: World) => Promise<() => Answer>;

const asForm = { "content-type": "application/x-www-form-urlencoded" };

const toPartner =
  (path: string, formOf: (world: World) => Promise<Record<string, string>>): Prepare =>
  async (world) => {
    const { partner, server } = world;
    const form = new URLSearchParams(await formOf(world));
    const headers = { ...asForm, authorization: partner.basic };
    return () => partner.post(`${server.origin}/oauth${path}`, form, headers);
  };

const deciding =
  (decision: string): Prepare =>
  async ({ browser, partner, customer }) => {
    const { url } = await browser.visit((await partner.start()).url);
    const body = { decision, ...(decision === "connect" && { organizationId: customer.id }) };
    return async () => (await browser.ask(`${url.pathname}/decision`, { method: "POST", body })).response;
  };

const doors: Readonly<Record<string, Prepare>> = {
  [`${routes.authorization} of an app that nobody vouches for`]: async ({ server, builder }) => {
    const partner = await aPartner(server, builder, { approved: false });
    const { url } = await partner.start();
    const { ask } = aBrowser(server);
    return async () => (await ask(url, { headers: { accept: "application/json" } })).response;
  },
  [`${routes.authorization}/:uid`]: async ({ browser, partner, customer }) => {
    const asked = await browser.visit((await partner.start()).url);
    const body = { decision: "connect", organizationId: customer.id };
    const { response } = await browser.ask(`${asked.url.pathname}/decision`, { method: "POST", body });
    const { redirectTo } = (await response.json()) as { redirectTo: string };
    return async () => (await browser.ask(redirectTo, { headers: { accept: "application/json" } })).response;
  },
  [routes.pushed_authorization_request]: toPartner(routes.pushed_authorization_request, async ({ partner }) =>
    Object.fromEntries(new URL((await partner.start()).url).searchParams),
  ),
  [`${routes.token} for a code`]: toPartner(routes.token, async (world) => (await aCode(world)).form),
  [`${routes.token} for a refresh token`]: toPartner(
    routes.token,
    async ({ partner, browser, customer }) => ({
      grant_type: "refresh_token",
      refresh_token: (await tokensFor(partner, browser, customer.id)).refresh_token,
    }),
  ),
  [routes.revocation]: toPartner(routes.revocation, async ({ partner, browser, customer }) => ({
    token: (await tokensFor(partner, browser, customer.id)).access_token,
  })),
  "/connect/:uid": async ({ server, browser, partner, customer }) => {
    browser.use(customer.owner.cookie.replace(/=.*/, "=none"));
    const { url } = await browser.visit((await partner.start()).url);
    browser.use(customer.owner.cookie);
    expect(url.origin).toBe(server.origin);
    return async () => (await browser.ask(url.href)).response;
  },
  "/connect/:uid/decision to connect": deciding("connect"),
  "/connect/:uid/decision to refuse": deciding("refuse"),
};

const readOnly: readonly string[] = [routes.introspection, routes.jwks];

it("has every address in its table", () => {
  const told = Object.keys(doors).map((door) => door.split(" ")[0]);
  const writing = Object.values(routes).filter((path) => !readOnly.includes(path));
  expect(told).toEqual(expect.arrayContaining(writing));
});

it.each(Object.entries(doors))(
  "%s says that nothing can be written, changes nothing, and is done once something can",
  async (_, prepare) => {
    const world = await aWorld();
    const { database } = world.server;
    const ask = await prepare(world);
    const before = database.serialize();

    database.pragma("query_only = on");
    const refused = await ask();
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "30"]);
    const { error, code } = (await refused.json()) as { error?: string; code?: string };
    expect(["temporarily_unavailable", "storage_unavailable"]).toContain(error ?? code);
    expect(database.serialize().equals(before)).toBe(true);

    database.pragma("query_only = off");
    expect((await ask()).status).toBeLessThan(400);
  },
);

it("tells the app that sent them there (RFC 6749 §4.1.2.1), and who comes back later on a page of ours", async () => {
  const world = await aWorld();
  const { server, browser, partner, customer } = world;
  const started = await partner.start();
  const asked = await browser.visit(started.url);
  const body = { decision: "connect", organizationId: customer.id };
  const { response } = await browser.ask(`${asked.url.pathname}/decision`, { method: "POST", body });
  const { redirectTo } = (await response.json()) as { redirectTo: string };
  server.database.pragma("query_only = on");

  const first = await aBrowser(server).ask(started.url);
  const location = new URL(first.response.headers.get("location") ?? "");
  expect(location.href.startsWith(partner.redirectUri)).toBe(true);
  expect(location.searchParams.get("error")).toBe("temporarily_unavailable");

  const back = await browser.ask(redirectTo);
  expect([back.response.status, back.response.headers.get("location")]).toEqual([
    303,
    "/connect/error?code=temporarily_unavailable",
  ]);
});
