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
  type SessionCookie,
} from "./harness/dashboard.ts";
import { press, tabTo } from "./harness/keyboard.ts";
import { startServer, type RunningServer } from "./harness/server.ts";

let server: RunningServer;
let cookie: SessionCookie;
let dashboard: Dashboard;
let organizationId: `org_${string}`;

const settings = (page: string) => `/o/${organizationId}/settings/${page}`;

const openPage = async (by: SessionCookie = cookie) =>
  newPage(await openBrowser(), { origin: server.origin, cookie: by });

const panel = (page: Page, name: string) => page.getByRole("region", { name });

const issue = (name: string) =>
  dashboard.keys.issue.mutate({ organizationId, key: { name, environment: "live" } });

beforeAll(async () => {
  server = await startServer({ env: unattended });
  cookie = await signIn(server);
  dashboard = dashboardOf(server, cookie);
  organizationId = (await dashboard.organizations.create.mutate({ name: "Acme" })).id;
});

describe("the settings of an organization", () => {
  it("give it another name, which the frame shows and the log tells", async () => {
    const page = await openPage();
    await page.goto(settings("organization"));
    await page.getByRole("textbox", { name: "Name" }).fill("Acme Robotics");
    await page.getByRole("button", { name: "Rename" }).click();
    await page.getByText("Renamed to Acme Robotics").waitFor();
    await page.getByRole("button", { name: "Organization: Acme Robotics, Owner. Switch" }).waitFor();
    expect((await dashboard.organizations.get.query({ organizationId })).name).toBe("Acme Robotics");
    await page.goto(settings("audit"));
    await page
      .getByRole("row")
      .filter({ hasText: "renamed the organization from Acme to Acme Robotics" })
      .waitFor();
  });

  it("turn the API off for every key at once, after saying how many are in use, and on again: by keyboard", async () => {
    const [used] = [await issue("In use"), await issue("Never used")];
    expect((await getUser(server, used.token)).status).toBe(200);

    const page = await openPage();
    await page.goto(settings("organization"));
    await press(page, page.getByRole("button", { name: "Turn off API access" }));
    const dialog = page.getByRole("dialog", { name: /^Turn off API access for/ });
    await dialog.getByText("1 key was used in the last 24 hours.").waitFor();
    await press(page, dialog.getByRole("button", { name: "Turn off API access" }));
    await page.getByText("API access is off").waitFor();
    const refused = await getUser(server, used.token);
    expect([refused.status, await refused.json()]).toEqual([
      403,
      expect.objectContaining({ code: "api_access_disabled" }),
    ]);

    await press(page, page.getByRole("button", { name: "Turn on API access" }));
    await press(page, page.getByRole("dialog").getByRole("button", { name: "Turn on API access" }));
    await page.getByText("API access is on").waitFor();
    expect((await getUser(server, used.token)).status).toBe(200);
  });

  it("demand an expiry and a narrow start of new keys: the forms offer nothing else", async () => {
    const page = await openPage();
    await page.goto(settings("organization"));
    const rules = panel(page, "Rules for keys");
    await rules.getByRole("textbox", { name: "Maximum lifetime in days" }).fill("4000");
    await rules.getByRole("button", { name: "Save rules" }).click();
    await rules.getByText("Enter a whole number from 1 to 3650, or nothing.").waitFor();
    await rules.getByRole("textbox", { name: "Maximum lifetime in days" }).fill("60");
    await rules.getByText("With a maximum lifetime every key needs an expiry.").waitFor();
    await rules.getByRole("textbox", { name: "Default addresses" }).fill("somewhere");
    await rules.getByRole("button", { name: "Save rules" }).click();
    await rules.getByText(/"somewhere" is not an IP address/).waitFor();
    await rules.getByRole("textbox", { name: "Default addresses" }).fill("127.0.0.0/8");
    await tabTo(page, rules.getByRole("button", { name: "Save rules" }));
    await page.keyboard.press("Enter");
    await page.getByText("Rules saved").waitFor();

    await page.goto(settings("keys"));
    await page.getByRole("button", { name: "Issue API key" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("expire after 60 days at most.").waitFor();
    await expect
      .poll(() => dialog.getByRole("textbox", { name: "Allowed addresses" }).inputValue())
      .toBe("127.0.0.0/8");
    await dialog.getByRole("combobox", { name: "Expiry" }).click();
    await expect
      .poll(() => page.getByRole("option").allInnerTexts())
      .toEqual(["In 30 days", "In 60 days", "On a date"]);
    await page.getByRole("option", { name: "In 60 days" }).click();
    await dialog.getByRole("textbox", { name: "Name" }).fill("Within the rules");
    await dialog.getByRole("button", { name: "Issue key" }).click();
    await page.getByLabel("Token", { exact: true }).waitFor();
  });

  it("are there to be seen for everybody, and for owners and admins to be changed", async () => {
    const max = await addMember(dashboard, {
      organizationId,
      name: "Max",
      email: "max@example.com",
      role: "member",
    });
    const page = await openPage(await signIn(server, max));
    await page.goto(settings("organization"));
    await page.getByText("Owners and admins change these settings; you see them.").waitFor();
    const rules = panel(page, "Rules for keys");
    await expect.poll(() => rules.innerText()).toMatch(/60 days[^]*Required[^]*127\.0\.0\.0\/8/);
    await expect.poll(() => page.getByRole("main").getByRole("button").count()).toBe(0);
    await expect.poll(() => page.getByRole("main").getByRole("textbox").count()).toBe(0);
  });
});
