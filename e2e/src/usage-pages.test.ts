import { readFileSync } from "node:fs";
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
import { tabTo } from "./harness/keyboard.ts";
import { startServer, type RunningServer } from "./harness/server.ts";
import { ageOrganization, countRequests } from "./harness/usage.ts";

const day = 86_400_000;

let server: RunningServer;
let cookie: SessionCookie;
let viewer: SessionCookie;
let dashboard: Dashboard;
let organizationId: `org_${string}`;

const pageAt = (part: string) => `/o/${organizationId}/${part}`;

const openPage = async (as = cookie, viewport = { width: 1280, height: 900 }) =>
  newPage(await openBrowser(), { origin: server.origin, cookie: as, viewport });

/** Yesterday, far from both of its ends. */
const yesterday = () => Math.floor(Date.now() / day) * day - day / 2;

async function aKey(name: string, environment: "live" | "test" = "live") {
  const { key, token } = await dashboard.keys.issue.mutate({ organizationId, key: { name, environment } });
  return {
    token,
    id: key.id,
    counted: { organizationId, keyId: key.id, publicKeyId: key.secrets[0]?.publicKeyId ?? "" },
  };
}

beforeAll(async () => {
  server = await startServer({ env: unattended });
  cookie = await signIn(server);
  dashboard = dashboardOf(server, cookie);
  organizationId = (await dashboard.organizations.create.mutate({ name: "Acme" })).id;
  const { email, password } = await addMember(dashboard, {
    organizationId,
    name: "Vera",
    email: "vera@example.com",
    role: "viewer",
  });
  viewer = await signIn(server, { email, password });
  const zapier = await aKey("Zapier");
  const formula = await aKey('=HYPERLINK("x"), "old"');
  const experiment = await aKey("Experiment", "test");
  ageOrganization(server, organizationId, Date.now() - 100 * day);
  countRequests(server, [
    { ...zapier.counted, at: yesterday(), requests: 1_500 },
    {
      ...zapier.counted,
      at: yesterday(),
      requests: 20,
      statusClass: 4,
      refused: true,
      cause: "rate_limited",
    },
    { ...zapier.counted, at: yesterday() - 2 * day, requests: 500, route: "POST /v1/products" },
    { ...zapier.counted, at: yesterday() - 40 * day, requests: 12_600 },
    { ...formula.counted, at: yesterday(), requests: 250 },
    { ...formula.counted, at: yesterday(), requests: 3, statusClass: 5 },
    // Before noon the last 24 hours would hold yesterday's, too.
    { ...experiment.counted, at: yesterday() - day, requests: 40, environment: "test" },
  ]);
  await dashboard.keys.revoke.mutate({
    organizationId,
    keyId: formula.id,
    revocation: { reason: "superseded" },
  });
  await getUser(server, zapier.token);
});

const figure = (page: Page, name: string) =>
  page.locator("dl", { hasText: "Served" }).locator("div", { hasText: name }).first();

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

describe("the usage page", () => {
  it("shows what was served, refused and failed, counting up to the last request, to every member", async () => {
    const page = await openPage(viewer);
    await page.goto(pageAt("settings/keys"));
    await page.getByRole("link", { name: "Usage" }).click();
    await page.getByRole("heading", { name: "Usage", level: 1 }).waitFor();
    await figure(page, "Served").getByText("2,291", { exact: true }).waitFor();
    await figure(page, "Refused").getByText("20", { exact: true }).waitFor();
    await figure(page, "Failed").getByText("3", { exact: true }).waitFor();
    await figure(page, "Served").getByText("%").waitFor();
    await page.getByText("Changes are against the 29 days before.").waitFor();
    await expect.poll(() => figure(page, "Served").innerText()).toContain("-82%");
  });

  it("keeps in its address what it shows, so that a link shows the same", async () => {
    const page = await openPage();
    await page.goto(pageAt("usage"));
    await choose(page, "Environment", "Test");
    await choose(page, "Told apart by", "API key");
    await choose(page, "Range", "7 days");
    await page
      .getByRole("table", { name: "Requests by API key" })
      .getByRole("link", { name: "Experiment" })
      .waitFor();
    expect(new URL(page.url()).search).toBe("?range=7d&environment=test&by=key");
    const another = await openPage(viewer);
    await another.goto(page.url());
    await figure(another, "Served").getByText("40", { exact: true }).waitFor();
    await choose(another, "Range", "From … to …");
    await another.getByLabel("From", { exact: true }).fill("2026-01-01");
    await another.waitForURL(/from=2026-01-01/);
    await choose(another, "Range", "12 months");
    await another.waitForURL((url) => !url.search.includes("from"));
  });

  it("names keys, links to them, marks revoked ones, and tells routes and statuses apart", async () => {
    const page = await openPage();
    await page.goto(pageAt("usage?by=key&environment=live"));
    const table = page.getByRole("table", { name: "Requests by API key" });
    const revoked = table.getByRole("row").filter({ hasText: "HYPERLINK" });
    await revoked.getByText("Revoked").waitFor();
    await expect.poll(() => revoked.getByRole("cell").nth(2).innerText()).toBe("250");
    await table.getByRole("link", { name: "Zapier" }).click();
    await page.getByRole("heading", { name: "Zapier" }).waitFor();
    await page.goto(pageAt("usage?by=route"));
    await page.getByRole("table", { name: "Requests by route" }).getByText("POST /v1/products").waitFor();
    await page.goto(pageAt("usage?by=status"));
    await page.getByRole("table", { name: "Requests by status" }).getByText("5xx").waitFor();
    await page.goto(pageAt("usage?by=cause"));
    const problems = page.getByRole("table", { name: "Requests by problem" });
    const throttled = problems.getByRole("row", { name: /Too many requests/ });
    await expect.poll(() => throttled.getByRole("cell").nth(3).innerText()).toBe("20");
    await problems.getByText("No problem").waitFor();
  });

  it("exports what it shows, and no spreadsheet runs a key's name", async () => {
    const page = await openPage();
    await page.goto(pageAt("usage?by=key&environment=live"));
    await page.getByRole("table", { name: "Requests by API key" }).waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export as CSV" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^usage-[\d-]+-to-[\d-]+-by-key\.csv$/);
    const text = readFileSync(await file.path(), "utf8");
    expect(text).toMatch(/^start,key,name,served,refused,failed\r\n/);
    expect(text).toContain(`,"'=HYPERLINK(""x""), ""old""",250,0,3\r\n`);
  });

  it("teaches where there is nothing yet, and offers a way on", async () => {
    const page = await openPage();
    await page.goto(pageAt("usage?range=24h&environment=test"));
    await page.getByRole("heading", { name: "No requests in this range" }).waitFor();
    await page.getByRole("button", { name: "Show 12 months" }).click();
    await figure(page, "Served").getByText("40", { exact: true }).waitFor();
    const read = page.getByRole("link", { name: /What is counted/ });
    await expect.poll(() => read.getAttribute("href")).toBe("/docs/usage-and-billing");
  });
});

describe("the chart", () => {
  it("says its figures by keyboard, and hides them again", async () => {
    const page = await openPage();
    await page.goto(pageAt("usage?range=7d&environment=live"));
    const slider = page.getByRole("slider", { name: /^Requests over time/ });
    await tabTo(page, slider);
    const tip = page.locator("figure").getByText("1,500", { exact: true });
    await page.keyboard.press("ArrowLeft");
    await expect
      .poll(() => slider.getAttribute("aria-valuetext"))
      .toMatch(/: 1,773 in total, Served 1,750, Refused 20, Failed 3$/);
    await page.locator("figure p", { hasText: "Served" }).getByText("1,750").waitFor();
    await page.keyboard.press("Escape");
    await page.locator("figure p", { hasText: "Served" }).waitFor({ state: "detached" });
    await expect.poll(() => tip.count()).toBe(0);
    await page.keyboard.press("Home");
    await expect.poll(() => slider.getAttribute("aria-valuetext")).toMatch(/: 0 in total$/);
  });

  it("shows its figures under a finger, and keeps them until something else is touched", async () => {
    const browser = await openBrowser();
    const context = await browser.newContext({
      baseURL: server.origin,
      hasTouch: true,
      isMobile: true,
      viewport: { width: 375, height: 800 },
    });
    await context.addCookies([{ ...cookie }]);
    const page = await context.newPage();
    await page.goto(pageAt("usage?range=7d&environment=live"));
    const bars = page.getByRole("slider").locator("..");
    await bars.scrollIntoViewIfNeeded();
    const box = await bars.boundingBox();
    if (box === null) throw new Error("The bars are not shown.");
    await page.touchscreen.tap(box.x + (box.width * 5.5) / 7, box.y + 60);
    const line = page.locator("figure p", { hasText: "Served" });
    await line.getByText("1,750").waitFor();
    await page.getByRole("heading", { name: "Usage", level: 1 }).tap();
    await line.waitFor({ state: "detached" });
    await expect.poll(() => page.getByRole("slider").count()).toBe(1);
    await context.close();
  });

  it("is a table, too: for screen readers always, for everybody at a switch that the address keeps", async () => {
    const page = await openPage();
    await page.goto(pageAt("usage?range=7d&environment=live"));
    const table = page.getByRole("table", { name: "Requests over time" });
    await table.waitFor({ state: "attached" });
    await expect.poll(() => table.getByRole("row").count()).toBe(8);
    await page.getByText("Table", { exact: true }).click();
    await page.waitForURL(/view=table/);
    await expect.poll(() => page.getByRole("slider").count()).toBe(0);
    await page.reload();
    await table.getByRole("row").filter({ hasText: "1,750" }).waitFor();
  });

  it("comes by itself, without moving anything, and is not in what is loaded first", async () => {
    const page = await openPage();
    await page.addInitScript(() => {
      Object.assign(window, { shifted: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          Object.assign(window, { shifted: Reflect.get(window, "shifted") + Reflect.get(entry, "value") });
      }).observe({ type: "layout-shift", buffered: true });
    });
    const scripts: string[] = [];
    page.on("request", (request) => scripts.push(request.url()));
    await page.goto(pageAt("settings/keys"));
    await page.getByRole("link", { name: "Zapier" }).waitFor();
    expect(scripts.filter((url) => /stacked-bars/.test(url))).toEqual([]);
    await page.goto(pageAt("usage"));
    await page.getByRole("slider").waitFor();
    await page.waitForLoadState("networkidle");
    expect(scripts.some((url) => /stacked-bars/.test(url))).toBe(true);
    expect(await page.evaluate(() => Reflect.get(window, "shifted"))).toBeLessThan(0.02);
  });
});

describe("the billing page", () => {
  it("shows the running month, where it is heading, and the bills of those that are over", async () => {
    const page = await openPage();
    await page.goto(pageAt("usage"));
    await page.getByRole("link", { name: "Billing" }).click();
    await page.getByRole("heading", { name: "Billing", level: 1 }).waitFor();
    // In the first days of a month the forecast leaps.
    await page.getByText(/^At this rate \w+ will cost (?:about )?€\d+\.\d\d: .*[\d,]+ requests, /).waitFor();
    await page.getByText(/^[\d,]+ of 10,000 included requests are used\./).waitFor();
    const statements = page.getByRole("table", { name: "Statements" });
    const busy = statements.getByRole("row").filter({ hasText: "12,600" });
    await expect.poll(() => busy.getByRole("cell").nth(3).innerText()).toBe("€2.60");

    await busy.getByRole("link").click();
    await page.getByRole("heading", { name: /^Statement of / }).waitFor();
    const lines = page.getByRole("table", { name: "What it costs" });
    await lines.getByText("2,600 live requests at €1.00 per 1,000").waitFor();
    await expect.poll(() => lines.getByRole("row").last().innerText()).toMatch(/Total\s+€2\.60/);
  });

  it("prints a statement in dark letters on white, without what is around it", async () => {
    const page = await newPage(await openBrowser(), { origin: server.origin, cookie, colorScheme: "dark" });
    await page.goto(pageAt("billing"));
    await page.getByRole("row").filter({ hasText: "12,600" }).getByRole("link").click();
    await page.getByRole("table", { name: "What it costs" }).waitFor();
    await page.evaluate(() =>
      Object.assign(window, { print: () => Object.assign(window, { printed: true }) }),
    );
    await page.getByRole("button", { name: "Print" }).click();
    expect(await page.evaluate(() => Reflect.get(window, "printed"))).toBe(true);

    await page.emulateMedia({ media: "print" });
    for (const part of [
      page.getByRole("navigation", { name: "Settings" }),
      page.getByRole("button", { name: "Print" }),
      page.getByRole("link", { name: "Billing" }).last(),
    ]) {
      await expect.poll(() => part.isVisible()).toBe(false);
    }
    await expect.poll(() => page.getByText("Acme", { exact: true }).last().isVisible()).toBe(true);
    const colours = () =>
      page.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.querySelector("main") ?? document.body);
        return [backgroundColor, color];
      });
    await expect.poll(colours).toEqual(["rgb(255, 255, 255)", "rgb(22, 27, 31)"]);
    await screenshot(page, "statement-printed");
  });

  it("tells members and viewers why they see no bills, and where they see what was counted", async () => {
    const page = await openPage(viewer);
    await page.goto(pageAt("billing"));
    await page.getByRole("heading", { name: "For owners and admins" }).waitFor();
    await expect
      .poll(() => page.getByRole("navigation").getByRole("link", { name: "Billing" }).count())
      .toBe(0);
    await page.getByRole("link", { name: "Go to usage" }).click();
    await page.getByRole("heading", { name: "Usage", level: 1 }).waitFor();
    const month = new Date().toISOString().slice(0, 7);
    await page.goto(pageAt(`billing/${month}`));
    await page.getByRole("heading", { name: "For owners and admins" }).waitFor();
  });

  it("teaches in the first month, and says what a month is that has no statement", async () => {
    const { id } = await dashboard.organizations.create.mutate({ name: "Globex" });
    const page = await openPage();
    await page.goto(`/o/${id}/billing`);
    await page
      .getByText(/^No live request has come in \w+ yet\. As it stands, the month costs €0\.00\.$/)
      .waitFor();
    await page.getByRole("heading", { name: "No month is over yet" }).waitFor();
    await page.goto(`/o/${id}/billing/${new Date().toISOString().slice(0, 7)}`);
    await page.getByText("This statement cannot be shown").waitFor();
    await page.getByRole("main").getByRole("link", { name: "Billing" }).click();
    const statements = page.getByRole("heading", { name: "Statements" });
    await statements.waitFor();
    await expect.poll(() => statements.count()).toBe(1);
  });
});
