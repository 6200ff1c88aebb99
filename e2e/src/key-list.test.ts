import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { newPage, openBrowser, screenshot } from "./harness/browser.ts";
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

const day = 86_400_000;

let server: RunningServer;
let cookie: SessionCookie;
let viewer: SessionCookie;
let dashboard: Dashboard;
let organizationId: `org_${string}`;

beforeAll(async () => {
  server = await startServer({ env: unattended });
  cookie = await signIn(server);
  dashboard = dashboardOf(server, cookie);
  organizationId = (await dashboard.organizations.create.mutate({ name: "Acme" })).id;
  await dashboard.instance.changePlan.mutate({ organizationId, plan: "enterprise" });
  const people = { organizationId };
  await addMember(dashboard, { ...people, name: "Max", email: "max@example.com", role: "member" });
  const vera = { ...people, name: "Vera", email: "vera@example.com", role: "viewer" } as const;
  viewer = await signIn(server, await addMember(dashboard, vera));
});

async function aKey(name: string, rest: object = {}) {
  const key = { name, environment: "live" as const, ...rest };
  return dashboard.keys.issue.mutate({ organizationId, key });
}

const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();

async function openList(query = "", { as = cookie, ...look }: Look = {}): Promise<Page> {
  const page = await newPage(await openBrowser(), { origin: server.origin, cookie: as, ...look });
  await page.goto(`/o/${organizationId}/settings/keys${query}`);
  await page.getByRole("table", { name: look.locale ? "API-nøgler" : "API keys" }).waitFor();
  return page;
}

interface Look {
  readonly as?: SessionCookie;
  readonly colorScheme?: "light" | "dark";
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly locale?: "da-DK";
}

const rowOf = (page: Page, name: string) =>
  page.getByRole("table", { name: "API keys" }).getByRole("row").filter({ hasText: name });

const firstNamed = (page: Page, name: string) =>
  page.getByRole("table", { name: "API keys" }).getByRole("row").nth(1).filter({ hasText: name }).waitFor();

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name: label, exact: true }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

async function select(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) await page.getByRole("checkbox", { name: `Select ${name}`, exact: true }).check();
}

describe("the filters of the list", () => {
  it("find keys by scope, near expiry and responsible member, and stay in the address", async () => {
    await aKey("Reporter", { scopes: ["billing:read"] });
    await aKey("Passing", { expiresAt: inDays(13) });
    await aKey("Lasting", { expiresAt: inDays(40) });
    const page = await openList();
    await choose(page, "Scope", "billing:read");
    await choose(page, "Needs attention", "Expires within 14 days");
    await rowOf(page, "Reporter").waitFor({ state: "detached" });
    await rowOf(page, "Passing").waitFor();
    await expect.poll(() => rowOf(page, "Lasting").count()).toBe(0);
    expect(new URL(page.url()).search).toBe("?scope=billing%3Aread&attention=expiring");
    await page.reload();
    await rowOf(page, "Passing").waitFor();
    await choose(page, "Responsible member", "Max");
    await page.getByText("No key matches").waitFor();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await rowOf(page, "Lasting").waitFor();
  });

  it("find the key of a pasted token, of which nothing but the public id leaves the page", async () => {
    const { key, token } = await aKey("Pasted");
    const [id, secret] = [key.secrets[0]?.publicKeyId ?? "", token.split(".")[1] ?? ""];
    const page = await openList();
    const sent: string[] = [];
    page.on("request", (request) => sent.push(decodeURIComponent(request.url()), request.postData() ?? ""));
    await page.evaluate((text) => navigator.clipboard.writeText(text), ` ${token} `);
    await page.getByRole("searchbox", { name: "Search keys" }).focus();
    await page.keyboard.press("ControlOrMeta+V");
    await rowOf(page, "Lasting").waitFor({ state: "detached" });
    await rowOf(page, "Pasted").waitFor();
    await page.waitForURL((url) => url.searchParams.get("q") === id);
    await expect.poll(() => page.getByRole("searchbox", { name: "Search keys" }).inputValue()).toBe(id);
    expect(sent.some((text) => text.includes(id))).toBe(true);
    expect(sent.filter((text) => text.includes(secret.slice(0, 8)))).toEqual([]);
  });
});

describe("the order of the list", () => {
  it("is chosen by the heads of the columns, by keyboard too, and stays in the address", async () => {
    await aKey("Zebra", { expiresAt: inDays(300) });
    await aKey("Aardvark", { expiresAt: inDays(1) });
    const page = await openList();
    const head = (name: string) => page.getByRole("columnheader", { name, exact: true });
    await expect.poll(() => head("Name").getAttribute("aria-sort")).toBeNull();
    await head("Name").getByRole("button").click();
    await firstNamed(page, "Aardvark");
    await expect.poll(() => head("Name").getAttribute("aria-sort")).toBe("ascending");
    expect(new URL(page.url()).search).toBe("?sort=name");
    await page.keyboard.press("Enter");
    await firstNamed(page, "Zebra");
    await expect.poll(() => head("Name").getAttribute("aria-sort")).toBe("descending");
    await page.reload();
    await firstNamed(page, "Zebra");
    await head("Expires").getByRole("button").focus();
    await page.keyboard.press("Space");
    await firstNamed(page, "Aardvark");
    await expect.poll(() => head("Expires").getAttribute("aria-sort")).toBe("ascending");
    await expect.poll(() => head("Name").getAttribute("aria-sort")).toBeNull();
    await page.keyboard.press("Space");
    await page.keyboard.press("Space");
    await page.waitForURL((url) => url.search === "");
  });

  it("has a control of its own on a narrow screen", async () => {
    const page = await openList("", { viewport: { width: 375, height: 800 } });
    await choose(page, "Order", "Names from Z to A");
    await firstNamed(page, "Zebra");
    expect(new URL(page.url()).search).toBe("?sort=-name");
    await expect.poll(() => page.getByRole("columnheader").getByRole("button").count()).toBe(0);
  });
});

describe("keys that were never used", () => {
  it("are found, and leave with their first request", async () => {
    const { token } = await aKey("Unsent");
    const page = await openList();
    await choose(page, "Needs attention", "Never used");
    await rowOf(page, "Unsent").waitFor();
    await getUser(server, token);
    await page.reload();
    await rowOf(page, "Lasting").waitFor();
    await expect.poll(() => rowOf(page, "Unsent").count()).toBe(0);
    expect(new URL(page.url()).search).toBe("?attention=never_used");
  });
});

describe("the file of the keys", () => {
  it("has those that the filters show, of all pages, with no secret and no formula", async () => {
    const tokens = [];
    for (let i = 0; i < 25; i += 1) tokens.push((await aKey(`Sheet ${i}`)).token);
    await aKey("=HYPERLINK(1) of a sheet", { note: "two\nlines" });
    const page = await openList("?q=sheet&sort=name");
    await page.getByRole("button", { name: "Load more" }).waitFor();
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export CSV" }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toMatch(/^api-keys-\d{4}-\d\d-\d\d\.csv$/);
    const text = await readFile(await file.path(), "utf8");
    const [head, first, ...lines] = text.split("\r\n");
    expect(head).toMatch(/^id,name,note,environment,status,/);
    expect(first).toMatch(/^key_\w+,'=HYPERLINK\(1\) of a sheet,"two\nlines",live,active,/);
    expect(lines.filter((line) => line.includes("Sheet "))).toHaveLength(25);
    expect(text).toContain(",olivia@example.com,");
    expect(tokens.filter((token) => text.includes(token.split(".")[1] ?? ""))).toEqual([]);
    await page.getByText("26 keys exported").waitFor();
    const { items } = await dashboard.audit.list.query({ organizationId, action: "key.list_exported" });
    expect(items).toMatchObject([{ after: { format: "csv", search: "sheet", sort: "name" } }]);
  });
});

describe("several keys at once", () => {
  it("are revoked after one confirmation that names them and says how many are in use", async () => {
    const { token } = await aKey("Busy");
    await aKey("Idle");
    await getUser(server, token);
    const page = await openList();
    await select(page, "Busy", "Idle");
    // Nobody who only looks pays for the dialog.
    const loaded = page.waitForRequest((request) => request.resourceType() === "script");
    await page.getByRole("button", { name: "Revoke selected" }).click();
    await loaded;
    const dialog = page.getByRole("dialog", { name: "Revoke 2 keys?" });
    await dialog.getByText("1 of them was used in the last 24 hours.").waitFor();
    await dialog
      .getByText(/1 request since .* would have been refused, the last one (?:just now|1 minute ago)/)
      .waitFor();
    const names = await dialog.getByRole("list", { name: "Selected keys" }).getByRole("listitem").all();
    expect(names).toHaveLength(2);
    await choose(page, "Reason", "Nobody uses it any more");
    await dialog.getByRole("button", { name: "Revoke 2 keys for good" }).click();
    await dialog.getByText("Type 2.").waitFor();
    await screenshot(page, "key-list-revoke", { windowOnly: true });
    await dialog.getByLabel("Type the number of keys to confirm").fill("2");
    await dialog.getByRole("button", { name: "Revoke 2 keys for good" }).click();
    await page.getByText("2 keys are revoked: they are refused from now on").waitFor();
    await rowOf(page, "Busy").waitFor({ state: "detached" });
    expect((await getUser(server, token)).status).toBe(401);
    await page.getByRole("checkbox", { name: "Select all" }).waitFor();
  });

  it("are handed over to a member who can hold them", async () => {
    await aKey("First");
    await aKey("Second");
    const page = await openList();
    await select(page, "First", "Second");
    await page.getByRole("button", { name: "Hand over selected" }).click();
    const dialog = page.getByRole("dialog", { name: "Hand over 2 keys?" });
    await dialog.getByRole("combobox", { name: "New responsible member" }).click();
    await expect.poll(() => page.getByRole("option", { name: /Vera/ }).count()).toBe(0);
    await page.getByRole("option", { name: "Max (Member)" }).click();
    await screenshot(page, "key-list-hand-over", { windowOnly: true });
    await dialog.getByRole("button", { name: "Hand over 2 keys" }).click();
    await page.getByText("2 keys are handed over").waitFor();
    await choose(page, "Responsible member", "Max");
    await rowOf(page, "Lasting").waitFor({ state: "detached" });
    await rowOf(page, "First").waitFor();
    await rowOf(page, "Second").waitFor();
  });

  it("can be chosen by keyboard, all of them, and by nobody who only looks", async () => {
    const page = await openList();
    await rowOf(page, "First").waitFor();
    const all = page.getByRole("checkbox", { name: "Select all" });
    await all.focus();
    await page.keyboard.press("Space");
    await page.getByText(/^\d+ selected$/).waitFor();
    await page.keyboard.press("Space");
    await all.waitFor();
    const watching = await openList("", { as: viewer });
    await rowOf(watching, "First").waitFor();
    await expect.poll(() => watching.getByRole("checkbox").count()).toBe(0);
  });
});

it("its filters wait behind a button on a phone, which says how many are in use", async () => {
  await aKey("Behind filters");
  const page = await openList("", { viewport: { width: 375, height: 800 } });
  const status = page.getByRole("search").getByRole("combobox", { name: "Status" });
  expect(await status.isVisible()).toBe(false);
  await page.getByRole("button", { name: "Filters", exact: true }).click();
  await choose(page, "Status", "All");
  await page.getByRole("button", { name: "Filters (1 in use)", expanded: true }).click();
  await status.waitFor({ state: "hidden" });
  expect(new URL(page.url()).search).toBe("?status=all");
});

it("its filters have room for what they say, on a phone and in Danish", async () => {
  const phone = { width: 375, height: 800 };
  for (const [search, look] of [
    ["", { viewport: phone }],
    ["", { viewport: phone, locale: "da-DK" }],
    ["?attention=curtailed&sort=expiresAt", { viewport: phone, locale: "da-DK" }],
    ["?attention=curtailed", { locale: "da-DK" }],
  ] as const) {
    const page = await openList(search, look);
    const filters = page.getByRole("search").getByRole("combobox");
    if ("viewport" in look) await page.getByRole("search").getByRole("button", { name: /^Filt/ }).click();
    await filters.last().waitFor();
    const cut = await filters.evaluateAll((inputs) =>
      inputs
        .filter((input) => input.scrollWidth > input.clientWidth)
        .map((input) => (input as HTMLInputElement).value),
    );
    expect(cut, search).toEqual([]);
  }
});

it("looks as it should: light, dark, narrow", async () => {
  for (const [name, look] of [
    ["light", {}],
    ["dark", { colorScheme: "dark" }],
    ["375", { viewport: { width: 375, height: 800 } }],
    ["da", { locale: "da-DK" }],
  ] as const) {
    const page = await openList("?sort=expiresAt", look);
    await page.getByRole("checkbox").nth(1).check();
    await screenshot(page, `key-list-${name}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
});
