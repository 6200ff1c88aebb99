import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { newPage, openBrowser } from "./harness/browser.ts";
import {
  addMember,
  dashboardOf,
  signIn,
  unattended,
  type Dashboard,
  type SessionCookie,
} from "./harness/dashboard.ts";
import { appendEntries } from "./harness/audit-entries.ts";
import { withDatabase } from "./harness/database.ts";
import { press } from "./harness/keyboard.ts";
import { startServer, type RunningServer } from "./harness/server.ts";

let server: RunningServer;
let cookie: SessionCookie;
let viewer: SessionCookie;
let olivia: Dashboard;
let organizationId: `org_${string}`;
let zapier: `key_${string}`;

const open = async (search = "", as = cookie) => {
  const page = await newPage(await openBrowser(), { origin: server.origin, cookie: as });
  await page.goto(`/o/${organizationId}/settings/audit${search}`);
  return page;
};

const rows = (page: Page) =>
  page.getByRole("table", { name: "Audit log, newest first" }).getByRole("row", { name: /Details of entry/ });

const told = async (page: Page) =>
  (await rows(page).locator("td:first-child").allInnerTexts()).map((text) => text.trim());

/** Waits until these are the entries that are shown. */
const expectTold = (page: Page) => expect.poll(() => told(page), { timeout: 15_000 });

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name: label, exact: true }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

async function issue(by: Dashboard, name: string) {
  const { key } = await by.keys.issue.mutate({ organizationId, key: { name, environment: "live" } });
  return key.id;
}

async function join(name: string, role: "admin" | "viewer") {
  const email = `${name.toLowerCase()}@example.com`;
  const person = await addMember(olivia, { organizationId, name, email, role });
  return signIn(server, person);
}

beforeAll(async () => {
  server = await startServer({ env: unattended });
  cookie = await signIn(server);
  olivia = dashboardOf(server, cookie);
  organizationId = (await olivia.organizations.create.mutate({ name: "Acme" })).id;
  viewer = await join("Vera", "viewer");
  const ada = dashboardOf(server, await join("Ada", "admin"));
  zapier = await issue(olivia, "Zapier");
  const other = await issue(ada, "Nightly export");
  await ada.keys.edit.mutate({
    organizationId,
    keyId: zapier,
    patch: { name: "Zapier 2", scopes: ["products:read", "usage:read"], addresses: ["10.0.0.0/8"] },
  });
  await olivia.keys.edit.mutate({
    organizationId,
    keyId: zapier,
    patch: { scopes: ["usage:read", "billing:read"], addresses: [] },
  });
  await ada.keys.revoke.mutate({ organizationId, keyId: other, revocation: { reason: "unused" } });
});

describe("the audit log's filters", () => {
  it("find what somebody did, what was done, to what and when, and are kept in the address", async () => {
    const page = await open();
    await rows(page).first().waitFor();
    await choose(page, "Who", "ada@example.com");
    await page.waitForURL(/actor=usr_/);
    await expectTold(page).toEqual([
      "ada@example.com revoked the key: nobody used it any more",
      "ada@example.com edited the key's name, scopes and addresses",
      "ada@example.com issued the live key",
      "ada@example.com signed in",
      "ada@example.com joined as admin",
      "ada@example.com accepted the invitation",
    ]);
    await choose(page, "What", "Key edited");
    await expectTold(page).toEqual(["ada@example.com edited the key's name, scopes and addresses"]);
    const another = await open(new URL(page.url()).search);
    await expectTold(another).toHaveLength(1);
    expect(await another.getByRole("combobox", { name: "Who" }).inputValue()).toBe("ada@example.com");

    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect.poll(() => new URL(page.url()).search).toBe("");
    await page.getByRole("combobox", { name: "On", exact: true }).fill("zap");
    await page.getByRole("option", { name: "Zapier 2" }).click();
    await expectTold(page).toHaveLength(3);
    expect(new URL(page.url()).searchParams.get("object")).toBe(zapier);
    await page.reload();
    await expect
      .poll(() => page.getByRole("combobox", { name: "On", exact: true }).inputValue(), { timeout: 15_000 })
      .toBe("Zapier 2");

    await choose(page, "When", "24 hours");
    await expectTold(page).toHaveLength(3);
    await choose(page, "When", "From … to …");
    await page.getByLabel("To (UTC)").fill("2026-01-01");
    await page.getByRole("heading", { name: "Nothing of this kind has happened" }).waitFor();
    expect(new URL(page.url()).search).toContain("from=2026-01-01&to=2026-01-01");
    await page.getByRole("button", { name: "Show all changes" }).click();
    await rows(page).first().waitFor();
  });

  it("lead from an entry to whoever did it, to what it was done to, and to the entry itself", async () => {
    const page = await open(`?object=${zapier}&action=key.edited`);
    await rows(page).first().getByRole("button").click();
    await page.getByRole("link", { name: "Everything by olivia@example.com" }).click();
    await page.waitForURL(/\?actor=usr_\w+$/);
    await page.goto(`/o/${organizationId}/settings/audit?object=${zapier}&action=key.edited`);
    await rows(page).last().getByRole("button").click();
    await page.getByRole("link", { name: "Link to this entry" }).click();
    await page.waitForURL(/entry=\d+/);
    await page.getByText(/^Beginning with entry \d+\./).waitFor();
    await expectTold(page).toHaveLength(1);
    await page.getByText("SHA-256").waitFor();
    await page.getByRole("button", { name: "Show the newest" }).click();
    await expectTold(page).toHaveLength(2);
  });

  it("are worked by keyboard alone", async () => {
    const page = await open();
    await press(page, page.getByRole("combobox", { name: "What", exact: true }));
    await page.keyboard.type("revoked");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expectTold(page).toEqual(["ada@example.com revoked the key: nobody used it any more"]);
    await press(page, page.getByRole("button", { name: /^Details of entry/ }));
    await page.getByText("Status").waitFor();
  });

  it("are for owners and admins", async () => {
    const page = await open("", viewer);
    await page.getByRole("heading", { name: "For owners and admins" }).waitFor();
    expect(await page.getByRole("combobox").count()).toBe(0);
  });

  it("drop what means nothing", async () => {
    const page = await open("?actor=%3Cb%3E&action=key.forgotten&range=1y&from=2026-02-30&entry=x");
    await expectTold(page).not.toHaveLength(0);
    expect(await page.getByRole("button", { name: "Clear filters" }).count()).toBe(0);
  });
});

describe("the chain", () => {
  it("is checked by itself and at a button, and has a hash to note down", async () => {
    const page = await open();
    const panel = page.getByRole("region", { name: "Hash chain" });
    await panel.getByText(/^Chain intact, \d+ entries$/).waitFor();
    const { items } = await olivia.audit.list.query({ organizationId, limit: 1 });
    await panel.getByRole("button", { name: `Copy the hash of entry ${items[0]?.seq}` }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(items[0]?.hash);
    await issue(olivia, "Another");
    await press(page, panel.getByRole("button", { name: "Check again" }));
    await panel.getByRole("button", { name: `Copy the hash of entry ${(items[0]?.seq ?? 0) + 1}` }).waitFor();
  });

  it("tells how far it was checked when it is long, goes on and stops at a button", async () => {
    const { id } = await olivia.organizations.create.mutate({ name: "Long" });
    withDatabase(server, (database) => appendEntries(database, { organizationId: id, count: 30_000 }));
    const page = await newPage(await openBrowser(), { origin: server.origin, cookie });
    await page.goto(`/o/${id}/settings/audit`);
    const panel = page.getByRole("region", { name: "Hash chain" });
    await panel.getByText("2,000 of 30,001 entries checked, all intact").waitFor();
    await panel.getByRole("button", { name: "Check the rest" }).click();
    await panel.getByRole("button", { name: "Stop" }).waitFor();
    await panel.getByText("Chain intact, 30,001 entries").waitFor({ timeout: 60_000 });
    expect(await panel.getByRole("button").allInnerTexts()).toEqual(["", "Check again"]);
  });

  it("is told broken, with the entry and how, after somebody has changed the database by hand", async () => {
    const { id } = await olivia.organizations.create.mutate({ name: "Broken" });
    for (const name of ["Broken 1", "Broken 2", "Broken 3"])
      await olivia.organizations.rename.mutate({ organizationId: id, name });
    withDatabase(server, (database) =>
      database.exec(
        `drop trigger audit_entry_never_changes; update audit_entry set after = '{"name":"Whole"}' where organization_id = '${id}' and seq = 3`,
      ),
    );
    const page = await newPage(await openBrowser(), { origin: server.origin, cookie });
    await page.goto(`/o/${id}/settings/audit`);
    const panel = page.getByRole("region", { name: "Hash chain" });
    await panel.getByText("Chain broken at entry 3").waitFor();
    await panel.getByText("Entry 3 no longer says what it said when it was written.").waitFor();
    await panel.getByText(/^The 2 entries before it are intact\./).waitFor();
    await panel.getByRole("link", { name: "Look at entry 3" }).click();
    await page.getByText(/^Beginning with entry 3\./).waitFor();
    await expectTold(page).toHaveLength(3);
    expect(await page.locator("table dl").innerText()).toContain("Whole");
  });
});

describe("an entry's details", () => {
  it("show what changed, from what to what, and no secret", async () => {
    const page = await open(`?object=${zapier}&action=key.edited`);
    await expectTold(page).toHaveLength(2);
    for (const row of await rows(page).all()) await row.getByRole("button").click();
    const texts = await page.locator("table dl").allInnerTexts();
    const lines = texts.map((text) => text.replaceAll(/\s+/g, " "));
    expect(lines[1]).toContain("Name Was: Zapier became: Zapier 2");
    expect(lines[1]).toContain("Addresses Was: any address became: 10.0.0.0/8");
    expect(lines[0]).toContain("Scopes Removed: products:read Added: billing:read usage:read");
    expect(lines[0]).toContain("Addresses Was: 10.0.0.0/8 became: any address");
    expect(await page.content()).not.toMatch(/kat_live_\w{16}\.\w/);
  });
});
