import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { newPage, openBrowser, screenshot } from "./harness/browser.ts";
import {
  addMember,
  dashboardOf,
  signIn,
  unattended,
  type Dashboard,
  type SessionCookie,
} from "./harness/dashboard.ts";
import { holdsFocus, tabTo, waitForFocus } from "./harness/keyboard.ts";
import { startServer, type RunningServer } from "./harness/server.ts";

let server: RunningServer;
let cookie: SessionCookie;
let dashboard: Dashboard;
let organizationId: `org_${string}`;

const settings = (page: string) => `/o/${organizationId}/settings/${page}`;
const field = (page: Page) => page.getByRole("combobox", { name: "Search pages, keys and commands" });
const option = (page: Page, name: string | RegExp) => page.getByRole("option", { name });

/** What Enter would choose, as the field tells assistive technology. */
async function activeOption(page: Page): Promise<string> {
  const id = await field(page).getAttribute("aria-activedescendant");
  return page.locator(`[id="${id}"]`).innerText();
}

async function openPage(path: string, as = cookie): Promise<Page> {
  const page = await newPage(await openBrowser(), { origin: server.origin, cookie: as });
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

async function openPalette(page: Page, text = ""): Promise<void> {
  await page.keyboard.press("Control+k");
  await waitForFocus(field(page));
  await page.keyboard.type(text);
}

async function go(page: Page, text: string): Promise<void> {
  await openPalette(page, text);
  await option(page, new RegExp(text, "i")).first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Go to anything" }).waitFor({ state: "detached" });
}

beforeAll(async () => {
  server = await startServer({ env: unattended });
  cookie = await signIn(server);
  dashboard = dashboardOf(server, cookie);
  organizationId = (await dashboard.organizations.create.mutate({ name: "Acme" })).id;
  await dashboard.organizations.create.mutate({ name: "Globex" });
});

it("leads to every page by the keyboard alone, and begins there at its content", async () => {
  const page = await openPage(settings("keys"));
  for (const [name, heading] of [
    ["Home", "Home"],
    ["Usage", "Usage"],
    ["Billing", "Billing"],
    ["Members", "Members"],
    ["Audit log", "Audit log"],
    ["Your account", "Your account"],
    ["Instance", "Instance"],
    ["API keys", "API keys"],
  ] as const) {
    await go(page, name);
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    await waitForFocus(page.locator("#main"));
  }
  // What was used last leads, the latest first.
  await openPalette(page);
  const first = page.getByRole("group", { name: "Recent" }).getByRole("option");
  await expect
    .poll(() => first.allInnerTexts())
    .toEqual(["API keys", "Instance", "Your account", "Audit log", "Members"]);
  expect(await activeOption(page)).toBe("API keys");
});

it("is opened by a button that teaches the shortcut, and closed to where one was", async () => {
  const page = await openPage(settings("members"));
  const button = page.getByRole("button", { name: /^Search or go to/ });
  await expect.poll(() => button.getAttribute("aria-keyshortcuts")).toBe("Control+K");
  await tabTo(page, button);
  await page.keyboard.press("Enter");
  await waitForFocus(field(page));
  await page.keyboard.press("ArrowUp");
  const last = await activeOption(page);
  await page.keyboard.press("ArrowDown");
  expect(await activeOption(page)).not.toBe(last);
  expect(await holdsFocus(field(page))).toBe(true);
  await page.keyboard.press("Escape");
  await waitForFocus(button);

  // A dialog may hold the only copy of a token.
  await page.getByRole("button", { name: "Invite member" }).click();
  await page.getByRole("dialog", { name: "Invite to Acme" }).waitFor();
  await page.keyboard.press("Control+k");
  await expect.poll(() => page.getByRole("dialog").count()).toBe(1);
});

it("finds a key by its name and by its token, of which only the public part leaves the field", async () => {
  const key = { name: "Warehouse sync", environment: "live" } as const;
  const { token, key: issued } = await dashboard.keys.issue.mutate({ organizationId, key });
  const page = await openPage(settings("members"));
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.postData() ?? ""));

  await go(page, "Warehouse");
  await page.getByRole("heading", { name: "Warehouse sync" }).waitFor();

  await openPalette(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), token);
  await page.keyboard.press("Control+v");
  await expect.poll(() => field(page).inputValue()).toBe(issued.secrets[0]?.publicKeyId);
  await option(page, "Warehouse sync").waitFor();
  expect(sent.join("\n")).not.toContain(token.split(".")[1]);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("Warehouse");

  await page.keyboard.press("Control+a");
  await page.keyboard.type("2f1d9c1e-7a53-4a53-9a35-0d9b6f1f1f11");
  expect(await activeOption(page)).toBe("Explain why 2f1d9c1e-7a53-4a53-9a35-0d9b6f1f1f11 was refused");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("no such thing");
  await page.getByText("Nothing fits “no such thing”.").waitFor();
  await expect.poll(() => option(page, /./).count()).toBe(0);
});

it("issues a key, switches the organization, the theme, the language and the environment", async () => {
  const page = await openPage(settings("members"));
  await go(page, "Issue an API key");
  await page.getByRole("dialog", { name: "Issue API key" }).waitFor();
  await waitForFocus(page.getByRole("dialog"));
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await go(page, "Environment: Test");
  await page.waitForURL(/environment=test/);
  await go(page, "Usage");
  await page.waitForURL(/usage\?environment=test/);
  await go(page, "Environment: live and test");
  await page.waitForURL((url) => url.search === "");

  await go(page, "Theme: Dark");
  const scheme = () => page.locator("html").getAttribute("data-mantine-color-scheme");
  expect(await scheme()).toBe("dark");
  await page.reload();
  await page.getByRole("heading", { name: "Usage" }).waitFor();
  expect(await scheme()).toBe("dark");

  await go(page, "Globex");
  await page.getByRole("button", { name: "Organization: Globex, Owner. Switch" }).waitFor();
  await go(page, "Language: Dansk");
  await page.getByRole("button", { name: /^Søg eller gå til/ }).waitFor();
});

it("remembers the environment and the theme; an address that names an environment wins", async () => {
  const page = await openPage(settings("members"));
  await go(page, "Environment: Test");
  await page.waitForURL(/environment=test/);
  await page.goto("/");
  await page.getByRole("link", { name: "API keys", exact: true }).click();
  await page.waitForURL(/keys\?environment=test/);
  await page.getByRole("link", { name: "Usage" }).click();
  await page.waitForURL(/usage\?environment=test/);
  await page.goto(`${settings("keys")}?environment=live`);
  await page.getByRole("link", { name: "Usage" }).click();
  await page.waitForURL(/usage\?environment=live/);

  await go(page, "Theme: Dark");
  const shown = () =>
    page.evaluate(() =>
      [document.documentElement, document.body].map((element) => getComputedStyle(element).backgroundColor),
    );
  const dark = await shown();
  // What is painted first, while the code is on its way, is dark already.
  await page.route("**/assets/*.js", (route) => route.abort());
  await page.reload();
  expect(await shown()).toEqual(dark);
});

it("offers nobody what their role does not allow", async () => {
  const member = { organizationId, name: "Vera", email: "vera@example.com", role: "viewer" } as const;
  const page = await openPage(settings("keys"), await signIn(server, await addMember(dashboard, member)));
  await openPalette(page);
  const names = await option(page, /./).allInnerTexts();
  expect(names).toContain("Usage");
  for (const hidden of ["Billing", "Audit log", "Issue an API key", "Instance"])
    expect(names).not.toContain(hidden);
});

it.each([
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 375 },
] as const)("looks as it should in $colorScheme at $width px", async ({ colorScheme, width }) => {
  const browser = await openBrowser();
  const viewport = { width, height: 800 };
  const page = await newPage(browser, { origin: server.origin, cookie, colorScheme, viewport });
  await page.goto(settings("members"));
  await page.getByRole("heading", { name: "Members" }).waitFor();
  if (width < 500) {
    await page.getByRole("button", { name: "Open the navigation" }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Search or go to/ })
      .click();
    await waitForFocus(field(page));
  } else await openPalette(page);
  const palette = page.getByRole("dialog", { name: "Go to anything" });
  const before = await palette.boundingBox();
  await screenshot(page, `palette-${colorScheme}-${width}`, { windowOnly: true });
  await page.keyboard.type("ware");
  await option(page, "Warehouse sync").waitFor();
  const { height } = (await palette.boundingBox()) ?? {};
  expect(height, "as high as it was before").toBe(before?.height);
  await screenshot(page, `palette-found-${colorScheme}-${width}`, { windowOnly: true });
});
