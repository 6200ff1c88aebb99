import type { Page } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { axeFindings } from "./harness/axe.ts";
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
import { withDatabase } from "./harness/database.ts";
import { takeToken } from "./harness/secret-dialog.ts";
import { startServer, type RunningServer } from "./harness/server.ts";
import { countRequests } from "./harness/usage.ts";

const hour = 3_600_000;
const day = 24 * hour;

let server: RunningServer;
let operator: SessionCookie;
let dashboard: Dashboard;
let organizationId: `org_${string}`;

beforeAll(async () => {
  server = await startServer({ env: unattended });
  operator = await signIn(server);
  dashboard = dashboardOf(server, operator);
});

// Each test has an organization of its own.
beforeEach(async () => {
  organizationId = (await dashboard.organizations.create.mutate({ name: "Acme" })).id;
  await dashboard.instance.changePlan.mutate({ organizationId, plan: "enterprise" });
});

async function aKey(name: string, rest: object = {}, by = dashboard) {
  const issued = await by.keys.issue.mutate({ organizationId, key: { name, environment: "live", ...rest } });
  return { ...issued, publicKeyId: issued.key.secrets[0]?.publicKeyId ?? "" };
}

/** A key that was made years ago, and that nobody has used since. */
function anOldKey(name: string): void {
  withDatabase(server, (database) => {
    // Ids are in the order of time.
    const id = `key_000${organizationId.slice(-8)}${name.replaceAll(/\W/g, "")}`.padEnd(26, "0");
    const named = { name, id, organizationId, at: Date.now() - 200 * day };
    database
      .prepare(
        `insert into api_key (id, organization_id, name, name_folded, environment, scopes, addresses,
           responsible_member_id, created_at, created_by_type, created_by_label)
         select @id, @organizationId, @name, lower(@name), 'live', '[]', '[]', id, @at, 'system', 'test'
         from member where organization_id = @organizationId and role = 'owner'`,
      )
      .run(named);
    database
      .prepare(
        `insert into key_secret (public_key_id, organization_id, key_id, hash, hint, created_at)
         values (@id, @organizationId, @id, zeroblob(32), 'abcd', @at)`,
      )
      .run(named);
  });
}

const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();

async function openHome({ cookie = operator, ...options }: PageOptions = {}): Promise<Page> {
  const page = await newPage(await openBrowser(), { origin: server.origin, cookie, ...options });
  await page.goto(`/o/${organizationId}`);
  await page.getByRole("heading", { name: options.locale ? "Hjem" : "Home", exact: true }).waitFor();
  return page;
}

const needs = (page: Page) => page.getByRole("region", { name: "What needs you" });
const toHome = (page: Page) => page.getByRole("link", { name: "Home", exact: true }).click();
/** By the keyboard. */
const follow = (page: Page, action: string) =>
  page.getByRole("link", { name: action, exact: true }).press("Enter");

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole("combobox", { name: label, exact: true }).click();
  await page.getByRole("option", { name: option }).click();
}

/** Keys of which each waits for something else. */
async function everyNeed(): Promise<void> {
  const people = { organizationId, role: "admin" } as const;
  const ada = await signIn(server, await addMember(dashboard, { ...people, name: "Ada", email: anEmail() }));
  await aKey("Nightly export", {}, dashboardOf(server, ada));
  const members = await dashboard.members.list.query({ organizationId });
  const memberId = members.find(({ name }) => name === "Ada")?.id ?? "mem_";
  await dashboard.members.changeRole.mutate({ organizationId, memberId, role: "member" });

  const { token } = await aKey("Widget");
  await fetch(server.url("/v1/user"), {
    headers: { authorization: `Bearer ${token}`, origin: "https://shop.example" },
  });
  await aKey("Season campaign", { expiresAt: inDays(9) });
  const { key, publicKeyId: replaces } = await aKey("Moved");
  const rotation = { overlapSeconds: 86_400, replaces };
  await dashboard.keys.rotate.mutate({ organizationId, keyId: key.id, rotation });
  anOldKey("Old job");
}

let people = 0;
const anEmail = () => `person${(people += 1)}@example.com`;

describe("what needs somebody", () => {
  it("is settled by following each line", async () => {
    await everyNeed();
    const page = await openHome();
    await needs(page).getByText("Not used for 90 days").waitFor();
    const groups = await needs(page).getByRole("heading", { level: 3 }).allInnerTexts();
    expect(groups).toEqual([
      "A secret leaked",
      "Less than was granted",
      "Expires within 14 days",
      "Rotation safe to end",
      "Not used for 90 days",
    ]);
    await screenshot(page, "home");
    const dark = await openHome({ colorScheme: "dark" });
    await needs(dark).getByText("Not used for 90 days").waitFor();
    for (const look of [page, dark]) expect(await axeFindings(look)).toEqual([]);

    await follow(page, "Rotate: Widget");
    await page.getByRole("button", { name: "Rotate key" }).click();
    await takeToken(page);
    await toHome(page);
    await needs(page).getByText("A secret leaked").waitFor({ state: "detached" });

    await needs(page).getByText("Ada's role lacks billing:read, keys:read, keys:write").waitFor();
    await follow(page, "Hand over: Nightly export");
    // The form begins with what the line is about.
    await page
      .locator(":focus")
      .and(page.getByRole("combobox", { name: "Responsible member" }))
      .waitFor();
    await choose(page, "Responsible member", /Operator/);
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await toHome(page);
    await needs(page).getByText("Less than was granted").waitFor({ state: "detached" });

    await follow(page, "Change expiry: Season campaign");
    await page
      .locator(":focus")
      .and(page.getByRole("combobox", { name: "Expiry", exact: true }))
      .waitFor();
    await choose(page, "Expiry", "Never");
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await toHome(page);
    await needs(page).getByText("Expires within 14 days").waitFor({ state: "detached" });

    await follow(page, "End overlap: Moved");
    await page.getByRole("dialog").getByText("The old secret was never used").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "End overlap" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await toHome(page);
    await needs(page).getByText("Rotation safe to end").waitFor({ state: "detached" });

    await follow(page, "Revoke: Old job");
    await choose(page, "Reason", "Nobody uses it any more");
    await page.getByRole("button", { name: "Revoke for good" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await toHome(page);
    await needs(page).getByRole("heading", { name: "Nothing needs you" }).waitFor();
  });

  it("leads to the one who can: a member is told of their own keys, a viewer of none", async () => {
    const invited = { organizationId, name: "Max", email: anEmail(), role: "member" } as const;
    const max = await signIn(server, await addMember(dashboard, invited));
    const viewer = { organizationId, name: "Vera", email: anEmail(), role: "viewer" } as const;
    const vera = await signIn(server, await addMember(dashboard, viewer));
    await aKey("The owner's", { expiresAt: inDays(3) });
    const { token } = await aKey("Max's own", { expiresAt: inDays(4) }, dashboardOf(server, max));
    await getUser(server, token);

    const his = await openHome({ cookie: max });
    await needs(his).getByText("Max's own").waitFor();
    await expect.poll(() => needs(his).getByText("The owner's").count()).toBe(0);
    // He cannot let it live longer.
    await follow(his, "Issue a successor: Max's own");
    await his.getByRole("dialog", { name: "Issue API key" }).waitFor();

    const hers = await openHome({ cookie: vera });
    await needs(hers)
      .getByText(/^Viewers look/)
      .waitFor();
  });

  it("is counted and cut short, with the way to all of it", async () => {
    for (let i = 1; i <= 7; i += 1) await aKey(`Soon over ${i}`, { expiresAt: inDays(i) });
    const page = await openHome();
    await needs(page).getByText("7 keys").waitFor();
    await expect.poll(() => needs(page).getByRole("listitem").count()).toBe(5);
    await follow(page, "Show all 7");
    const rows = page.getByRole("table", { name: "API keys" }).getByRole("row");
    await rows.filter({ hasText: "Soon over 7" }).waitFor();
    await expect.poll(() => rows.count()).toBe(8);

    for (let i = 1; i <= 6; i += 1) anOldKey(`Old job ${i}`);
    await page.goto(`/o/${organizationId}`);
    await follow(page, "Show all 6");
    await rows.filter({ hasText: "Old job 1" }).waitFor();
    await expect.poll(() => rows.count()).toBe(7);
    await expect
      .poll(() => page.getByRole("combobox", { name: "Needs attention" }).inputValue())
      .toBe("Not used for 90 days");
  });

  it("is nothing, and says what it would be", async () => {
    const { token } = await aKey("Fine");
    await getUser(server, token);
    const page = await openHome();
    await needs(page).getByRole("heading", { name: "Nothing needs you" }).waitFor();
    await expect
      .poll(() => needs(page).innerText())
      .toMatch(/when a secret leaks, a key expires within 14 days/);
  });
});

describe("the figures", () => {
  it("tell keys, requests and their trend, the fullest minute, and errors by cause", async () => {
    const { key, publicKeyId, token } = await aKey("Shop");
    const requests = { organizationId, keyId: key.id, publicKeyId };
    const now = Date.now();
    countRequests(server, [
      { ...requests, at: now - 3 * day, requests: 1_200 },
      { ...requests, at: now - 40 * day, requests: 1_000 },
      { ...requests, at: now - 2 * day, requests: 30, statusClass: 4, cause: "validation_failed" },
      { ...requests, at: now - 2 * day, requests: 70, statusClass: 4, cause: "rate_limited", refused: true },
    ]);
    for (let i = 0; i < 3; i += 1) await getUser(server, token);
    const page = await openHome();
    const figures = page.locator("dl").filter({ hasText: "API keys in use" });
    await figures.getByText("1,303").waitFor();
    await expect.poll(() => figures.innerText()).toMatch(/1\s+The Enterprise plan allows any number/);
    await figures.getByText("+30%").waitFor();
    await page.reload();
    await figures.getByText("3 of 6,000").waitFor();
    await expect.poll(() => figures.innerText()).toMatch(/Reached today at \d\d:\d\d/);

    const errors = page.getByRole("table", { name: /answered with a problem/ }).getByRole("row");
    await expect.poll(() => errors.nth(1).innerText()).toMatch(/Too many requests\s+70\s+70%/);
    await expect.poll(() => errors.nth(2).innerText()).toMatch(/Input not acceptable\s+30\s+30%/);
    expect(
      await errors
        .nth(1)
        .getByRole("link", { name: /What to do/ })
        .getAttribute("href"),
    ).toBe("/docs/errors#rate_limited");
    await errors.nth(1).getByRole("link", { name: "Too many requests", exact: true }).click();
    await page.getByRole("table", { name: "Requests by problem" }).waitFor();
    expect(new URL(page.url()).search).toBe("?by=cause");
  });

  it("are told for the last day too, and the address keeps it", async () => {
    const { key, publicKeyId } = await aKey("Shop");
    const requests = { organizationId, keyId: key.id, publicKeyId, requests: 5 };
    countRequests(server, [{ ...requests, at: Date.now() - 3 * day }]);
    const page = await openHome();
    await page.getByText("24 hours", { exact: true }).click();
    await page.getByRole("heading", { name: "No requests in 24 hours" }).waitFor();
    await page.getByText("Every request of the last 24 hours got what it asked for.").waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Show 30 days" }).click();
    await page.getByRole("figure", { name: "Requests over time" }).waitFor();
    expect(new URL(page.url()).search).toBe("");
  });
});

it("leads a new organization to its first key and its first request", async () => {
  const page = await openHome();
  await page.getByRole("heading", { name: "From the first key to the first request" }).waitFor();
  await screenshot(page, "home-first");
  await follow(page, "Issue the first key");
  const dialog = page.getByRole("dialog", { name: "Issue API key" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Shop");
  await dialog.getByRole("button", { name: "Issue key" }).click();
  const token = await takeToken(page);
  await toHome(page);
  await page.getByText("Done: there is a key.").waitFor();
  await getUser(server, token);
  await page.reload();
  await page.getByRole("heading", { name: "Nothing needs you" }).waitFor();
  await expect.poll(() => page.getByText("From the first key").count()).toBe(0);
});

it("does not move while it loads, and fits a phone", async () => {
  await everyNeed();
  const { token } = await aKey("Shop");
  await getUser(server, token);
  const page = await openHome({
    viewport: { width: 375, height: 800 },
    locale: "da-DK",
    colorScheme: "dark",
  });
  await page.getByRole("heading", { name: "En hemmelighed er lækket" }).waitFor();
  await screenshot(page, "home-narrow-da-dark");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  for (const viewport of [
    { width: 375, height: 800 },
    { width: 1280, height: 800 },
  ]) {
    const fresh = await newPage(await openBrowser(), { origin: server.origin, cookie: operator, viewport });
    await fresh.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push("value" in entry ? Number(entry.value) : 0);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await fresh.goto(`/o/${organizationId}`);
    await fresh.getByRole("figure", { name: "Requests over time" }).waitFor();
    await fresh.waitForLoadState("networkidle");
    const moved = await fresh.evaluate(() =>
      ("shifts" in window && Array.isArray(window.shifts) ? window.shifts : [1]).reduce(
        (sum, one) => sum + one,
        0,
      ),
    );
    expect(moved).toBeLessThan(0.02);
  }
});
