import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { newPage, openBrowser, screenshot } from "./harness/browser.ts";
import {
  addMember,
  dashboardOf,
  getUser,
  signIn,
  unattended,
  type Dashboard,
  type SessionCookie,
} from "./harness/dashboard.ts";
import { takeToken } from "./harness/secret-dialog.ts";
import { startServer, type RunningServer } from "./harness/server.ts";

let server: RunningServer;
let page: Page;
let dashboard: Dashboard;
let cookie: SessionCookie;
let acme: OrganizationId;

type OrganizationId = Parameters<Dashboard["keys"]["list"]["query"]>[0]["organizationId"];
type NewKey = Parameters<Dashboard["keys"]["issue"]["mutate"]>[0]["key"];

beforeAll(async () => {
  server = await startServer({ env: unattended });
  cookie = await signIn(server);
  dashboard = dashboardOf(server, cookie);
  acme = (await dashboard.organizations.create.mutate({ name: "Acme" })).id;
  await dashboard.instance.changePlan.mutate({ organizationId: acme, plan: "enterprise" });
  page = await newPage(await openBrowser(), { origin: server.origin, cookie });
});

let names = 0;

const issue = (key: Partial<NewKey> = {}, organizationId = acme) => {
  names += 1;
  return dashboard.keys.issue.mutate({
    organizationId,
    key: { name: `Key ${names}`, environment: "live", ...key },
  });
};

const send = (token: string, path: string, init: RequestInit = {}) =>
  fetch(server.url(path), { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });

/** The request id of a real answer that refused. */
async function refused(token: string, path = "/v1/user", init: RequestInit = {}): Promise<string> {
  const answer = await send(token, path, init);
  expect(answer.ok).toBe(false);
  const { instance } = await answer.json();
  return instance;
}

const verdict = (text: string) =>
  page.getByRole("region", { name: "What would make it pass" }).getByText(text, { exact: true });

const fieldOf = () => page.getByRole("textbox", { name: "Request id" });

/** Opens the explanation as somebody who has only the id. */
async function explain(requestId: string) {
  await page.goto(`/o/${acme}/refusals`);
  await fieldOf().fill(requestId);
  await page.getByRole("button", { name: "Explain" }).click();
}

/** Opens it again later, as by a link that was kept. */
const lookAgain = (requestId: string) => page.goto(`/o/${acme}/refusals?request=${requestId}`);

const why = (text: string | RegExp) =>
  page.getByRole("region", { name: "Why it was refused" }).getByText(text).waitFor();

it("leads from a missing scope to the key's form with the scope chosen, and then says that it would pass", async () => {
  const { key, token } = await issue({ name: "Shop", scopes: ["products:read"] });
  const body = JSON.stringify({ name: "Cup" });
  const init = { method: "POST", body, headers: { "content-type": "application/json" } };
  const id = await refused(token, "/v1/products", init);

  const latest = page.getByRole("link", { name: "403 · Scope missing" });
  await page.goto(`/o/${acme}/settings/audit`);
  await page.getByRole("link", { name: "Explain a refused request" }).click();
  await latest.waitFor();
  await page.goto(`/o/${acme}/settings/keys/${key.id}`);
  await page.getByRole("link", { name: "Latest refusals" }).click();
  await page.getByRole("region", { name: "Latest refusals of one key" }).waitFor();
  await latest.waitFor();
  await page.goto(`/o/${acme}/usage`);
  await page.getByRole("link", { name: "Latest refusals" }).click();
  const organization = page.getByRole("navigation", { name: "Organization" });
  await organization.getByRole("link", { name: "Refusals", exact: true }).click();
  await latest.waitFor();
  await screenshot(page, "refusals");
  await fieldOf().fill(` "${id}" `);
  await page.getByRole("button", { name: "Explain" }).click();
  await why("What was asked for needs products:write, and the key did not have it then.");
  await verdict("The same request would be refused again").waitFor();
  expect(new URL(page.url()).searchParams.get("request")).toBe(id);
  const request = page.getByRole("region", { name: "The request" });
  for (const fact of ["POST /v1/products", "127.0.0.1", "node", "products:write", id]) {
    await request.getByText(fact, { exact: true }).waitFor();
  }
  await screenshot(page, "explain");

  await page.getByRole("link", { name: "Give the key products:write" }).click();
  const dialog = page.getByRole("dialog", { name: "Edit “Shop”" });
  await expect.poll(() => dialog.getByRole("checkbox", { name: /products:write/ }).isChecked()).toBe(true);
  await dialog.getByText("Filled in by the link you followed; nothing is saved yet.").waitFor();
  await dialog.getByText("Added: products:write").waitFor();
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(page.url()).not.toContain("scopes");
  expect((await send(token, "/v1/products", init)).status).toBe(201);

  await lookAgain(id);
  await verdict("The same request would pass now").waitFor();
  await page.getByText("The key has products:write now.").waitFor();
});

it("leads from a closed address to the list with the address in it", async () => {
  const { token } = await issue({ name: "Office", addresses: ["203.0.113.0/24"] });
  const id = await refused(token);
  await explain(id);
  await why("It came from 127.0.0.1, and the key may be used from other addresses only.");
  await page.getByRole("link", { name: "Add 127.0.0.1 to the list" }).click();
  const dialog = page.getByRole("dialog", { name: "Edit “Office”" });
  await expect
    .poll(() => dialog.getByRole("textbox", { name: "Allowed addresses" }).inputValue())
    .toBe("203.0.113.0/24\n127.0.0.1");
  await dialog.getByRole("button", { name: "Save changes" }).click();
  await dialog.waitFor({ state: "detached" });
  expect((await getUser(server, token)).status).toBe(200);
  await lookAgain(id);
  await page.getByText("The key can be used from 127.0.0.1 now.").waitFor();
});

it("says of a revoked key that only a new one helps, and opens the form for it", async () => {
  const { key, token } = await issue();
  const revocation = { reason: "superseded" as const, text: null };
  await dashboard.keys.revoke.mutate({ organizationId: acme, keyId: key.id, revocation });
  const id = await refused(token);
  await explain(id);
  await why("The key had been revoked.");
  await page.getByText(/^The key was revoked .+: another key had replaced it\./).waitFor();
  await page.getByRole("link", { name: "Issue a new key" }).click();
  const dialog = page.getByRole("dialog", { name: "Issue API key" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Its successor");
  await dialog.getByRole("button", { name: "Issue key" }).click();
  expect((await getUser(server, await takeToken(page))).status).toBe(200);
  expect(page.url()).not.toContain("open=");
});

it("names the newest secret to whoever sent an old one, and lets them rotate once more", async () => {
  const { key, token } = await issue({ name: "Old job" });
  const [{ publicKeyId: replaces } = { publicKeyId: "" }] = key.secrets;
  const rotation = { overlapSeconds: 0, replaces };
  const rotated = await dashboard.keys.rotate.mutate({ organizationId: acme, keyId: key.id, rotation });
  const id = await refused(token);
  await explain(id);
  await why(/^Its token was an old one/);
  await page.getByText(`ending in ${rotated.token.slice(-4)}`).waitFor();
  await page.getByRole("link", { name: "Rotate the key" }).click();
  const dialog = page.getByRole("dialog", { name: "Rotate “Old job”" });
  await dialog.getByRole("button", { name: "Rotate key" }).click();
  expect((await getUser(server, await takeToken(page))).status).toBe(200);
});

it("says that a browser never may, and points to the key that it has exposed", async () => {
  const { token } = await issue({ name: "Page" });
  const id = await refused(token, "/v1/user", { headers: { "sec-fetch-site": "cross-site" } });
  await explain(id);
  await why(/^It came from a browser/);
  await verdict("The same request would be refused again").waitFor();
  await page.getByRole("link", { name: "Rotate the key" }).click();
  await page.getByRole("dialog", { name: "Rotate “Page”" }).waitFor();
  const [found] = (await dashboard.keys.list.query({ organizationId: acme, search: "Page" })).items;
  expect(found?.exposure).toMatchObject({ by: "browser" });
});

it("leads to the switch of API access, and to the operator's page of a suspended organization", async () => {
  const { token } = await issue();
  await dashboard.organizations.changeApiAccess.mutate({ organizationId: acme, apiAccess: false });
  const off = await refused(token);
  await explain(off);
  await why("The organization's API access was switched off.");
  await page.getByRole("link", { name: "Open the organization's settings" }).click();
  await page.getByRole("heading", { name: "Organization", level: 1 }).waitFor();
  await dashboard.organizations.changeApiAccess.mutate({ organizationId: acme, apiAccess: true });
  expect((await getUser(server, token)).status).toBe(200);
  await lookAgain(off);
  await page.getByText("API access has been switched on since.").waitFor();

  await dashboard.instance.suspend.mutate({ organizationId: acme, reason: "Unpaid since March" });
  const suspended = await refused(token);
  await explain(suspended);
  await page.getByText(/“Unpaid since March”/).waitFor();
  await page.getByRole("link", { name: "Open the organization as its operator" }).click();
  await page.waitForURL(`**/instance/${acme}`);
  await dashboard.instance.resume.mutate({ organizationId: acme });
  expect((await getUser(server, token)).status).toBe(200);
  await lookAgain(suspended);
  await verdict("The same request would pass now").waitFor();
});

it("says how long a used-up limit lasts, and that it was raised since", async () => {
  const { id: small } = await dashboard.organizations.create.mutate({ name: "Small" });
  await dashboard.instance.changeRequestLimit.mutate({ organizationId: small, requestsPerMinute: 2 });
  const { token } = await issue({}, small);
  await getUser(server, token);
  await getUser(server, token);
  const id = await refused(token);
  await page.goto(`/o/${small}/refusals?request=${id}`);
  await why(/^The organization's keys had used up their 2 requests within a minute\./);
  await verdict("The same request would pass in a moment").waitFor();
  await page.getByText(/There is room in \d+ seconds?\./).waitFor();
  await dashboard.instance.changeRequestLimit.mutate({ organizationId: small, requestsPerMinute: 100 });
  await page.reload();
  await page.getByText("The limit was raised from 2 to 100 requests per minute, and has room.").waitFor();
  expect((await getUser(server, token)).status).toBe(200);
});

it("names each field that was wrong, and takes the whole problem that was pasted", async () => {
  const { token } = await issue();
  const answer = await send(token, "/v1/products", {
    method: "POST",
    body: JSON.stringify({ name: "", colour: "red" }),
    headers: { "content-type": "application/json" },
  });
  const problem = JSON.stringify(await answer.json(), null, 2);
  await page.goto(`/o/${acme}/refusals`);
  await fieldOf().focus();
  await page.evaluate((text) => navigator.clipboard.writeText(text), problem);
  await page.keyboard.press("Control+v");
  await why("Something was missing in its input, or did not belong there.");
  await verdict("It has to be another request").waitFor();
  await expect
    .poll(() => page.getByRole("list", { name: "What was wrong with the input" }).innerText())
    .toMatch(/colour/);
  await screenshot(page, "explain-input");
});

it("says the same of another organization's request as of one that nobody made", async () => {
  const { id: other } = await dashboard.organizations.create.mutate({ name: "Other" });
  const { token } = await issue({}, other);
  const theirs = await refused(token, "/v1/nothing");
  const said: string[] = [];
  for (const id of [theirs, crypto.randomUUID()]) {
    await explain(id);
    await page.getByText("No refused request of this organization has this id").first().waitFor();
    said.push((await page.getByRole("main").innerText()).replaceAll(id, "…"));
  }
  expect(said[0]).toBe(said[1]);
  expect(said[0]).toMatch(/older than 7 days/);
  await screenshot(page, "explain-unknown");

  await page.goto(`/o/${acme}/refusals`);
  await fieldOf().fill(token);
  await page.getByRole("button", { name: "Explain" }).click();
  await page.getByText("This is a token.").waitFor();
  expect(page.url()).not.toContain("kat_");
});

it("tells a viewer who can settle it", async () => {
  const { token } = await issue({ name: "Stock", scopes: ["usage:read"] });
  const id = await refused(token, "/v1/products");
  const person = await addMember(dashboard, {
    organizationId: acme,
    email: "vera@example.com",
    role: "viewer",
    name: "Vera",
  });
  const viewer = await newPage(await openBrowser(), {
    origin: server.origin,
    cookie: await signIn(server, person),
  });
  await viewer.goto(`/o/${acme}/refusals?request=${id}`);
  await viewer
    .getByText("An owner, an admin or the member responsible for the key can do that.")
    .or(viewer.getByText("An owner or an admin can do that."))
    .waitFor();
  await expect.poll(() => viewer.getByRole("link", { name: /^Give the key/ }).count()).toBe(0);
});

it("speaks Danish, in the dark, on a narrow screen", async () => {
  const { token } = await issue({ name: "Lager", scopes: ["usage:read"] });
  const id = await refused(token, "/v1/products");
  const danish = await newPage(await openBrowser(), {
    origin: server.origin,
    cookie,
    locale: "da-DK",
    colorScheme: "dark",
    viewport: { width: 375, height: 700 },
  });
  await danish.goto(`/o/${acme}/refusals?request=${id}`);
  await danish.getByText("Den samme forespørgsel ville blive afvist igen").first().waitFor();
  await danish.getByRole("link", { name: "Giv nøglen products:read" }).waitFor();
  await screenshot(danish, "explain-danish-dark-375");
  await danish.goto(`/o/${acme}/refusals`);
  await danish.getByRole("link", { name: "403 · Rettighed mangler" }).first().waitFor();
  await screenshot(danish, "refusals-danish-dark-375");
  expect(await danish.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
});
