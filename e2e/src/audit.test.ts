import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
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
import { startServer, temporaryDirectory, type RunningServer } from "./harness/server.ts";

const cli = fileURLToPath(new URL("../../apps/cli/src/main.ts", import.meta.url));

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
const expectTold = (page: Page) => expect.poll(() => told(page));

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name: label, exact: true }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

async function issue(by: Dashboard, name: string) {
  const { key } = await by.keys.issue.mutate({ organizationId, key: { name, environment: "live" } });
  return key.id;
}

async function signInNew(name: string, role: "admin" | "viewer") {
  const email = `${name.toLowerCase()}@example.com`;
  const person = await addMember(olivia, { organizationId, name, email, role });
  return signIn(server, person);
}

beforeAll(async () => {
  server = await startServer({ env: unattended });
  cookie = await signIn(server);
  olivia = dashboardOf(server, cookie);
  organizationId = (await olivia.organizations.create.mutate({ name: "Acme" })).id;
  viewer = await signInNew("Vera", "viewer");
  const ada = dashboardOf(server, await signInNew("Ada", "admin"));
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
    await expect
      .poll(() => another.getByRole("combobox", { name: "Who" }).inputValue())
      .toBe("ada@example.com");

    await page.getByRole("button", { name: "Clear filters" }).click();
    await expect.poll(() => new URL(page.url()).search).toBe("");
    await page.getByRole("combobox", { name: "On", exact: true }).fill("zap");
    await page.getByRole("option", { name: "Zapier 2" }).click();
    await expectTold(page).toHaveLength(3);
    expect(new URL(page.url()).searchParams.get("object")).toBe(zapier);
    await page.reload();
    await expect
      .poll(() => page.getByRole("combobox", { name: "On", exact: true }).inputValue())
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

  it("find what was done at the shell, apart from what Katkey did itself", async () => {
    const { id } = await olivia.organizations.create.mutate({ name: "Bolt" });
    const { PATH, HOME } = process.env;
    const typed = [cli, "org", "plan", id, "enterprise"];
    execFileSync(process.execPath, typed, { env: { PATH, HOME, KATKEY_DATA_DIR: server.dataDir } });
    const page = await open();
    await page.goto(`/o/${id}/settings/audit`);
    await choose(page, "Who", "The shell");
    await page.waitForURL(/actor=shell$/);
    await expectTold(page).toEqual([expect.stringMatching(/^The operator \(shell: katkey org plan\) /)]);
    await rows(page).first().getByRole("button").click();
    await page.getByRole("link", { name: "Everything done at the shell" }).waitFor();
    await choose(page, "Who", "Katkey");
    await page.getByRole("heading", { name: "Nothing of this kind has happened" }).waitFor();
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
    await expect.poll(() => page.getByRole("combobox").count()).toBe(0);
  });

  it("drop what means nothing", async () => {
    const page = await open("?actor=%3Cb%3E&action=key.forgotten&range=1y&from=2026-02-30&entry=x");
    await expectTold(page).not.toHaveLength(0);
    await expect.poll(() => page.getByRole("button", { name: "Clear filters" }).count()).toBe(0);
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
    await expect.poll(() => panel.getByRole("button").allInnerTexts()).toEqual(["", "Check again"]);
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
    await expect.poll(() => page.locator("table dl").innerText()).toContain("Whole");
  });
});

async function download(page: Page, format: "CSV" | "JSON Lines") {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Export the audit log" });
  await dialog.getByRole("radio", { name: format }).click();
  const started = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Export", exact: true }).click();
  const file = await started;
  await dialog.waitFor({ state: "detached" });
  return { name: file.suggestedFilename(), path: await file.path() };
}

const newest = async (id = organizationId) =>
  (await olivia.audit.list.query({ organizationId: id, limit: 1 })).items[0];

describe("an export", () => {
  it("as CSV holds what the filters show, is safe in a spreadsheet, and is itself in the log", async () => {
    const keyId = await issue(olivia, '=HYPERLINK("x")');
    for (const note of ["one", "two", "three"]) {
      await olivia.keys.edit.mutate({ organizationId, keyId, patch: { note } });
    }
    const page = await open(`?object=${keyId}&action=key.edited`);
    await expectTold(page).toHaveLength(3);
    const { name, path } = await download(page, "CSV");
    expect(name).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/);
    const lines = readFileSync(path, "utf8").trimEnd().split("\r\n");
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatch(/^seq,at,.*,previous_hash,hash$/);
    expect(lines[1]).toContain(`,key.edited,key,${keyId},"'=HYPERLINK(""x"")",`);
    expect(lines.join()).not.toMatch(/(?:^|,)"?=/m);
    expect(await newest()).toMatchObject({
      action: "audit.exported",
      after: { format: "csv", entries: 3, action: "key.edited", objectId: keyId },
    });
    await page.getByText("3 entries exported").waitFor();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await rows(page).filter({ hasText: "exported 3 entries of the audit log" }).waitFor();
  });

  it("as JSON Lines can be checked by anybody with the documented program, which finds what was changed", async () => {
    const { id } = await olivia.organizations.create.mutate({ name: "Kept" });
    await olivia.keys.issue.mutate({
      organizationId: id,
      key: { name: "Ünïcode \u{1f511}", environment: "live", addresses: ["::1/128"] },
    });
    withDatabase(server, (database) => appendEntries(database, { organizationId: id, count: 2_500 }));
    const page = await newPage(await openBrowser(), { origin: server.origin, cookie });
    await page.goto(`/o/${id}/settings/audit`);
    const last = await newest(id);
    const { path } = await download(page, "JSON Lines");
    const guide = await (await fetch(server.url("/docs/audit-log.md"))).text();
    const directory = temporaryDirectory();
    const program = join(directory, "check-audit.mjs");
    writeFileSync(program, /```js\n([^]*?)```/.exec(guide)?.[1] ?? "");
    const check = (file: string) =>
      execFileSync(process.execPath, [program, file], { encoding: "utf8", stdio: "pipe" });
    expect(check(path)).toBe(
      `2502 entries are as they were written. Places where entries are left out: 0.\nEntry 2502 has the hash ${last?.hash}.\n`,
    );
    const changed = join(directory, "changed.jsonl");
    writeFileSync(changed, readFileSync(path, "utf8").replace("::1/128", "::2/128"));
    expect(() => check(changed)).toThrow("Entry 2 is not what its hash says.");
    expect(await newest(id)).toMatchObject({
      action: "audit.exported",
      after: { entries: 2_502, last: 2_502 },
    });
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
