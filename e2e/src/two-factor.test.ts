import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { codeAfter, codeShownBy } from "./harness/authenticator-app.ts";
import { newPage, openBrowser } from "./harness/browser.ts";
import {
  addMember,
  dashboardOf,
  signIn,
  unattended,
  type Dashboard,
  type Person,
  type SessionCookie,
} from "./harness/dashboard.ts";
import { press, tabTo } from "./harness/keyboard.ts";
import { startServer, type RunningServer } from "./harness/server.ts";

let server: RunningServer;
let cookie: SessionCookie;
let dashboard: Dashboard;
let organizationId: `org_${string}`;

// An address may sign in ten times a minute, so each visitor has one of their own, by way of a proxy.
beforeAll(async () => {
  server = await startServer({ env: { ...unattended, KATKEY_TRUSTED_PROXIES: "127.0.0.1" } });
  cookie = await signIn(server);
  dashboard = dashboardOf(server, cookie);
  organizationId = (await dashboard.organizations.create.mutate({ name: "Acme" })).id;
});

let visitors = 0;

async function openPage(cookie?: SessionCookie): Promise<Page> {
  const page = await newPage(await openBrowser(), { origin: server.origin, cookie });
  await page.setExtraHTTPHeaders({ "x-forwarded-for": `203.0.113.${(visitors += 1)}` });
  return page;
}

const member = (name: string) =>
  addMember(dashboard, { organizationId, name, email: `${name.toLowerCase()}@example.com`, role: "member" });

const panel = (page: Page) => page.getByRole("region", { name: "Two-factor" });

/** Turns it on through the account's page; the secret for the app, and the recovery codes. */
async function turnOn(page: Page, { password }: Person) {
  await page.goto("/account");
  await panel(page).getByRole("button", { name: "Turn on two-factor" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Current password", { exact: true }).fill(password);
  await dialog.getByRole("button", { name: "Next" }).click();
  await dialog.getByRole("img", { name: /^QR code/ }).waitFor();
  const secret = await dialog.locator("code").innerText();
  await dialog.getByRole("textbox", { name: "Code" }).fill(codeShownBy(secret));
  await dialog.getByRole("button", { name: "Turn on two-factor" }).click();
  const codes = dialog.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await codes.first().waitFor();
  return { secret, recoveryCodes: await codes.allInnerTexts(), dialog };
}

async function fillSignIn(page: Page, { email, password }: Person): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("heading", { name: "One more step" }).waitFor();
}

async function expectInside(page: Page, organization: string): Promise<void> {
  const open = page.getByRole("button", { name: new RegExp(`^Organization: ${organization}`) });
  await open.waitFor();
  expect(page.url()).toContain("/o/");
}

/** Nobody types before they see where. */
const codeFieldInFocus = (page: Page) => page.locator("input[autocomplete=one-time-code]:focus").waitFor();

describe("two-factor", () => {
  it("is turned on with an app, asks for its code at the next sign-in, and takes no code twice", async () => {
    const ada = await member("Ada");
    const page = await openPage(await signIn(server, ada));
    const elsewhere = await signIn(server, ada);
    const { secret, recoveryCodes, dialog } = await turnOn(page, ada);

    expect(recoveryCodes).toHaveLength(10);
    await dialog.getByRole("button", { name: "Copy recovery codes" }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(recoveryCodes.join("\n"));
    const downloading = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Download" }).click();
    expect((await downloading).suggestedFilename()).toBe("katkey-recovery-codes.txt");
    // They are shown this once: no key closes that.
    await page.keyboard.press("Escape");
    await dialog.getByRole("button", { name: "I have kept them" }).click();
    await dialog.waitFor({ state: "detached" });
    await panel(page).getByText("You have 10 recovery codes left").waitFor();
    expect(await page.content()).not.toContain(recoveryCodes[0]);
    await expect(dashboardOf(server, elsewhere).session.list.query()).rejects.toThrow("Sign in first");

    const visitor = await openPage();
    await fillSignIn(visitor, ada);
    const code = visitor.getByRole("textbox", { name: "Code" });
    await expect.poll(() => code.getAttribute("autocomplete")).toBe("one-time-code");
    await code.fill("000000");
    await visitor.keyboard.press("Enter");
    await visitor.getByText("This is not the code that your app shows now").waitFor();

    const shown = codeAfter(secret);
    await visitor.evaluate(
      (text) => navigator.clipboard.writeText(text),
      `${shown.slice(0, 3)} ${shown.slice(3)}`,
    );
    await code.focus();
    await visitor.keyboard.press("ControlOrMeta+a");
    await visitor.keyboard.press("ControlOrMeta+v");
    await visitor.keyboard.press("Enter");
    await visitor.getByRole("heading", { name: "One more step" }).waitFor({ state: "detached" });
    await expectInside(visitor, "Acme");

    const copycat = await openPage();
    await fillSignIn(copycat, ada);
    await copycat.getByRole("textbox", { name: "Code" }).fill(shown);
    await copycat.keyboard.press("Enter");
    await copycat.getByText("This code was used already").waitFor();
    await copycat.goto("/account");
    await copycat.getByRole("heading", { name: "Sign in" }).waitFor();
  });

  it("takes a recovery code instead, says how many are left, and makes new ones", async () => {
    const bo = await member("Bo");
    const page = await openPage(await signIn(server, bo));
    const { recoveryCodes, dialog } = await turnOn(page, bo);
    await dialog.getByRole("button", { name: "I have kept them" }).click();

    const visitor = await openPage();
    await fillSignIn(visitor, bo);
    await visitor.getByRole("button", { name: "Use a recovery code" }).click();
    const field = visitor.getByRole("textbox", { name: "Recovery code" });
    await field.fill(recoveryCodes[3]?.toUpperCase() ?? "");
    await visitor.getByRole("button", { name: "Sign in" }).click();
    await visitor.getByText("You have 9 recovery codes left").waitFor();

    const again = await openPage();
    await fillSignIn(again, bo);
    await again.getByRole("button", { name: "Use a recovery code" }).click();
    await again.getByRole("textbox", { name: "Recovery code" }).fill(recoveryCodes[3] ?? "");
    await again.keyboard.press("Enter");
    await again.getByText("This is none of your recovery codes, or it was used already").waitFor();

    await visitor.goto("/account");
    await panel(visitor).getByText("You have 9 recovery codes left").waitFor();
    await panel(visitor).getByRole("button", { name: "Make new recovery codes" }).click();
    const renewing = visitor.getByRole("dialog");
    await renewing.getByLabel("Current password", { exact: true }).fill(bo.password);
    await renewing.getByRole("button", { name: "Make new codes" }).click();
    const fresh = renewing.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
    await fresh.first().waitFor();
    await expect.poll(() => fresh.allInnerTexts()).not.toContain(recoveryCodes[4]);
    await renewing.getByRole("button", { name: "I have kept them" }).click();
    await panel(visitor).getByText("You have 10 recovery codes left").waitFor();
  });

  it("is turned off with the password only, and its owners and admins see who has it", async () => {
    const eva = await member("Eva");
    const page = await openPage(await signIn(server, eva));
    const { dialog } = await turnOn(page, eva);
    await dialog.getByRole("button", { name: "I have kept them" }).click();

    const owners = await openPage(cookie);
    const members = `/o/${organizationId}/settings/members`;
    await owners.goto(members);
    const row = owners.getByRole("row", { name: /Eva/ });
    await expect.poll(() => row.getByRole("cell").nth(2).innerText()).toBe("On");
    await page.goto(members);
    await page.getByRole("row", { name: /Eva/ }).waitFor();
    await expect.poll(() => page.getByRole("columnheader", { name: "Two-factor" }).count()).toBe(0);

    await page.goto("/account");
    await panel(page).getByRole("button", { name: "Turn off two-factor" }).click();
    const ending = page.getByRole("dialog");
    await ending.getByLabel("Current password", { exact: true }).fill("not my password");
    await ending.getByRole("button", { name: "Turn off two-factor" }).click();
    await ending.getByText("The current password is wrong.").waitFor();
    await ending.getByLabel("Current password", { exact: true }).fill(eva.password);
    await ending.getByRole("button", { name: "Turn off two-factor" }).click();
    await page.getByText("Two-factor is off, signed out everywhere else").waitFor();
    await panel(page).getByText("Your password alone signs you in.").waitFor();
    await owners.reload();
    await expect.poll(() => row.getByRole("cell").nth(2).innerText()).toBe("Off");
  });

  it("lets somebody with it accept an invitation by the same two steps", async () => {
    const kim = await member("Kim");
    const page = await openPage(await signIn(server, kim));
    const { secret, dialog } = await turnOn(page, kim);
    await dialog.getByRole("button", { name: "I have kept them" }).click();
    const { id } = await dashboard.organizations.create.mutate({ name: "Globex" });
    const { link } = await dashboard.invitations.create.mutate({
      organizationId: id,
      email: kim.email,
      role: "member",
    });

    const visitor = await openPage();
    await visitor.goto(link);
    await visitor.getByLabel("Password", { exact: true }).fill(kim.password);
    await visitor.getByRole("button", { name: "Sign in and accept" }).click();
    await visitor.getByRole("textbox", { name: "Code" }).fill(codeAfter(secret));
    await visitor.getByRole("button", { name: "Sign in and accept" }).click();

    await expectInside(visitor, "Globex");
  });

  it("is turned on, used and turned off by keyboard alone", async () => {
    const lea = await member("Lea");
    const page = await openPage(await signIn(server, lea));
    await page.goto("/account");
    const turnOnButton = panel(page).getByRole("button", { name: "Turn on two-factor" });
    await press(page, turnOnButton);
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Current password", { exact: true }).waitFor();
    await page.keyboard.type(lea.password);
    await page.keyboard.press("Enter");
    const secret = await dialog.locator("code").innerText();
    await codeFieldInFocus(page);
    await page.keyboard.type(codeShownBy(secret));
    await page.keyboard.press("Enter");
    await dialog.getByRole("list", { name: "Recovery codes" }).waitFor();
    await press(page, dialog.getByRole("button", { name: "I have kept them" }));
    await dialog.waitFor({ state: "detached" });

    const visitor = await openPage();
    await visitor.goto("/sign-in");
    await visitor.getByRole("textbox", { name: "E-mail address" }).waitFor();
    await visitor.keyboard.type(lea.email);
    await tabTo(visitor, visitor.getByLabel("Password", { exact: true }));
    await visitor.keyboard.type(lea.password);
    await visitor.keyboard.press("Enter");
    await codeFieldInFocus(visitor);
    await visitor.keyboard.type(codeAfter(secret));
    await visitor.keyboard.press("Enter");
    await expectInside(visitor, "Acme");

    await press(page, panel(page).getByRole("button", { name: "Turn off two-factor" }));
    await dialog.getByLabel("Current password", { exact: true }).and(page.locator(":focus")).waitFor();
    await page.keyboard.type(lea.password);
    await page.keyboard.press("Enter");
    await turnOnButton.waitFor();
  });
});
