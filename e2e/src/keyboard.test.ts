import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { newPage, openBrowser } from "./harness/browser.ts";
import {
  addMember,
  dashboardOf,
  getUser,
  operator,
  signIn,
  unattended,
  type Dashboard,
  type SessionCookie,
} from "./harness/dashboard.ts";
import { holdsFocus, press, tabTo, waitForFocus } from "./harness/keyboard.ts";
import { takeToken } from "./harness/secret-dialog.ts";
import { startServer, type RunningServer } from "./harness/server.ts";

let server: RunningServer;
let cookie: SessionCookie;
let dashboard: Dashboard;
let organizationId: `org_${string}`;

beforeAll(async () => {
  server = await startServer({ env: unattended });
  cookie = await signIn(server);
  dashboard = dashboardOf(server, cookie);
  organizationId = (await dashboard.organizations.create.mutate({ name: "Acme" })).id;
});

const issue = (name: string) =>
  dashboard.keys.issue.mutate({ organizationId, key: { name, environment: "live" } });

async function statusOf(token: string) {
  const answer = await getUser(server, token);
  return [answer.status, (await answer.json()).code];
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const dialogOf = (page: Page) => page.getByRole("dialog");
const isClosed = (page: Page) => dialogOf(page).waitFor({ state: "detached" });

const expectFocusInContent = (page: Page) => expect.poll(() => holdsFocus(page.getByRole("main"))).toBe(true);

/** Copies the token and closes its dialog, which Escape must not do. */
async function keepToken(page: Page): Promise<string> {
  await button(page, "Copy token").waitFor();
  await waitForFocus(dialogOf(page));
  await page.keyboard.press("Escape");
  await press(page, button(page, "Copy token"));
  await page.getByText("Copied token").waitFor({ state: "attached" });
  const token = await page.evaluate(() => navigator.clipboard.readText());
  await press(page, button(page, "I have stored it"));
  await isClosed(page);
  return token;
}

/** While it opens, a list takes no choice yet: whoever sees it still open marks and takes it again. */
async function takeMarked(page: Page, list: Locator, mark: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 5 && (await list.getAttribute("aria-expanded")) === "true"; tries += 1) {
    await mark();
    await page.keyboard.press("Enter");
    await page.waitForTimeout(250);
  }
}

async function chooseReason(page: Page): Promise<void> {
  const reason = dialogOf(page).getByRole("combobox", { name: "Reason" });
  await press(page, reason);
  await page.getByRole("option").first().waitFor();
  await takeMarked(page, reason, () => page.keyboard.press("ArrowDown"));
  await page.getByRole("option").first().waitFor({ state: "detached" });
}

it("the whole life of a key, with the keyboard alone", async () => {
  // With a list from the start: the button of an empty one goes when the first key comes.
  await issue("There before");
  const page = await newPage(await openBrowser(), { origin: server.origin });

  await page.goto("/sign-in");
  await waitForFocus(page.getByRole("textbox", { name: "E-mail address" }));
  await page.keyboard.type(operator.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(operator.password);
  await page.keyboard.press("Enter");

  await press(page, page.getByRole("link", { name: "API keys", exact: true }));
  const issueKey = button(page, "Issue API key");
  await press(page, issueKey);
  await waitForFocus(dialogOf(page));
  await page.keyboard.press("Escape");
  await isClosed(page);
  await waitForFocus(issueKey);

  await page.keyboard.press("Enter");
  await tabTo(page, dialogOf(page).getByRole("textbox", { name: "Name" }));
  await page.keyboard.type("Typed");
  await press(page, button(page, "Issue key"));
  const old = await keepToken(page);
  await waitForFocus(issueKey);
  expect(await statusOf(old)).toEqual([200, undefined]);

  await press(page, page.getByRole("link", { name: "Typed" }));
  const rotate = button(page, "Rotate");
  await press(page, rotate);
  await waitForFocus(dialogOf(page));
  await page.keyboard.press("Escape");
  await isClosed(page);
  await waitForFocus(rotate);
  await page.keyboard.press("Enter");
  await press(page, button(page, "Rotate key"));
  const current = await keepToken(page);
  await waitForFocus(rotate);
  expect(await statusOf(old)).toEqual([200, undefined]);
  expect(await statusOf(current)).toEqual([200, undefined]);

  const endOverlap = button(page, "End overlap now");
  await press(page, endOverlap);
  await waitForFocus(dialogOf(page));
  await page.keyboard.press("Escape");
  await isClosed(page);
  await waitForFocus(endOverlap);
  await page.keyboard.press("Enter");
  await press(page, button(page, "End overlap"));
  await isClosed(page);
  expect(await statusOf(old)).toEqual([401, "secret_retired"]);

  const revoke = button(page, "Revoke key");
  await press(page, revoke);
  await waitForFocus(dialogOf(page));
  await page.keyboard.press("Escape");
  await isClosed(page);
  await waitForFocus(revoke);
  await page.reload();
  await press(page, revoke);
  await chooseReason(page);
  // It was used a moment ago, so the dialog wants its name.
  await tabTo(page, dialogOf(page).getByRole("textbox", { name: /name to confirm/ }));
  await page.keyboard.type("Typed");
  await press(page, button(page, "Revoke for good"));
  await isClosed(page);
  expect(await statusOf(current)).toEqual([401, "key_revoked"]);
});

/** Opens a list by the keyboard and takes what begins with this. */
async function pick(page: Page, list: Locator, option: RegExp): Promise<void> {
  await tabTo(page, list);
  await page.keyboard.press("ArrowDown");
  // Lists that are closed, or closing, are still in the page.
  const listId = await list.getAttribute("aria-controls");
  const wanted = page.locator(`[id="${listId}"]`).getByRole("option", { name: option });
  await wanted.waitFor();
  await takeMarked(page, list, async () => {
    for (let steps = 0; steps < 12; steps += 1) {
      if ((await wanted.getAttribute("data-combobox-selected")) !== null) break;
      await page.keyboard.press("ArrowDown");
    }
  });
  await wanted.waitFor({ state: "detached" });
}

it("keys are searched, filtered, edited and revoked together, with the keyboard alone", async () => {
  for (const name of ["Together one", "Together two"]) await issue(name);
  const page = await newPage(await openBrowser(), { origin: server.origin, cookie });
  await page.goto(`/o/${organizationId}/settings/keys`);
  await tabTo(page, page.getByRole("searchbox"));
  await page.keyboard.type("Together");
  await page.waitForURL(/q=Together/);
  await pick(page, page.getByRole("combobox", { name: "Environment" }), /^Live$/);
  await page.waitForURL(/environment=live/);

  await press(page, page.getByRole("link", { name: "Together one" }));
  await press(page, button(page, "Edit"));
  const name = dialogOf(page).getByRole("textbox", { name: "Name" });
  await tabTo(page, name);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Together first");
  await press(page, button(page, "Save changes"));
  await isClosed(page);
  await page.getByRole("heading", { name: "Together first" }).waitFor();

  await page.goto(`/o/${organizationId}/settings/keys?q=Together`);
  await page.getByRole("link", { name: "Together two" }).waitFor();
  await tabTo(page, page.getByRole("checkbox", { name: "Select all" }));
  await page.keyboard.press("Space");
  await press(page, button(page, "Revoke selected"));
  await waitForFocus(dialogOf(page));
  await pick(page, dialogOf(page).getByRole("combobox", { name: "Reason" }), /^Nobody uses it/);
  await press(page, button(page, "Revoke 2 keys for good"));
  await isClosed(page);
  await page.getByText("2 keys are revoked: they are refused from now on").waitFor();
  await expectFocusInContent(page);
});

it("members are invited, given a role and removed, with the keyboard alone", async () => {
  await addMember(dashboard, { organizationId, name: "Ada", email: "ada@example.com", role: "admin" });
  const page = await newPage(await openBrowser(), { origin: server.origin, cookie });
  await page.goto(`/o/${organizationId}/settings/members`);

  await press(page, button(page, "Invite member"));
  await waitForFocus(dialogOf(page));
  await page.keyboard.type("new@example.com");
  await tabTo(page, dialogOf(page).getByRole("radio", { checked: true }));
  await page.keyboard.press("ArrowDown");
  await expect
    .poll(() => dialogOf(page).getByRole("radio", { name: "Viewer", exact: true }).isChecked())
    .toBe(true);
  await press(page, button(page, "Create invitation link"));
  await press(page, button(page, "Copy invitation link"));
  await press(page, button(page, "Done"));
  await isClosed(page);
  await waitForFocus(button(page, "Invite member"));
  await press(page, page.getByRole("button", { name: /^Withdraw/ }));
  await press(page, dialogOf(page).getByRole("button", { name: /^Withdraw/ }));
  await isClosed(page);

  await pick(page, page.getByRole("combobox", { name: "Role of Ada" }), /^Viewer/);
  await press(page, button(page, "Change role"));
  await isClosed(page);
  await press(page, page.getByRole("button", { name: /^Remove Ada|^Remove$/ }));
  await press(page, dialogOf(page).getByRole("button", { name: "Remove member" }));
  await isClosed(page);
  await page.getByRole("combobox", { name: "Role of Ada" }).waitFor({ state: "detached" });
  await expectFocusInContent(page);
});

it("the organization, the language and the theme are changed, and a session ended, with the keyboard alone", async () => {
  const page = await newPage(await openBrowser(), { origin: server.origin, cookie: await signIn(server) });
  await page.goto(`/o/${organizationId}/settings/organization`);
  const name = page.getByRole("textbox", { name: "Name" });
  await tabTo(page, name);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Acme Typed");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Organization: Acme Typed/ }).waitFor();

  const account = page.getByRole("button", { name: /^Account of|^Konto for/ });
  const choose = async (item: string) => {
    await press(page, account);
    const wanted = page
      .getByRole("menuitemradio", { name: item })
      .or(page.getByRole("menuitem", { name: item }));
    await wanted.waitFor();
    for (let steps = 0; steps < 12 && !(await holdsFocus(wanted)); steps += 1) {
      await page.keyboard.press("ArrowDown");
    }
    await page.keyboard.press("Enter");
  };
  await choose("Dark");
  await expect.poll(() => page.locator("html").getAttribute("data-mantine-color-scheme")).toBe("dark");
  await page.keyboard.press("Escape");
  await choose("Dansk");
  await page.getByRole("heading", { level: 1, name: "Organisation" }).waitFor();
  await page.keyboard.press("Escape");
  await choose("Log ud");
  await page.getByRole("heading", { name: "Log ind" }).waitFor();
});

describe("when the button that opened a dialog is gone, the keyboard goes on in the page's content", () => {
  it("after the end of an overlap, and after a revocation", async () => {
    const { key } = await issue("Ended");
    const rotation = { overlapSeconds: 3_600, replaces: key.secrets[0]?.publicKeyId ?? "" };
    await dashboard.keys.rotate.mutate({ organizationId, keyId: key.id, rotation });
    const page = await newPage(await openBrowser(), { origin: server.origin, cookie });
    await page.goto(`/o/${organizationId}/settings/keys/${key.id}`);

    await press(page, button(page, "End overlap now"));
    await press(page, button(page, "End overlap"));
    await isClosed(page);
    await button(page, "End overlap now").waitFor({ state: "detached" });
    await expectFocusInContent(page);

    await press(page, button(page, "Revoke key"));
    await chooseReason(page);
    await press(page, button(page, "Revoke for good"));
    await isClosed(page);
    await button(page, "Revoke key").waitFor({ state: "detached" });
    await expectFocusInContent(page);
  });

  it("after the first key of an organization", async () => {
    const { id } = await dashboard.organizations.create.mutate({ name: "Globex" });
    const page = await newPage(await openBrowser(), { origin: server.origin, cookie });
    await page.goto(`/o/${id}/settings/keys`);
    await press(page, button(page, "Issue API key"));
    await tabTo(page, dialogOf(page).getByRole("textbox", { name: "Name" }));
    await page.keyboard.type("The first");
    await page.keyboard.press("Enter");
    await keepToken(page);
    await page.getByRole("link", { name: "The first" }).waitFor();
    await expectFocusInContent(page);
  });
});

describe("a double click loses no token", () => {
  it("of a key that is issued", async () => {
    const page = await newPage(await openBrowser(), { origin: server.origin, cookie });
    await page.goto(`/o/${organizationId}/settings/keys`);
    await button(page, "Issue API key").click();
    await dialogOf(page).getByRole("textbox", { name: "Name" }).fill("Issued twice");
    await button(page, "Issue key").dblclick();
    expect(await statusOf(await takeToken(page))).toEqual([200, undefined]);
    const { items } = await dashboard.keys.list.query({ organizationId });
    expect(items.filter(({ name }) => name.startsWith("Issued twice"))).toHaveLength(1);
  });

  it("of a key that is rotated", async () => {
    const { key } = await issue("Rotated twice");
    const page = await newPage(await openBrowser(), { origin: server.origin, cookie });
    await page.goto(`/o/${organizationId}/settings/keys/${key.id}`);
    await button(page, "Rotate").click();
    await button(page, "Rotate key").dblclick();
    expect(await statusOf(await takeToken(page))).toEqual([200, undefined]);
    const { secrets } = await dashboard.keys.get.query({ organizationId, keyId: key.id });
    expect(secrets).toHaveLength(2);
  });
});
