import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./harness/axe.ts";
import { newPage, openBrowser, screenshot, type PageOptions } from "./harness/browser.ts";
import { dashboardOf, signIn, unattended, type Dashboard, type SessionCookie } from "./harness/dashboard.ts";
import { freePort } from "../../scripts/free-port.mjs";
import { takeToken } from "./harness/secret-dialog.ts";
import { startServer, temporaryDirectory, type RunningServer } from "./harness/server.ts";
import { countRequests } from "./harness/usage.ts";

let server: RunningServer;
let cookie: SessionCookie;
let dashboard: Dashboard;
let organizationId: `org_${string}`;

/** The same installation, stopped and started with other scopes of its own. */
let startWith: (scopes: string) => Promise<void>;

beforeAll(async () => {
  const installation = { dataDir: temporaryDirectory(), port: await freePort() };
  startWith = async (scopes) => {
    await server?.stop();
    server = await startServer({ ...installation, env: { ...unattended, KATKEY_SCOPES: scopes } });
  };
  await startWith("orders:read orders:write invoices.eu:read");
  cookie = await signIn(server);
  dashboard = dashboardOf(server, cookie);
  organizationId = (await dashboard.organizations.create.mutate({ name: "Acme" })).id;
});

async function open(path: string, options: PageOptions = {}): Promise<Page> {
  const page = await newPage(await openBrowser(), { origin: server.origin, cookie, ...options });
  await page.goto(`/o/${organizationId}/settings/keys${path}`);
  return page;
}

async function aKey(name: string, scopes: readonly `${string}:${string}`[]) {
  const key = { name, environment: "live" as const, scopes: [...scopes] };
  return dashboard.keys.issue.mutate({ organizationId, key });
}

const looks = {
  light: {},
  dark: { colorScheme: "dark" },
  narrow: { viewport: { width: 375, height: 740 } },
  danish: { locale: "da-DK" },
} as const satisfies Record<string, PageOptions>;

describe("a scope of the company's own API", () => {
  it("is chosen in a group of its own when a key is issued, and is what the key then may do", async () => {
    const page = await open("?open=issue");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Name" }).fill("Order desk");
    await dialog.getByText("Read only").click();
    for (const scope of ["orders:read", "invoices.eu:read"]) await dialog.getByText(scope).waitFor();
    await expect.poll(() => dialog.getByText("orders:write").count()).toBe(0);
    await dialog.getByText("Custom").click();
    const ownApi = dialog.getByRole("group", { name: "Your API" });
    await expect.poll(() => ownApi.getByRole("checkbox").count()).toBe(3);
    await ownApi.getByRole("checkbox", { name: "orders:write" }).check();
    await dialog.getByRole("checkbox", { name: "keys:read" }).uncheck();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Issue key" }).click();
    const token = await takeToken(page);
    const user = await fetch(server.url("/v1/user"), { headers: { authorization: `Bearer ${token}` } });
    expect((await user.json()).key.scopes).toEqual([
      "products:read",
      "usage:read",
      "billing:read",
      "orders:read",
      "orders:write",
      "invoices.eu:read",
    ]);
  });

  it("finds its keys, and can be taken away", async () => {
    const { key } = await aKey("Invoices", ["invoices.eu:read", "orders:read"]);
    await aKey("Catalog", ["products:read"]);
    const page = await open("");
    await page.getByRole("combobox", { name: "Scope", exact: true }).click();
    await page.getByRole("option", { name: "invoices.eu:read" }).click();
    await page.getByRole("link", { name: "Invoices" }).waitFor();
    await page.waitForURL(/scope=invoices\.eu/);
    await expect.poll(() => page.getByRole("link", { name: "Catalog" }).count()).toBe(0);

    const edited = await open(`/${key.id}?open=edit`);
    const dialog = edited.getByRole("dialog");
    await dialog.getByRole("checkbox", { name: "orders:read" }).uncheck();
    await dialog.getByRole("button", { name: "Save changes" }).click();
    await dialog.waitFor({ state: "detached" });
    const { scopes } = await dashboard.keys.get.query({ organizationId, keyId: key.id });
    expect(scopes).toEqual(["invoices.eu:read"]);
  });

  it.each(Object.entries(looks))("looks well where it is chosen: %s", async (name, look) => {
    const page = await open("?open=issue", look);
    const dialog = page.getByRole("dialog");
    await dialog.getByText(name === "danish" ? "Tilpasset" : "Custom").click();
    await dialog.getByRole("checkbox", { name: "orders:write" }).scrollIntoViewIfNeeded();
    await screenshot(page, `own-scopes-issue-${name}`, { windowOnly: true });
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe("what nobody knows of requests to the company's own API", () => {
  it("is said: a scope that they may have needed is not called unused, and a preview counts them apart", async () => {
    const { key } = await aKey("Shop", ["products:read", "orders:read", "orders:write"]);
    const counted = { organizationId, keyId: key.id, publicKeyId: key.secrets[0]?.publicKeyId ?? "" };
    const at = Date.now() - 1_000;
    countRequests(server, [
      { ...counted, at, requests: 40 },
      { ...counted, at, requests: 12, route: "POST /orders" },
    ]);
    for (const [name, look] of Object.entries(looks)) {
      const page = await open(`/${key.id}`, look);
      const heading = name === "danish" ? "Rettigheder i brug" : "Scopes in use";
      const panel = page.getByRole("region", { name: heading });
      await panel
        .getByText(name === "danish" ? "Ukendt" : "Not known")
        .first()
        .waitFor();
      await expect.poll(() => panel.getByText(/Not used|Ikke brugt/).count()).toBe(0);
      await panel.scrollIntoViewIfNeeded();
      await screenshot(page, `own-scopes-untold-${name}`);
      await page.context().close();
    }
    const page = await open(`/${key.id}?open=edit`);
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("checkbox", { name: "orders:write" }).uncheck();
    await dialog.getByText(/^12 requests went to your own API\./).scrollIntoViewIfNeeded();
    await screenshot(page, "own-scopes-preview", { windowOnly: true });
  });
});

describe("a scope that is declared no more", () => {
  it("is shown struck out with the reason, has no effect, and is taken away but not given again", async () => {
    const { key, token } = await aKey("Left behind", ["products:read", "orders:read", "orders:write"]);
    await startWith("orders:read");
    cookie = await signIn(server);
    dashboard = dashboardOf(server, cookie);
    const user = await fetch(server.url("/v1/user"), { headers: { authorization: `Bearer ${token}` } });
    expect((await user.json()).key.scopes).toEqual(["products:read", "orders:read"]);
    for (const [name, look] of Object.entries(looks)) {
      const page = await open(`/${key.id}`, look);
      await page.getByText(/^orders:write (is not declared|er ikke længere)/).waitFor();
      await screenshot(page, `own-scopes-key-${name}`);
      await page.context().close();
    }

    const page = await open(`/${key.id}?open=edit&scopes=${encodeURIComponent('["orders:delete"]')}`);
    const dialog = page.getByRole("dialog");
    const ownApi = dialog.getByRole("group", { name: "Your API" });
    await ownApi.getByText("Nothing: this installation does not declare it any more.").waitFor();
    await expect.poll(() => ownApi.getByRole("checkbox").count()).toBe(2);
    await ownApi.getByRole("checkbox", { name: "orders:write" }).scrollIntoViewIfNeeded();
    await screenshot(page, "own-scopes-edit", { windowOnly: true });
    await ownApi.getByRole("checkbox", { name: "orders:write" }).uncheck();
    await dialog.getByRole("button", { name: "Save changes" }).click();
    await dialog.waitFor({ state: "detached" });
    const { scopes } = await dashboard.keys.get.query({ organizationId, keyId: key.id });
    expect(scopes).toEqual(["products:read", "orders:read"]);
  });
});

it("a mistake in KATKEY_SCOPES is told at the start, and nothing is served", async () => {
  await expect(startServer({ env: { ...unattended, KATKEY_SCOPES: "orders:read Orders" } })).rejects.toThrow(
    /KATKEY_SCOPES must list scopes such as orders:read.*Orders is none/,
  );
});
