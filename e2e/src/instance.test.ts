import { writeFileSync } from "node:fs";
import { join } from "node:path";
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
let member: SessionCookie;
let dashboard: Dashboard;
let organizationId: `org_${string}`;
let token: string;

const openPage = async (by: SessionCookie = cookie) =>
  newPage(await openBrowser(), { origin: server.origin, cookie: by });

const codeOf = async () => {
  const answer = await getUser(server, token);
  return answer.ok ? "ok" : (await answer.json()).code;
};

/** A decision's row, by its name. */
const decide = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

beforeAll(async () => {
  server = await startServer({ env: unattended });
  cookie = await signIn(server);
  dashboard = dashboardOf(server, cookie);
  organizationId = (await dashboard.organizations.create.mutate({ name: "Acme" })).id;
  await dashboard.organizations.create.mutate({ name: "Globex" });
  token = (
    await dashboard.keys.issue.mutate({ organizationId, key: { name: "In use", environment: "live" } })
  ).token;
  const vera = { organizationId, name: "Vera", email: "vera@example.com", role: "admin" } as const;
  member = await signIn(server, await addMember(dashboard, vera));
});

describe("the instance pages", () => {
  it("are found in the menu of organizations, and list them in numbers", async () => {
    expect(await codeOf()).toBe("ok");
    const page = await openPage();
    await page.goto("/");
    await page.getByRole("button", { name: /^Organization: / }).click();
    await page.getByRole("menuitem", { name: "Instance" }).click();
    await page.getByRole("heading", { name: "Instance" }).waitFor();
    const rows = page.getByRole("table", { name: "Organizations" }).getByRole("row");
    await rows.filter({ hasText: "Globex" }).waitFor();
    await expect.poll(() => rows.filter({ hasText: "Acme" }).innerText()).toMatch(/Standard\s+1 of 5\s+1\s/);

    await page.getByRole("searchbox", { name: "Search organizations" }).fill("GLOB");
    await rows.filter({ hasText: "Acme" }).waitFor({ state: "detached" });
    expect(new URL(page.url()).searchParams.get("q")).toBe("GLOB");
    await page.reload();
    await rows.filter({ hasText: "Globex" }).waitFor();
    await expect.poll(() => rows.filter({ hasText: "Acme" }).count()).toBe(0);
    await page.getByRole("searchbox", { name: "Search organizations" }).fill("nobody is called so");
    await page.getByRole("button", { name: "Show all organizations" }).click();
    await rows.filter({ hasText: "Acme" }).waitFor();
  });

  it("say how the installation is", async () => {
    const page = await openPage();
    await page.goto("/instance");
    const health = page.getByRole("region", { name: "Health" });
    await health.getByText("Being written").waitFor();
    const said = await health.innerText();
    for (const part of [/keys\/\d{4}_/, /identity\/\d{4}_/, /catalog\/\d{4}_/, /usage\/\d{4}_/]) {
      expect(said).toMatch(part);
    }
    expect(said).toMatch(/katkey\.db · [\d.,]+ [kM]B/);
    expect(said).toMatch(/Free disk space\s+[\d.,]+ [GT]B/);
    expect(said).toMatch(/Last backup\s+None by the server: set KATKEY_BACKUP_DIR/);
  });

  it("say first what is wrong with it, and what to do", async () => {
    const { dataDir } = server;
    await server.stop();
    writeFileSync(join(dataDir, "usage.db.damaged-2026-11-22"), "");
    server = await startServer({ env: unattended, dataDir });
    cookie = { ...cookie, url: server.origin };
    dashboard = dashboardOf(server, cookie);
    const page = await openPage();
    await page.goto("/instance");
    const notice = page.getByRole("alert").filter({ hasText: "This installation is degraded" });
    await notice.getByText("What was counted before is set aside").waitFor();
    await notice
      .getByText(/restore usage\.db from a backup.*docs\/operations\.md, “Damaged files”/)
      .waitFor();
    expect(await (await fetch(server.url("/readyz"))).json()).toMatchObject({ troubles: ["usage_aside"] });
  });

  it("change plan and limit, after saying what that means for the month and for keys", async () => {
    const page = await openPage();
    await page.goto(`/instance/${organizationId}`);
    await decide(page, "Change plan").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/a statement takes the plan of the moment in which its month is closed/).waitFor();
    await expect.poll(() => dialog.getByRole("button", { name: "Change plan" }).isDisabled()).toBe(true);
    await dialog.getByRole("radio", { name: "Enterprise" }).click();
    await dialog.getByRole("button", { name: "Change plan" }).click();
    await page.getByText("Acme is on Enterprise").waitFor();
    await page.getByText("6,000, as the plan says").waitFor();

    for (let i = 0; i < 5; i += 1) {
      await dashboard.keys.issue.mutate({
        organizationId,
        key: { name: `Further ${i}`, environment: "test" },
      });
    }
    await page.reload();
    await decide(page, "Change plan").click();
    await dialog.getByRole("radio", { name: "Standard" }).click();
    await dialog.getByText("6 keys are in use, and Standard includes 5. All of them go on working").waitFor();
    await dialog.getByRole("button", { name: "Cancel" }).click();

    await decide(page, "Change limit").click();
    await dialog.getByRole("radio", { name: "Its own figure" }).click();
    await dialog.getByRole("textbox", { name: "Requests per minute" }).fill("0");
    await dialog.getByRole("button", { name: "Change limit" }).click();
    await dialog.getByText("Enter a whole number from 1 to 1,000,000.").waitFor();
    await dialog.getByRole("textbox", { name: "Requests per minute" }).fill("250");
    await dialog.getByRole("button", { name: "Change limit" }).click();
    await page.getByText("250, its own figure").waitFor();
    expect((await getUser(server, token)).headers.get("ratelimit-policy")).toContain("250");
  });

  it("suspend with a reason that the members read, and resume: by keyboard", async () => {
    const page = await openPage();
    await page.goto(`/instance/${organizationId}`);
    await press(page, decide(page, "Suspend"));
    const dialog = page.getByRole("dialog");
    await press(page, dialog.getByRole("button", { name: "Suspend organization" }));
    await dialog.getByText("Say why: its members will ask.").waitFor();
    await tabTo(page, dialog.getByRole("textbox", { name: "Reason" }));
    await page.keyboard.type("Unpaid since May");
    await press(page, dialog.getByRole("button", { name: "Suspend organization" }));
    await page.getByText("Acme is suspended").waitFor();
    expect(await codeOf()).toBe("organization_suspended");

    const theirs = await openPage(member);
    await theirs.goto(`/o/${organizationId}/settings/organization`);
    await theirs.getByText("This organization is suspended").waitFor();
    await theirs.getByText("Unpaid since May").waitFor();
    await theirs.goto(`/o/${organizationId}/settings/audit`);
    const entry = theirs.getByRole("row").filter({ hasText: "suspended the organization" });
    await expect.poll(() => entry.innerText()).toContain("The operator olivia@example.com");

    await press(page, decide(page, "Resume"));
    await press(page, dialog.getByRole("button", { name: "Resume" }));
    await page.getByText("Acme is resumed").waitFor();
    expect(await codeOf()).toBe("ok");
  });

  it("turn the API off and on", async () => {
    const page = await openPage();
    await page.goto(`/instance/${organizationId}`);
    await decide(page, "Turn off API access").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/can turn it on again: to be sure, suspend/).waitFor();
    await dialog.getByRole("button", { name: "Turn off API access" }).click();
    await page.getByText("API access is off").waitFor();
    expect(await codeOf()).toBe("api_access_disabled");
    await decide(page, "Turn on API access").click();
    await dialog.getByRole("button", { name: "Turn on API access" }).click();
    await page.getByText("API access is on").waitFor();
    expect(await codeOf()).toBe("ok");
  });

  it("are nobody else's", async () => {
    const page = await openPage(member);
    await page.goto("/instance");
    await page.getByRole("heading", { name: "There is no page at this address" }).waitFor();
    await page.goto(`/instance/${organizationId}`);
    await page.getByRole("heading", { name: "There is no page at this address" }).waitFor();
    await page.goto("/");
    await page.getByRole("button", { name: /^Organization: / }).click();
    await expect.poll(() => page.getByRole("menuitem", { name: "Instance" }).count()).toBe(0);
  });
});
