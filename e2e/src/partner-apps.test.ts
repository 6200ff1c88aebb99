import { generateKeyPairSync } from "node:crypto";
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
import { startServer, type RunningServer } from "./harness/server.ts";

let server: RunningServer;
let cookie: SessionCookie;
let admin: SessionCookie;
let dashboard: Dashboard;
let organizationId: `org_${string}`;

const openPage = async (by: SessionCookie = admin) =>
  newPage(await openBrowser(), { origin: server.origin, cookie: by });

const own = (rest = "") => `/o/${organizationId}/settings/partner-apps${rest}`;

beforeAll(async () => {
  server = await startServer({ env: unattended });
  cookie = await signIn(server);
  dashboard = dashboardOf(server, cookie);
  organizationId = (await dashboard.organizations.create.mutate({ name: "Kestrel Trading" })).id;
  const ada = { organizationId, name: "Ada", email: "ada@example.com", role: "admin" } as const;
  admin = await signIn(server, await addMember(dashboard, ada));
});

const appId = async (): Promise<`app_${string}`> => {
  const [app] = await dashboard.partnerApps.list.query({ organizationId });
  if (app === undefined) throw new Error("No app is registered.");
  return app.id;
};

/** Copies the secret that the dialog shows as a person would, and closes it. */
async function takeSecret(page: Page): Promise<string> {
  await page.getByText("Copy the secret now: it is not shown again").waitFor();
  const secret = await page.getByLabel("Client secret", { exact: true }).innerText();
  expect(secret).toMatch(/^kat_ocs_[0-9A-Za-z]{16}\.[0-9A-Za-z]{49}$/);
  await page.getByRole("dialog").getByRole("button", { name: "Copy client secret", exact: true }).click();
  await page.getByRole("button", { name: "I have stored it" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await page.content()).not.toContain(secret.slice(26));
  return secret;
}

/** Says yes in the dialog that is open. */
async function confirm(page: Page, action: string): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name: action, exact: true }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

describe("the pages of partner apps", () => {
  it("teach what one is for while there is none, and say what is wrong with each redirect URI", async () => {
    const page = await openPage();
    await page.goto(`/o/${organizationId}`);
    await page.getByRole("link", { name: "Partner apps" }).click();
    await page.getByRole("heading", { name: "You have not registered an app" }).waitFor();
    await page.getByRole("link", { name: "Register app" }).click();
    await page.getByRole("button", { name: "Register app" }).click();
    await page.getByText("Give it a name.").waitFor();
    await page.getByText("Choose at least one.").waitFor();
    await page
      .getByRole("textbox", { name: "Redirect URIs" })
      .fill("https://stock.example/connected\nhttp://stock.example/\nhttps://*.stock.example/");
    await page.getByRole("button", { name: "Register app" }).click();
    const said = page.getByText("Line 2: begin with https://.");
    await said.waitFor();
    expect(await said.innerText()).toContain("Line 3: no * can stand for other addresses.");
    expect(await dashboard.partnerApps.list.query({ organizationId })).toEqual([]);
  });

  it("register a confidential one with a logo, and show its secret once", async () => {
    const page = await openPage();
    await page.goto(own("/new"));
    await page.getByRole("textbox", { name: "Name" }).fill("Stock Sync");
    await page.getByRole("textbox", { name: "Description" }).fill("Keeps stock the same.");
    await page.getByRole("textbox", { name: "Redirect URIs" }).fill("https://stock.example/connected");
    await page.getByRole("checkbox", { name: "products:read" }).check();
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose picture" }).click();
    const chooser = await choosing;
    await chooser.setFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
    await page.getByText("This file is not a picture that can be used.").waitFor();
    const large = await page.evaluate(() => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 900, height: 600 });
      canvas.getContext("2d")?.fillRect(0, 0, 900, 600);
      return canvas.toDataURL("image/png");
    });
    const buffer = Buffer.from(large.split(",")[1] ?? "", "base64");
    await chooser.setFiles({ name: "logo.png", mimeType: "image/png", buffer });
    await page.getByRole("button", { name: "Replace picture" }).waitFor();
    expect(await page.getByRole("checkbox", { name: "keys:write" }).count()).toBe(0);
    await page.getByRole("button", { name: "Register app" }).click();
    const secret = await takeSecret(page);
    await page.getByRole("heading", { name: "Stock Sync", level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe(own(`/${await appId()}`));
    expect(await page.getByRole("textbox", { name: "Client ID" }).inputValue()).toBe(await appId());
    expect(await page.getByRole("table", { name: "Client secrets" }).innerText()).toContain(secret.slice(-4));
    const [app] = await dashboard.partnerApps.list.query({ organizationId });
    expect(app?.logo).toMatch(/^data:image\/png;base64,/);
    expect(app?.scopes).toEqual(["products:read"]);
  });

  it("register a public one without a secret", async () => {
    const page = await openPage();
    await page.goto(own("/new"));
    await page.getByRole("textbox", { name: "Name" }).fill("Showroom");
    await page.getByRole("radio", { name: "Public" }).click();
    await page.getByRole("textbox", { name: "Redirect URIs" }).fill("com.example.showroom:/connected");
    await page.getByRole("checkbox", { name: "products:read" }).check();
    await page.getByRole("button", { name: "Register app" }).click();
    await page.getByRole("heading", { name: "Showroom", level: 1 }).waitFor();
    expect(await page.getByRole("table", { name: "Client secrets" }).count()).toBe(0);
    await page.getByRole("link", { name: "Partner apps" }).first().click();
    const apps = page.getByRole("table", { name: "Partner apps" });
    await apps.getByRole("link", { name: "Stock Sync" }).waitFor();
    expect(await apps.getByRole("link").allInnerTexts()).toEqual(["Showroom", "Stock Sync"]);
  });

  it("register one that proves itself by a key, take no private one, and make it a secret later", async () => {
    const page = await openPage();
    await page.goto(own("/new"));
    await page.getByRole("textbox", { name: "Name" }).fill("Ledger Link");
    await page.getByRole("textbox", { name: "Redirect URIs" }).fill("https://ledger.example/connected");
    await page.getByRole("checkbox", { name: "products:read" }).check();
    const pair = generateKeyPairSync("ed25519");
    const field = page.getByRole("textbox", { name: "Public keys" });
    let sent = 0;
    page.on("request", (request) => (sent += Number(request.url().includes("partnerApps.register"))));
    await field.fill(JSON.stringify(pair.privateKey.export({ format: "jwk" })));
    await page.getByRole("button", { name: "Register app" }).click();
    await page.getByText("This holds a private key.").waitFor();
    expect(sent).toBe(0);
    await field.fill(JSON.stringify({ keys: [{ kty: "EC", crv: "P-384", kid: "a", x: "A", y: "A" }] }));
    await page.getByRole("button", { name: "Register app" }).click();
    await page.getByText("Key 1: it must be RSA").waitFor();
    const key = { ...pair.publicKey.export({ format: "jwk" }), kid: "2026-11" };
    await field.fill(JSON.stringify({ keys: [key] }));
    await page.getByRole("button", { name: "Register app" }).click();
    await page.getByRole("heading", { name: "Ledger Link", level: 1 }).waitFor();
    await page.getByRole("table", { name: "Public keys" }).getByText("2026-11").waitFor();
    expect(await page.getByRole("table", { name: "Client secrets" }).count()).toBe(0);

    await page.getByRole("link", { name: "Edit" }).click();
    await field.fill("");
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByText("Make one first.").waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByRole("button", { name: "Make client secret" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Make client secret" }).click();
    await takeSecret(page);
    await page.getByText("Refused as long as the app has public keys.").waitFor();
    await page.getByRole("link", { name: "Edit" }).click();
    await field.fill("");
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByRole("table", { name: "Client secrets" }).waitFor();
    expect(await page.getByRole("table", { name: "Public keys" }).count()).toBe(0);
  });

  it("rotate a secret with an overlap, and end that", async () => {
    const id = (await dashboard.partnerApps.list.query({ organizationId })).at(-1)?.id ?? "app_none";
    const page = await openPage();
    // As a link from somewhere else opens it, once.
    await page.goto(own(`/${id}?open=rotate`));
    await page.getByRole("dialog").getByRole("radio", { name: "7 days" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Rotate", exact: true }).click();
    await takeSecret(page);
    expect(new URL(page.url()).search).toBe("");
    const secrets = page.getByRole("table", { name: "Client secrets" });
    await secrets.getByText("Retiring").waitFor();
    await page.getByRole("button", { name: "End overlap now" }).click();
    await confirm(page, "End overlap");
    await secrets.getByText("Retired").waitFor();
    expect(await page.getByRole("button", { name: "End overlap now" }).count()).toBe(0);
  });

  it("edit one, disable and enable it", async () => {
    const id = (await dashboard.partnerApps.list.query({ organizationId })).at(-1)?.id ?? "app_none";
    const page = await openPage();
    await page.goto(own(`/${id}`));
    await page.getByRole("link", { name: "Edit" }).click();
    await page.getByRole("textbox", { name: "Homepage" }).fill("http://stock.example");
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByText("Enter a whole address that begins with https://.").waitFor();
    await page.getByRole("textbox", { name: "Homepage" }).fill("https://stock.example/");
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByRole("link", { name: "https://stock.example/" }).waitFor();

    await page.getByRole("button", { name: "Disable", exact: true }).click();
    await confirm(page, "Disable");
    await page.getByText("Disabled", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Enable", exact: true }).click();
    await confirm(page, "Enable");
    await page.getByText("Enabled", { exact: true }).waitFor();
    const app = await dashboard.partnerApps.get.query({ organizationId, appId: id });
    expect(app).toMatchObject({ homepage: "https://stock.example/", disabledAt: null });
  });

  it("offer one, which the operator approves, and refuses later", async () => {
    const id = (await dashboard.partnerApps.list.query({ organizationId })).at(-1)?.id ?? "app_none";
    const page = await openPage();
    await page.goto(own(`/${id}`));
    await page.getByRole("button", { name: "Offer to other organizations" }).click();
    await confirm(page, "Ask for approval");
    await page.getByText("Waits for approval").waitFor();
    await page.getByRole("button", { name: "Take the offer back" }).click();
    await confirm(page, "Take it back");
    await page.getByRole("button", { name: "Offer to other organizations" }).click();
    await confirm(page, "Ask for approval");
    await page.getByText("Waits for approval").waitFor();

    const operator = await openPage(cookie);
    await operator.goto("/instance");
    await operator.getByRole("link", { name: "Offered apps" }).click();
    await operator.getByRole("button", { name: "Decide about Stock Sync" }).click();
    const dialog = operator.getByRole("dialog");
    await dialog.getByText("https://stock.example/connected").waitFor();
    expect(await dialog.getByRole("button", { name: "Decide" }).isDisabled()).toBe(true);
    await dialog.getByRole("radio", { name: "Approve" }).click();
    await confirm(operator, "Approve");
    await operator.getByRole("heading", { name: "No app waits for you" }).waitFor();
    await page.reload();
    await page.getByText("Every organization", { exact: true }).waitFor();

    await operator.goto("/instance/apps?approval=approved");
    await operator.getByRole("button", { name: "Change the decision about Stock Sync" }).click();
    expect(await dialog.getByRole("radio", { name: "Approve" }).isDisabled()).toBe(true);
    await confirm(operator, "Refuse");
    await operator.goto("/instance/apps?approval=refused");
    await operator.getByRole("table", { name: "Offered apps" }).getByText("Stock Sync").waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Offer again" }).waitFor();
    const app = await dashboard.partnerApps.get.query({ organizationId, appId: id });
    expect(app.approval).toBe("refused");
  });

  it("show that the operator blocks one, which its owner cannot undo, until it is unblocked", async () => {
    const id = (await dashboard.partnerApps.list.query({ organizationId })).at(-1)?.id ?? "app_none";
    const operator = await openPage(cookie);
    await operator.goto("/instance/apps?approval=own");
    await operator.getByRole("button", { name: "Block Showroom" }).waitFor();
    await operator.goto("/instance/apps?approval=refused");
    await operator.getByRole("button", { name: "Block Stock Sync", exact: true }).click();
    await confirm(operator, "Block");
    await operator.getByText("Blocked", { exact: true }).waitFor();
    const page = await openPage();
    await page.goto(own(`/${id}`));
    await page.getByText("The operator of this installation has blocked it").waitFor();
    await page.getByText("Blocked", { exact: true }).waitFor();
    await operator.getByRole("button", { name: "Unblock Stock Sync" }).click();
    await confirm(operator, "Unblock");
    await operator.getByRole("button", { name: "Block Stock Sync", exact: true }).waitFor();
    const app = await dashboard.partnerApps.get.query({ organizationId, appId: id });
    expect(app).toMatchObject({ blockedAt: null, disabledAt: null });
  });

  it("are for owners and admins", async () => {
    const max = { organizationId, name: "Max", email: "max@example.com", role: "member" } as const;
    const page = await openPage(await signIn(server, await addMember(dashboard, max)));
    await page.goto(own());
    await page.getByRole("heading", { name: "Only owners and admins see partner apps" }).waitFor();
    const names = await page.getByRole("navigation", { name: "Settings" }).getByRole("link").allInnerTexts();
    expect(names).not.toContain("Partner apps");
    await page.goto(own(`/${await appId()}`));
    await page.getByRole("heading", { name: "Only owners and admins see partner apps" }).waitFor();
  });
});
