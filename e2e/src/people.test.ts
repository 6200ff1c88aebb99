import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { newPage, openBrowser } from "./harness/browser.ts";
import {
  addMember,
  dashboardOf,
  getUser,
  signIn,
  unattended,
  type Dashboard,
  type Person,
  type SessionCookie,
} from "./harness/dashboard.ts";
import { startServer, type RunningServer } from "./harness/server.ts";

let server: RunningServer;
let cookie: SessionCookie;
let dashboard: Dashboard;
let organizationId: `org_${string}`;

const settings = (page: string) => `/o/${organizationId}/settings/${page}`;

/** A page of a visitor or, with a cookie, of somebody who is signed in. */
const openPage = async (cookie?: SessionCookie) =>
  newPage(await openBrowser(), { origin: server.origin, cookie });

const member = (name: string, role: "admin" | "member" | "viewer") =>
  addMember(dashboard, { organizationId, name, email: `${name.toLowerCase()}@example.com`, role });

/** Invites through the dialog, as an admin does, and takes the link from it. */
async function invite(page: Page, { email, role }: { readonly email: string; readonly role: string }) {
  await page.goto(settings("members"));
  await page.getByRole("button", { name: "Invite member" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await dialog.getByRole("radio", { name: role, exact: true }).click();
  await dialog.getByRole("button", { name: "Create invitation link" }).click();
  await dialog.getByRole("button", { name: "Copy invitation link" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await dialog.getByRole("button", { name: "Done" }).click();
  await dialog.waitFor({ state: "detached" });
  return link;
}

/** Which organization is open, and as what. */
async function expectInside(page: Page, organization: string, role: string): Promise<void> {
  await page.getByRole("heading", { name: "Home" }).waitFor();
  await page.getByRole("button", { name: `Organization: ${organization}, ${role}. Switch` }).waitFor();
}

async function fillSignIn(page: Page, { email, password }: Person): Promise<void> {
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

// An address may sign in ten times a minute, so each test does it as seldom as it can.
beforeAll(async () => {
  server = await startServer({ env: unattended });
  cookie = await signIn(server);
  dashboard = dashboardOf(server, cookie);
  organizationId = (await dashboard.organizations.create.mutate({ name: "Acme" })).id;
});

describe("an invitation", () => {
  it("lets a colleague in, once, as what they were invited as", async () => {
    const link = await invite(await openPage(cookie), { email: "nora@example.com", role: "Viewer" });
    expect(link).toMatch(new RegExp(`^${server.origin}/invite#`));

    const page = await openPage();
    await page.goto(link);
    await page.getByRole("heading", { name: "Join Acme" }).waitFor();
    expect(page.url()).not.toContain("#");
    await page.getByRole("textbox", { name: "Your name" }).fill("Nora");
    await page.getByLabel("Password", { exact: true }).fill("seven-quiet-rivers");
    await page.getByRole("button", { name: "Create account and join" }).click();
    await expectInside(page, "Acme", "Viewer");

    const latecomer = await openPage();
    await latecomer.goto(link);
    await latecomer.getByText(/does not work any more: it was used, withdrawn, or is older/).waitFor();
  });

  it("lets somebody with an account into a second organization, after signing in", async () => {
    const ada = await member("Ada", "admin");
    const { id } = await dashboard.organizations.create.mutate({ name: "Globex" });
    const { link } = await dashboard.invitations.create.mutate({
      organizationId: id,
      email: ada.email,
      role: "member",
    });
    const page = await openPage();
    await page.goto(link);
    await page.getByRole("heading", { name: "Join Globex" }).waitFor();
    await page.getByLabel("Password", { exact: true }).fill(ada.password);
    await page.getByRole("button", { name: "Sign in and accept" }).click();
    await expectInside(page, "Globex", "Member");

    await page.getByRole("button", { name: /^Organization: Globex/ }).click();
    await page.getByRole("menuitem", { name: "Acme" }).click();
    await expectInside(page, "Acme", "Admin");
  });
});

it("a changed role changes what its member can do, and their page says why", async () => {
  const max = await member("Max", "member");
  const theirs = await openPage(await signIn(server, max));
  await theirs.goto(settings("keys"));
  const issue = theirs.getByRole("button", { name: "Issue API key" });
  await issue.click();
  await theirs.keyboard.press("Escape");
  await theirs.getByRole("dialog").waitFor({ state: "detached" });

  const page = await openPage(cookie);
  await page.goto(settings("members"));
  await page.getByRole("combobox", { name: "Role of Max" }).click();
  await page.getByRole("option", { name: "Viewer" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Change role" }).click();
  await page.getByText("Max is now a viewer").waitFor();

  await theirs.reload();
  // While the list loads the button stands in the header; without keys it moves to where the list would be.
  await theirs.waitForLoadState("networkidle");
  await expect.poll(() => issue.getAttribute("aria-disabled")).toBe("true");
  await expect.poll(() => issue.getAttribute("aria-description")).toMatch(/Viewers cannot issue keys/);
  await issue.hover();
  await theirs.getByRole("tooltip", { name: /Viewers cannot issue keys/ }).waitFor();
  await issue.press("Enter");
  await expect.poll(() => theirs.getByRole("dialog").count()).toBe(0);
});

it("a member leaves in one step: one key revoked, one handed over, the log tells it", async () => {
  const lea = await signIn(server, await member("Lea", "member"));
  const issue = (name: string) =>
    dashboardOf(server, lea).keys.issue.mutate({ organizationId, key: { name, environment: "live" } });
  const ends = await issue("Lea's experiment");
  const goesOn = await issue("Order sync");
  const theirs = await openPage(lea);
  await theirs.goto(settings("keys"));
  await theirs.getByRole("link", { name: "Order sync" }).waitFor();

  const page = await openPage(cookie);
  await page.goto(settings("members"));
  await page.getByRole("button", { name: "Remove Lea" }).click();
  const dialog = page.getByRole("dialog");
  const confirm = dialog.getByRole("button", { name: "Remove member" });
  await dialog.getByRole("combobox", { name: "What to do with Lea's experiment" }).click();
  await page.getByRole("option", { name: "Revoke", exact: true }).click();
  await dialog.getByText(/1 key to decide about/).waitFor();
  await expect.poll(() => confirm.isDisabled()).toBe(true);
  await dialog.getByRole("combobox", { name: "What to do with Order sync" }).click();
  await page
    .getByRole("option", { name: /^Hand over to/ })
    .first()
    .click();
  await confirm.click();
  await page.getByText("Lea was removed").waitFor();

  const answers = await Promise.all([ends, goesOn].map(({ token }) => getUser(server, token)));
  expect(answers.map(({ status }) => status)).toEqual([401, 200]);
  expect(await answers[0]?.json()).toMatchObject({ code: "key_revoked" });

  await theirs.getByRole("link", { name: "Order sync" }).click();
  await theirs
    .getByText(/There is no such organization, or you are not a member|nothing here for you/)
    .waitFor();
  await theirs.reload();
  await theirs.getByRole("heading", { name: "There is nothing here for you" }).waitFor();
  await theirs.getByRole("link", { name: "Go to the start page" }).click();
  await theirs.getByRole("heading", { name: "You are not a member of an organization" }).waitFor();

  await page.goto(settings("audit"));
  const log = page.getByRole("table", { name: "Audit log, newest first" });
  for (const [what, on] of [
    ["removed the member", "Lea"],
    ["revoked the key: the person behind it had left", "Lea's experiment"],
    ["handed the key over", "Order sync"],
  ] as const) {
    await log.getByRole("row").filter({ hasText: what }).filter({ hasText: on }).waitFor();
  }
});

it("an account is its owner's: other sessions end, an old password too, and signing out is the end", async () => {
  const pia = await member("Pia", "member");
  const changed = { ...pia, password: "nine-loud-lanterns" };
  const elsewhere = await openPage(await signIn(server, pia));
  await elsewhere.goto(settings("members"));
  await elsewhere.getByRole("heading", { name: "Members" }).waitFor();

  const page = await openPage(await signIn(server, pia));
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await page.getByText("Signed out everywhere else").waitFor();
  await elsewhere.getByRole("link", { name: "API keys" }).click();
  await elsewhere.getByRole("heading", { name: "Sign in" }).waitFor();

  await page.getByLabel("Current password", { exact: true }).fill(pia.password);
  await page.getByLabel("New password", { exact: true }).fill(changed.password);
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByText("Password changed").waitFor();
  await fillSignIn(elsewhere, pia);
  await elsewhere.getByRole("alert").waitFor();
  await fillSignIn(elsewhere, changed);
  // Back to where the session had ended.
  await elsewhere.getByRole("heading", { name: "API keys" }).waitFor();

  await page.getByRole("button", { name: "Account of Pia" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await page.goto(settings("keys"));
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  expect(await page.context().cookies()).toEqual([]);
});
