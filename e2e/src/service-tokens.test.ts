import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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
import { takeToken } from "./harness/secret-dialog.ts";
import { startServer, type RunningServer } from "./harness/server.ts";

let server: RunningServer;
let cookie: SessionCookie;
let member: SessionCookie;
let dashboard: Dashboard;
let organizationId: `org_${string}`;

const openPage = async (by: SessionCookie = cookie) =>
  newPage(await openBrowser(), { origin: server.origin, cookie: by });

beforeAll(async () => {
  server = await startServer({ env: unattended });
  cookie = await signIn(server);
  dashboard = dashboardOf(server, cookie);
  organizationId = (await dashboard.organizations.create.mutate({ name: "Acme" })).id;
  await dashboard.organizations.create.mutate({ name: "Globex" });
  const vera = { organizationId, name: "Vera", email: "vera@example.com", role: "admin" } as const;
  member = await signIn(server, await addMember(dashboard, vera));
});

/** Copies the token that the dialog shows as a person would, and closes it. */
async function takeServiceToken(page: Page): Promise<string> {
  await page.getByText("Copy the token now: it is not shown again").waitFor();
  const token = await takeToken(page, "service token");
  expect(token).toMatch(/^kat_svc_[0-9A-Za-z]{16}\.[0-9A-Za-z]{49}$/);
  expect(await page.content()).not.toContain(token.slice(26));
  return token;
}

const rowOf = (page: Page, name: string) =>
  page.getByRole("table", { name: "Service tokens" }).getByRole("row").filter({ hasText: name });

async function choose(page: Page, name: string, item: string) {
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

describe("the page of service tokens", () => {
  it("teaches what they are for while there are none, and is found from Instance", async () => {
    const page = await openPage();
    await page.goto("/instance");
    await page.getByRole("link", { name: "Service tokens" }).click();
    await page.getByRole("heading", { name: "No service token is in use" }).waitFor();
    const snippet = await page.getByRole("tabpanel", { name: "cURL" }).innerText();
    expect(snippet).toContain(`${server.origin}/v1/verify`);
    await page.goto("/instance/log");
    await page.getByText("Nothing has been done yet").waitFor();
  });

  it("issues one for chosen organizations, which shows its token once", async () => {
    const page = await openPage();
    await page.goto("/instance/service-tokens");
    await page.getByRole("button", { name: "Issue service token" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Issue" }).click();
    await dialog.getByText("Give it a name.").waitFor();
    await dialog.getByLabel("Name").fill("Gateway");
    await dialog.getByRole("radio", { name: "Chosen organizations" }).click();
    await dialog.getByRole("button", { name: "Issue" }).click();
    await dialog.getByText("Choose at least one organization.").waitFor();
    await dialog.getByLabel("Organizations", { exact: true }).fill("GLOB");
    await page.getByRole("option", { name: "Acme" }).waitFor({ state: "detached" });
    await page.getByRole("option", { name: "Globex" }).click();
    await dialog.getByLabel("Name").click();
    await dialog.getByRole("button", { name: "Issue" }).click();
    const token = await takeServiceToken(page);
    const row = await rowOf(page, "Gateway").innerText();
    expect(row).toContain(`kat_svc_…${token.slice(-4)}`);
    expect(row).toContain("Globex");
    expect(row).toContain("Active");
  });

  it("rotates with an overlap, ends it, and revokes, and the log tells all of it", async () => {
    const page = await openPage();
    const request = { name: "Edge", organizations: null, expiresAt: null };
    await dashboard.instance.serviceTokens.issue.mutate(request);
    await page.goto("/instance/service-tokens");
    await choose(page, "Edge", "Rotate");
    await page.getByRole("radio", { name: "1 hour" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Rotate" }).click();
    await page.getByRole("button", { name: "I have stored it" }).click();
    await page.getByText("The token was not copied here").waitFor();
    await page.getByRole("button", { name: "Go back" }).click();
    await takeServiceToken(page);
    await rowOf(page, "Edge").getByText("Rotating").waitFor();
    await rowOf(page, "Edge")
      .getByText(/^The old token is refused in /)
      .waitFor();

    await choose(page, "Edge", "End overlap now");
    await page.getByRole("dialog").getByRole("button", { name: "End overlap" }).click();
    await rowOf(page, "Edge").getByText("Active").waitFor();

    await choose(page, "Edge", "Revoke");
    await page.getByRole("dialog").getByRole("button", { name: "Revoke for good" }).click();
    await rowOf(page, "Edge").waitFor({ state: "detached" });
    await page.getByRole("switch", { name: "Show revoked and expired ones" }).click();
    await rowOf(page, "Edge").getByText("Revoked").waitFor();
    expect(new URL(page.url()).searchParams.get("show")).toBe("all");

    await page.goto("/instance/log");
    await page.getByText(/^Chain intact, \d+ entries$/).waitFor();
    const table = page.getByRole("table", { name: "Audit log, newest first" });
    const entry = table.getByRole("row").filter({ hasText: "revoked the service token" });
    await expect.poll(() => entry.innerText()).toContain("The operator olivia@example.com");
    await entry.getByRole("button", { name: /^Details of entry/ }).click();
    await table.getByText("SHA-256").waitFor();
    await table.getByText("rotated the service token with an overlap of 1 hour").waitFor();
  });

  it("says when and from where each was used last, while it is replaced and over a restart", async () => {
    const request = { name: "Checkout", organizations: null, expiresAt: null };
    const first = await dashboard.instance.serviceTokens.issue.mutate(request);
    const page = await openPage();
    await page.goto("/instance/service-tokens");
    await rowOf(page, "Checkout").getByText("Never used").waitFor();
    await choose(page, "Checkout", "Revoke");
    await page.getByRole("dialog").getByText("Never used").waitFor();
    await page.keyboard.press("Escape");

    await ask(first.token, "kat_live_none");
    const { id } = first.serviceToken;
    const second = await dashboard.instance.serviceTokens.rotate.mutate({ id, overlapSeconds: 3_600 });
    await page.reload();
    await expect.poll(() => rowOf(page, "Checkout").locator("time").count()).toBe(3);
    await choose(page, "Checkout", "End overlap now");
    await page.getByRole("dialog").getByText("127.0.0.1").waitFor();
    await page.keyboard.press("Escape");
    await ask(second.token, "kat_live_none");

    const lastUses = async () => {
      const { items } = await dashboard.instance.serviceTokens.list.query({ inUse: true });
      return items.find((one) => one.id === id)?.secrets.map(({ lastUse }) => lastUse);
    };
    const before = await lastUses();
    expect(before).toEqual([expect.objectContaining({ address: "127.0.0.1" }), expect.anything()]);
    await server.stop();
    const { dataDir, origin } = server;
    server = await startServer({ env: unattended, dataDir, port: Number(new URL(origin).port) });
    expect(await lastUses()).toEqual(before);
  });

  it("are nothing to who is no operator", async () => {
    const page = await openPage(member);
    for (const path of ["/instance/service-tokens", "/instance/log"]) {
      await page.goto(path);
      await page.getByRole("heading", { name: "There is no page at this address" }).waitFor();
      await expect.poll(() => page.getByText("olivia@example.com").count()).toBe(0);
    }
  });
});

/** What the service asks, as a backend does. */
async function ask(serviceToken: string, token: string) {
  const answer = await fetch(server.url("/v1/verify"), {
    method: "POST",
    headers: { authorization: `Bearer ${serviceToken}`, "content-type": "application/json" },
    body: JSON.stringify({ token }),
  });
  const body = await answer.json();
  return { status: answer.status, code: body.code, valid: body.valid ?? null };
}

function filesWith(directory: string, text: string): readonly string[] {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.map(({ name }) => name)).toContain("katkey.db-wal");
  return files
    .filter((file) => readFileSync(join(file.parentPath, file.name)).includes(text))
    .map(({ name }) => name);
}

it("asks about the keys that it covers until it is revoked, and leaves its secret nowhere", async () => {
  const key = { name: "A customer's", environment: "live" } as const;
  const { token } = await dashboard.keys.issue.mutate({ organizationId, key });
  const request = { name: "Backend", expiresAt: null };
  const { serviceToken, ...issued } = await dashboard.instance.serviceTokens.issue.mutate({
    ...request,
    organizations: [organizationId],
  });
  expect(await ask(issued.token, token)).toEqual({ status: 200, code: "valid", valid: true });
  expect(await ask(token, token)).toMatchObject({ status: 401, code: "invalid_token" });
  const inUrl = await fetch(server.url(`/v1/user?note=${issued.token}`));
  expect([inUrl.status, (await inUrl.json()).code]).toEqual([400, "token_in_url"]);

  await dashboard.instance.serviceTokens.revoke.mutate({ id: serviceToken.id });
  expect(await ask(issued.token, token)).toMatchObject({ status: 401, code: "invalid_token" });
  const secret = issued.token.slice(issued.token.indexOf(".") + 1);
  expect(filesWith(server.dataDir, secret)).toEqual([]);
  expect(server.logs()).not.toContain(secret);
});
