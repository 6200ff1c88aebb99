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
import { press, tabTo } from "./harness/keyboard.ts";
import { startServer, type RunningServer } from "./harness/server.ts";

let server: RunningServer;
let cookie: SessionCookie;
let dashboard: Dashboard;
let organizationId: `org_${string}`;

const settings = (page: string) => `/o/${organizationId}/settings/${page}`;
const undoButton = (page: Page) => page.getByRole("button", { name: /^Undo/ });

async function openPage(path: string): Promise<Page> {
  const page = await newPage(await openBrowser(), { origin: server.origin, cookie });
  await page.clock.install();
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

async function aKey(name: string) {
  const key = { name, environment: "live", note: "As it was" } as const;
  return (await dashboard.keys.issue.mutate({ organizationId, key })).key;
}

/** Changes the note of the key whose page is open. */
async function editNote(page: Page, note: string): Promise<void> {
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: /^Note/ }).fill(note);
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await dialog.waitFor({ state: "detached" });
  await undoButton(page).waitFor();
}

/** For the page alone: however long this machine takes, no toast ends meanwhile. */
async function stopTime(page: Page, ahead = 100): Promise<void> {
  const at = await page.evaluate((ms) => Date.now() + ms, ahead);
  try {
    await page.clock.pauseAt(at);
  } catch (error) {
    // On a busy machine that moment may have passed.
    if (ahead > 2_000) throw error;
    await stopTime(page, 2 * ahead);
  }
}

beforeAll(async () => {
  server = await startServer({ env: unattended });
  cookie = await signIn(server);
  dashboard = dashboardOf(server, cookie);
  organizationId = (await dashboard.organizations.create.mutate({ name: "Acme" })).id;
});

it("takes an edit of a key back by the keyboard, on record, and stays while it has the focus", async () => {
  const { id: keyId } = await aKey("Edited");
  const page = await openPage(settings(`keys/${keyId}`));
  await editNote(page, "Changed by mistake");
  await stopTime(page);
  await screenshot(page, "undo-light-1280", { windowOnly: true });
  const toast = page.getByRole("status").filter({ hasText: "Undo" });
  await expect.poll(() => toast.count()).toBe(1);

  await tabTo(page, undoButton(page));
  // One that nobody is at is gone by then.
  await page.clock.runFor(13_000);
  await page.clock.resume();
  await page.keyboard.press("Enter");
  await page.getByText("Taken back").waitFor();
  await undoButton(page).waitFor({ state: "detached" });
  expect(await dashboard.keys.get.query({ organizationId, keyId })).toMatchObject({ note: "As it was" });
  const { items } = await dashboard.audit.list.query({ organizationId });
  expect(items.slice(0, 2).map(({ action, after }) => [action, after])).toEqual([
    ["key.edited", { note: "As it was" }],
    ["key.edited", { note: "Changed by mistake" }],
  ]);

  await editNote(page, "Once more");
  await page.keyboard.press("Control+z");
  // What the first one said may still be there.
  await expect
    .poll(() => dashboard.keys.get.query({ organizationId, keyId }))
    .toMatchObject({ note: "As it was" });
});

it("takes nothing back that somebody else has changed since", async () => {
  const { id: keyId } = await aKey("Contested");
  const page = await openPage(settings(`keys/${keyId}`));
  await editNote(page, "Mine");
  await dashboard.keys.edit.mutate({ organizationId, keyId, patch: { note: "Theirs" } });
  await undoButton(page).click();
  await page.getByText("It could not be taken back").waitFor();
  expect(await dashboard.keys.get.query({ organizationId, keyId })).toMatchObject({ note: "Theirs" });
});

it("gives a role back, and a name, and turns the API on again", async () => {
  await addMember(dashboard, { organizationId, name: "Ada", email: "ada@example.com", role: "admin" });
  const page = await openPage(settings("members"));
  const role = page.getByRole("combobox", { name: "Role of Ada" });
  await role.click();
  await page.getByRole("option", { name: /^Viewer/ }).click();
  await page.getByRole("button", { name: "Change role" }).click();
  await undoButton(page).click();
  await page.getByText("Taken back").waitFor();
  await expect.poll(() => role.inputValue()).toBe("Admin");

  await page.goto(settings("organization"));
  await page.getByRole("textbox", { name: "Name" }).fill("Globex");
  await page.getByRole("button", { name: "Rename" }).click();
  await undoButton(page).click();
  await page.getByText("Taken back").waitFor();
  await page.getByRole("button", { name: "Organization: Acme, Owner. Switch" }).waitFor();

  await press(page, page.getByRole("button", { name: "Turn off API access" }));
  await page.getByRole("dialog").getByRole("button", { name: "Turn off API access" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await dashboard.organizations.get.query({ organizationId })).toMatchObject({ apiAccess: false });
  await undoButton(page).last().click();
  await page.getByRole("button", { name: "Turn off API access" }).waitFor();
  expect(await dashboard.organizations.get.query({ organizationId })).toMatchObject({ apiAccess: true });
});
