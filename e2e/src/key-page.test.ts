import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { newPage, openBrowser, screenshot, type PageOptions } from "./harness/browser.ts";
import {
  addMember,
  dashboardOf,
  getUser,
  signIn,
  unattended,
  type Dashboard,
  type SessionCookie,
} from "./harness/dashboard.ts";
import { startServer, type RunningServer } from "./harness/server.ts";
import { countRequests, seeClients } from "./harness/usage.ts";

const day = 86_400_000;

let server: RunningServer;
let cookie: SessionCookie;
let viewer: SessionCookie;
let dashboard: Dashboard;
let organizationId: `org_${string}`;

/** Yesterday, far from both of its ends. */
const yesterday = () => Math.floor(Date.now() / day) * day - day / 2;

beforeAll(async () => {
  server = await startServer({ env: unattended });
  cookie = await signIn(server);
  dashboard = dashboardOf(server, cookie);
  organizationId = (await dashboard.organizations.create.mutate({ name: "Acme" })).id;
  await dashboard.instance.changePlan.mutate({ organizationId, plan: "enterprise" });
  const vera = { organizationId, name: "Vera", email: "vera@example.com", role: "viewer" } as const;
  viewer = await signIn(server, await addMember(dashboard, vera));
});

type IssueInput = Parameters<Dashboard["keys"]["issue"]["mutate"]>[0]["key"];

async function aKey(name: string, rest: Partial<IssueInput> = {}) {
  const key = { name, environment: "live" as const, ...rest };
  return dashboard.keys.issue.mutate({ organizationId, key });
}

type Key = Awaited<ReturnType<typeof aKey>>["key"];

/** A shop's backend: mostly reading, now and then writing, from two machines. */
async function aUsedKey(name: string): Promise<Key> {
  const { key } = await aKey(name);
  const counted = { organizationId, keyId: key.id, publicKeyId: key.secrets[0]?.publicKeyId ?? "" };
  countRequests(server, [
    { ...counted, at: yesterday(), requests: 1_500 },
    { ...counted, at: yesterday(), requests: 20, statusClass: 4, refused: true },
    { ...counted, at: yesterday(), requests: 40, route: "POST /v1/products" },
    { ...counted, at: yesterday() - 2 * day, requests: 3, statusClass: 5 },
    { ...counted, at: yesterday() - 40 * day, requests: 900, route: "GET /v1/usage" },
  ]);
  seeClients(server, [
    {
      ...counted,
      address: "10.1.2.3",
      userAgent: "orders/1.2",
      requests: 1_520,
      refused: 20,
      lastAt: yesterday(),
    },
    { ...counted, address: "2001:db8::7", userAgent: "", requests: 43, lastAt: yesterday() - 2 * day },
  ]);
  return key;
}

/** In a rotation since just now: the old secret was used, and the new one. */
async function aRotatingKey(name: string): Promise<Key> {
  const { key, token } = await aKey(name);
  await getUser(server, token);
  const rotation = { overlapSeconds: 86_400, replaces: key.secrets[0]?.publicKeyId ?? "" };
  const rotated = await dashboard.keys.rotate.mutate({ organizationId, keyId: key.id, rotation });
  await getUser(server, token);
  await getUser(server, token);
  await fetch(server.url("/v1/user"), {
    headers: { authorization: `Bearer ${rotated.token}`, "user-agent": "moved/2.0" },
  });
  return rotated.key;
}

async function openKey(key: Key, query = "", options: PageOptions = {}): Promise<Page> {
  const page = await newPage(await openBrowser(), { origin: server.origin, cookie, ...options });
  await page.goto(`/o/${organizationId}/settings/keys/${key.id}${query}`);
  await page.getByRole("heading", { name: key.name, level: 1 }).waitFor();
  return page;
}

const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const preview = (page: Page) => page.getByRole("region", { name: "What it would have refused" });
const rows = (within: Locator) =>
  within.getByRole("row").filter({ hasNot: within.page().getByRole("columnheader") });

async function textOf(locator: Locator): Promise<string> {
  return (await locator.innerText()).replaceAll(/\s+/g, " ");
}

describe("the key's requests", () => {
  it("are drawn by status and by route, over the range that is chosen, to every member", async () => {
    const key = await aUsedKey("Order sync");
    const page = await openKey(key, "", { cookie: viewer });
    const requests = panel(page, "Requests");
    await requests.getByRole("figure", { name: "Requests over time" }).waitFor();
    await requests.getByText("1,563 requests", { exact: true }).waitFor();
    const byStatus = requests.getByRole("table", { name: "Requests by status" });
    expect(await textOf(byStatus)).toMatch(/2xx.*98\.5%.*1,540.*4xx.*1\.3%.*20.*5xx.*0\.2%.*3/);

    await requests.getByRole("radiogroup", { name: "Told apart by" }).getByText("Route").click();
    await requests.getByRole("radiogroup", { name: "Range" }).getByText("90 d").click();
    await requests.getByText("2,463 requests", { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe("?range=90d&by=route");
    const byRoute = requests.getByRole("table", { name: "Requests by route" });
    expect(await textOf(byRoute)).toMatch(/GET \/v1\/products.*GET \/v1\/usage.*POST \/v1\/products/);
  });

  it("are shown by a link as they were seen", async () => {
    const key = await aUsedKey("Deep link");
    const page = await openKey(key, "?range=90d&by=route&view=table");
    const requests = panel(page, "Requests");
    const figures = requests.getByRole("figure").getByRole("cell", { name: "900" });
    await figures.first().waitFor();
    await requests.getByRole("radiogroup", { name: "Range" }).getByText("24 h").click();
    await page.waitForURL(/range=24h/);
    await figures.first().waitFor({ state: "detached" });
    expect(new URL(page.url()).search).toBe("?range=24h&by=route&view=table");
  });

  it("say that there were none, and offer a longer range", async () => {
    const { key } = await aKey("Idle");
    const page = await openKey(key, "?range=24h");
    await panel(page, "Requests").getByRole("button", { name: "Show 90 days" }).click();
    await page.waitForURL(/range=90d/);
    await panel(page, "Clients").getByText("Nobody has used this key lately").waitFor();
    await panel(page, "Scopes in use")
      .getByText(/nothing tells which scopes it needs/)
      .waitFor();
    await expect.poll(() => page.getByRole("button", { name: /unused scope/ }).count()).toBe(0);
  });
});

describe("the key's clients", () => {
  it("are listed with their addresses and programs, the latest first", async () => {
    const page = await openKey(await aUsedKey("Clients"), "", { cookie: viewer });
    const clients = rows(panel(page, "Clients").getByRole("table"));
    await clients.first().waitFor();
    expect(await textOf(clients.nth(0))).toMatch(/10\.1\.2\.3 orders\/1\.2 1,520 · 20 refused/);
    expect(await textOf(clients.nth(1))).toMatch(/2001:db8::7 Did not say 43/);
  });

  it("tell in a rotation who still has the old secret", async () => {
    const page = await openKey(await aRotatingKey("Rotating"));
    const clients = panel(page, "Clients").getByRole("table");
    await clients.getByRole("row", { name: /moved\/2\.0 New 1/ }).waitFor();
    await clients.getByRole("row", { name: /Old 3/ }).waitFor();
    const secrets = panel(page, "Rotation");
    expect(await textOf(secrets.getByRole("article", { name: "Old secret" }))).toMatch(
      /Since the rotation 2 requests In all 3 requests/,
    );
    expect(await textOf(secrets.getByRole("article", { name: "Current secret" }))).toMatch(
      /Since the rotation 1 request/,
    );
  });
});

it("takes away with one click or key, after a preview, what no request has needed", async () => {
  const key = await aUsedKey("Too strong");
  const page = await openKey(key);
  const scopes = panel(page, "Scopes in use");
  expect(await textOf(scopes.getByRole("row", { name: /products:write/ }))).toMatch(/ 40 /);
  // What it needed 40 days ago does not count.
  expect(await textOf(scopes.getByRole("row", { name: /usage:read/ }))).toMatch(/Not used/);
  await scopes.getByRole("button", { name: "Remove 4 unused scopes" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Remove 4 unused scopes?" });
  await dialog.getByText(/All 1,543 requests since .* would have been let in all the same/).waitFor();
  await screenshot(page, "key-narrow", { windowOnly: true });
  // The focus is on what the dialog is for.
  await page.keyboard.press("Enter");
  await page.getByText("4 scopes are removed").waitFor();
  await scopes.getByText("Every scope is used.").waitFor();
  const { scopes: left } = await dashboard.keys.get.query({ organizationId, keyId: key.id });
  expect(left).toEqual(["products:read", "products:write"]);
  await panel(page, "History")
    .getByText(/edited the key/)
    .first()
    .waitFor();

  const theirs = await openKey(await aUsedKey("Not theirs"), "", { cookie: viewer });
  const button = theirs.getByRole("button", { name: "Remove 4 unused scopes" });
  await button.waitFor();
  await expect.poll(() => button.getAttribute("aria-disabled")).toBe("true");
});

describe("before it is done, a preview says what would have been refused:", () => {
  it("revoking the key", async () => {
    const page = await openKey(await aUsedKey("To be revoked"));
    await page.getByRole("button", { name: "Revoke key" }).click();
    const shown = preview(page);
    await shown.getByText(/1,543 requests since .* would have been refused, the last one/).waitFor();
    const said = await textOf(shown);
    expect(said).toMatch(/GET \/v1\/products 1,503 requests POST \/v1\/products 40 requests/);
    expect(said).toMatch(/10\.1\.2\.3 orders\/1\.2 1,500 requests · .* 2001:db8::7 43 requests/);
    await screenshot(page, "key-revoke-preview", { windowOnly: true });
  });

  it("ending an overlap", async () => {
    const page = await openKey(await aRotatingKey("Overlapping"));
    await page.getByRole("button", { name: "End overlap now" }).click();
    const shown = preview(page);
    await shown.getByText(/requests with the old secret since .* would have been refused/).waitFor();
    expect(await textOf(shown)).toMatch(
      /2 requests with the old secret.*GET \/api\/user.*Clients 127\.0\.0\.1/,
    );
    await page.getByRole("dialog").getByText("Not safe to end the overlap yet").waitFor();
    await screenshot(page, "key-overlap-preview", { windowOnly: true });
  });

  it("taking scopes and addresses away", async () => {
    const page = await openKey(await aUsedKey("To be edited"));
    await page.getByRole("button", { name: "Edit" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Allowed addresses" }).fill("10.0.0.0/8");
    const shown = preview(page);
    await shown.getByText(/43 requests since .* came from addresses that would have been refused/).waitFor();
    expect(await textOf(shown)).toMatch(/Clients 2001:db8::7 43 requests/);
    await dialog.getByRole("radiogroup", { name: "Preset of scopes" }).getByText("Custom").click();
    await dialog.getByRole("checkbox", { name: /products:write/ }).click();
    await shown.getByText(/40 requests since .* for want of a scope/).waitFor();
    expect(await textOf(shown)).toMatch(/POST \/v1\/products 40 requests/);
    await shown.scrollIntoViewIfNeeded();
    await screenshot(page, "key-edit-preview", { windowOnly: true });
    await dialog.getByRole("textbox", { name: "Allowed addresses" }).fill("10.0.0.0/8 2001:db8::/32");
    await dialog.getByRole("checkbox", { name: /products:write/ }).click();
    await shown.getByText(/would have been let in all the same/).waitFor();
  });

  it("saving such an edit, which is done when it is asked for again", async () => {
    const key = await aUsedKey("Edited in a hurry");
    const page = await openKey(key, "?open=edit");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Allowed addresses" }).fill("10.0.0.0/8");
    await dialog.getByRole("button", { name: "Save changes" }).click();
    await preview(page)
      .getByText(/43 requests since .* came from addresses/)
      .waitFor();
    const before = await dashboard.keys.get.query({ organizationId, keyId: key.id });
    expect(before.addresses).toEqual([]);
    await dialog.getByRole("button", { name: "Save all the same" }).click();
    await page.getByText("Changes saved").waitFor();
    const after = await dashboard.keys.get.query({ organizationId, keyId: key.id });
    expect(after.addresses).toEqual(["10.0.0.0/8"]);
  });

  it("rotating without an overlap", async () => {
    const page = await openKey(await aUsedKey("To be rotated"), "?open=rotate");
    await page.getByRole("radio", { name: /No overlap/ }).click();
    await preview(page)
      .getByText(/1,543 requests since .* would have been refused/)
      .waitFor();
    await page.getByRole("radio", { name: /24 hours/ }).click();
    await preview(page).waitFor({ state: "detached" });
    await expect.poll(() => page.getByRole("dialog").innerText()).toMatch(/works until/);
  });

  it("letting it expire within days", async () => {
    const page = await openKey(await aUsedKey("To expire"));
    await page.getByRole("button", { name: "Edit" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: "Expiry" }).click();
    await page.getByRole("option", { name: "On a date" }).click();
    const tomorrow = new Date(Date.now() + day).toISOString().slice(0, 10);
    await dialog.getByLabel("Expiry date").fill(tomorrow);
    await preview(page).getByRole("list", { name: "Clients" }).waitFor();
    expect(await textOf(preview(page))).toContain("When it expires, everything is refused: 1,543 requests");
  });
});

it("opens what a link asks for, once, and only for those who may do it", async () => {
  const key = await aUsedKey("Linked");
  const page = await openKey(key, "?range=7d&open=revoke");
  await page.getByRole("dialog", { name: "Revoke “Linked”?" }).waitFor();
  await page.waitForURL((url) => url.search === "?range=7d");
  await page.reload();
  await panel(page, "Requests").getByRole("figure").waitFor();
  await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  const theirs = await openKey(key, "?open=revoke", { cookie: viewer });
  await panel(theirs, "Requests").getByRole("figure").waitFor();
  await expect.poll(() => theirs.getByRole("dialog").count()).toBe(0);
});

it("looks as it should in both themes, on a phone and in Danish", async () => {
  const used = await aUsedKey("Order sync of the shop");
  const rotating = await aRotatingKey("Warehouse");
  const looks = {
    light: {},
    dark: { colorScheme: "dark" },
    phone: { viewport: { width: 375, height: 812 } },
    danish: { locale: "da-DK" },
  } as const satisfies Record<string, PageOptions>;
  for (const [name, look] of Object.entries(looks)) {
    for (const [key, label] of [
      [used, "used"],
      [rotating, "rotating"],
    ] as const) {
      const page = await openKey(key, "?by=route", look);
      await page.getByRole("figure").waitFor();
      await page.waitForLoadState("networkidle");
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(look === looks.phone ? 375 : 1280);
      await screenshot(page, `key-page-${label}-${name}`);
      await page.getByRole("button", { name: /^(Revoke|Tilbagekald)/ }).click();
      await page
        .getByRole("dialog")
        .getByRole("list", { name: /^(Clients|Klienter)$/ })
        .waitFor();
      await screenshot(page, `key-page-${label}-${name}-revoke`, { windowOnly: true });
      await page.close();
    }
  }
});
