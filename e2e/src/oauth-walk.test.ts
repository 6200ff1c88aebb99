import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../scripts/free-port.mjs";
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
import { withDatabase } from "./harness/database.ts";
import { startExampleApp } from "./harness/example-app.ts";
import { policed, type Policed } from "./harness/policed.ts";
import { startServer, type RunningServer } from "./harness/server.ts";

let server: RunningServer;
let operator: SessionCookie;
let dashboard: Dashboard;
let maker: `org_${string}`;
let customer: `org_${string}`;
let owner: Person;
let admin: Person;
let port: number;

const visited: Policed[] = [];

async function openPage(cookie?: SessionCookie): Promise<Page> {
  const page = await newPage(await openBrowser(), { origin: server.origin, cookie });
  visited.push(await policed(page, server.origin));
  return page;
}

beforeAll(async () => {
  server = await startServer({ env: unattended });
  operator = await signIn(server);
  dashboard = dashboardOf(server, operator);
  port = await freePort();
  maker = (await dashboard.organizations.create.mutate({ name: "Kestrel Trading" })).id;
  customer = (await dashboard.organizations.create.mutate({ name: "Nordlys Møbler" })).id;
  owner = await join(maker, "Kim", "owner");
  admin = await join(customer, "Ada", "admin");
});

async function join(organizationId: `org_${string}`, name: string, role: "owner" | "admin"): Promise<Person> {
  return addMember(dashboard, { organizationId, name, email: `${name.toLowerCase()}@example.com`, role });
}

/** Registers the app as its owner does, and offers it. Resolves to what its code needs. */
async function register(): Promise<{ readonly clientId: string; readonly secret: string }> {
  const page = await openPage(await signIn(server, owner));
  await page.goto(`/o/${maker}/settings/partner-apps/new`);
  await page.getByRole("textbox", { name: "Name" }).fill("Shelf Reader");
  await page.getByRole("textbox", { name: "Description" }).fill("Shows what is on the shelves.");
  await page.getByRole("textbox", { name: "Redirect URIs" }).fill(`http://127.0.0.1:${port}/callback`);
  await page.getByRole("checkbox", { name: "products:read" }).check();
  await page.getByRole("button", { name: "Register app" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Copy client secret", exact: true }).click();
  const secret = await page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole("button", { name: "I have stored it" }).click();
  await page.getByRole("heading", { name: "Shelf Reader", level: 1 }).waitFor();
  const clientId = await page.getByRole("textbox", { name: "Client ID" }).inputValue();
  await page.getByRole("button", { name: "Offer to other organizations" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Ask for approval" }).click();
  await page.getByText("Waits for approval").waitFor();
  return { clientId, secret };
}

async function approve(): Promise<void> {
  const page = await openPage(operator);
  await page.goto("/instance/apps");
  await page.getByRole("button", { name: "Decide about Shelf Reader" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Approve" }).click();
  await dialog.getByRole("button", { name: "Approve", exact: true }).click();
  await page.getByRole("heading", { name: "No app waits for you" }).waitFor();
}

/** What the app shows of the API's answers. */
async function shownBy(page: Page): Promise<readonly [user: { [name: string]: unknown }, products: object]> {
  return JSON.parse(await page.locator("body").innerText());
}

const grants = () => dashboard.connectedApps.list.query({ organizationId: customer });

const expireAccessTokens = () =>
  withDatabase(server, (database) => {
    const expired = "update oauth_artifact set expires_at = ? where model = 'AccessToken'";
    return database.prepare(expired).run(Date.now() - 1).changes;
  });

const refreshes = () =>
  withDatabase(server, (database) =>
    database
      .prepare("select count(*) from oauth_artifact where model = 'RefreshToken' and consumed_at is not null")
      .pluck()
      .get(),
  );

describe("the app of the guide, registered by its owner and approved by the operator", () => {
  let page: Page;
  let app: string;
  let registered: Awaited<ReturnType<typeof register>>;

  beforeAll(async () => {
    registered = await register();
    await approve();
    app = await startExampleApp(server, { port, ...registered });
    page = await openPage();
  });

  it("is connected by an admin of another organization, and shows its products", async () => {
    await page.goto(app);
    await page.getByRole("link", { name: "Connect it" }).click();
    await page.getByRole("heading", { name: "Sign in to connect Shelf Reader" }).waitFor();
    await page.getByRole("textbox", { name: "E-mail address" }).fill(admin.email);
    await page.getByRole("textbox", { name: "Password" }).fill(admin.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByText("Made by Kestrel Trading").waitFor();
    await page.getByText(`Either answer takes you back to 127.0.0.1:${port}.`).waitFor();
    await page.getByRole("radio", { name: "Nordlys Møbler" }).check();
    await page.getByRole("button", { name: "Connect", exact: true }).click();
    await page.waitForURL(`${app}/`);
    const [user, products] = await shownBy(page);
    const [connection] = await grants();
    expect(user).toMatchObject({
      app: { id: registered.clientId, name: "Shelf Reader", scopes: ["products:read"] },
      grant: { id: connection?.id },
      organization: { id: customer },
      key: null,
    });
    expect(products).toMatchObject({ data: [] });
  });

  it("gets new tokens once when its own has expired, however many requests find that out", async () => {
    expect(expireAccessTokens()).toBe(1);
    const answers = await Promise.all(Array.from({ length: 5 }, () => page.request.get(app)));
    expect(answers.map((answer) => answer.status())).toEqual([200, 200, 200, 200, 200]);
    for (const answer of answers) expect(await answer.json()).toHaveLength(2);
    expect(refreshes()).toBe(1);
    expect(await grants()).toMatchObject([{ status: "live" }]);
  });

  it("takes no answer that it did not ask for, or that comes twice", async () => {
    const made = await page.request.get(`${app}/callback?code=x&state=y&iss=${server.url("/oauth")}`);
    expect([made.status(), await made.text()]).toEqual([500, "Nobody was asked in this browser: begin at /"]);
    await page.request.get(`${app}/connect`, { maxRedirects: 0 });
    const forged = await page.request.get(`${app}/callback?code=x&state=y&iss=${server.url("/oauth")}`);
    expect(forged.status()).toBe(500);
    await page.request.get(`${app}/connect`, { maxRedirects: 0 });
    const elsewhere = await page.request.get(`${app}/callback?code=x&iss=https://evil.example`);
    expect(elsewhere.status()).toBe(500);
    expect(await (await page.request.get(app)).json()).toHaveLength(2);
  });

  it("is disconnected in the dashboard, where its last use is seen, and knows it at its next request", async () => {
    const connected = await openPage(await signIn(server, admin));
    await connected.goto(`/o/${customer}`);
    await connected.getByRole("link", { name: "Connected apps" }).click();
    const row = connected.getByRole("table", { name: "Connected apps" }).getByRole("row").nth(1);
    await row.getByText("Connected", { exact: true }).waitFor();
    expect(await row.innerText()).toMatch(/Shelf Reader[^]*Ada/);
    expect(await row.innerText()).not.toContain("Never used");
    await row.getByRole("button", { name: "Disconnect Shelf Reader" }).click();
    const dialog = connected.getByRole("dialog");
    await dialog.getByRole("button", { name: "Disconnect", exact: true }).click();
    await dialog.waitFor({ state: "detached" });

    await page.goto(app);
    await page.getByText("This app cannot read your products: app_disconnected.").waitFor();
    await page.reload();
    await page.getByText("This app cannot read your products: not connected.").waitFor();
  });

  it("is connected again from there by the one who ended it", async () => {
    await page.getByRole("link", { name: "Connect it" }).click();
    await page.getByRole("heading", { name: "Connect Shelf Reader?" }).waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.waitForURL(`${app}/callback?**`);
    expect(new URL(page.url()).searchParams.get("error")).toBe("access_denied");
    await page.goto(`${app}/connect`);
    await page.getByRole("button", { name: "Connect", exact: true }).click();
    await page.waitForURL(`${app}/`);
    const [user] = await shownBy(page);
    expect(user).toMatchObject({ organization: { name: "Nordlys Møbler" } });
  });

  it("is told invalid_grant when its connection ended while its token had expired", async () => {
    const live = (await grants()).find(({ status }) => status === "live");
    await dashboard.connectedApps.disconnect.mutate({
      organizationId: customer,
      grantId: live?.id ?? "grt_none",
    });
    withDatabase(server, (database) =>
      database.exec("delete from oauth_artifact where model = 'AccessToken'"),
    );
    await page.goto(app);
    await page.getByText("This app cannot read your products: invalid_grant.").waitFor();
    expect((await grants()).map(({ status }) => status)).not.toContain("live");
  });
});

it("no page on the way does anything that its policy forbids, and each has one", async () => {
  expect(visited.flatMap(({ violations }) => violations)).toEqual([]);
  const shown = visited.flatMap((book) => book.shown);
  const paths = shown.map(({ path }) => path);
  for (const on of [
    /^\/connect\/[\w-]+$/,
    /^\/oauth\/authorize$/,
    /partner-apps\/new$/,
    /^\/instance\/apps$/,
  ]) {
    expect(paths.some((path) => on.test(path))).toBe(true);
  }
  for (const { path, headers } of shown) {
    expect(headers["content-security-policy"], path).toMatch(
      /default-src 'self';script-src 'self'.*form-action 'self'.*frame-ancestors 'none'/,
    );
    expect(headers["referrer-policy"], path).toBe("no-referrer");
  }
});
