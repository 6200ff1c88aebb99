import { once } from "node:events";
import { createServer } from "node:http";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { codeAfter, codeShownBy } from "./harness/authenticator-app.ts";
import { axeFindings } from "./harness/axe.ts";
import { newPage, openBrowser } from "./harness/browser.ts";
import { authorizationUrl, type AskingApp } from "./harness/authorization-url.ts";
import { connectApp } from "./harness/connecting.ts";
import {
  addMember,
  dashboardOf,
  operator,
  signIn,
  unattended,
  type Dashboard,
  type Person,
  type SessionCookie,
} from "./harness/dashboard.ts";
import { cleanUp } from "./harness/clean-up.ts";
import { startServer, type RunningServer } from "./harness/server.ts";

let server: RunningServer;
let cookie: SessionCookie;
let dashboard: Dashboard;
let maker: `org_${string}`;
let customer: `org_${string}`;
let ada: Person;
let app: AskingApp;

let visitors = 0;

/** An address may sign in ten times a minute, so each visitor has one of their own, by way of a proxy. */
async function openPage(by?: SessionCookie): Promise<Page> {
  const page = await newPage(await openBrowser(), { origin: server.origin, cookie: by });
  await page.setExtraHTTPHeaders({ "x-forwarded-for": `203.0.113.${(visitors += 1)}` });
  return page;
}

/** Where people come back to: another origin, as an app's is. */
async function startApp(): Promise<string> {
  const site = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html").end("<title>App</title><h1>The app</h1>");
  });
  await once(site.listen(0, "127.0.0.1"), "listening");
  cleanUp(async () => site.close().closeAllConnections());
  const address = site.address();
  return `http://localhost:${typeof address === "object" && address !== null ? address.port : 0}/connected`;
}

const answerOf = (page: Page) => new URL(page.url()).searchParams;

async function backAtTheApp(page: Page): Promise<URLSearchParams> {
  await page.getByRole("heading", { name: "The app" }).waitFor();
  const answer = answerOf(page);
  expect([answer.get("state"), answer.get("iss")]).toEqual(["from-the-app", server.url("/oauth")]);
  return answer;
}

const connected = (organizationId: `org_${string}`) => dashboard.connectedApps.list.query({ organizationId });

beforeAll(async () => {
  server = await startServer({ env: { ...unattended, KATKEY_TRUSTED_PROXIES: "127.0.0.1" } });
  cookie = await signIn(server);
  dashboard = dashboardOf(server, cookie);
  const redirectUri = await startApp();
  maker = (await dashboard.organizations.create.mutate({ name: "Kestrel Trading" })).id;
  customer = (await dashboard.organizations.create.mutate({ name: "Nordlys Møbler" })).id;
  const other = (await dashboard.organizations.create.mutate({ name: "Globex" })).id;
  ada = await addMember(dashboard, {
    organizationId: customer,
    name: "Ada",
    email: "ada@example.com",
    role: "admin",
  });
  const registered = await dashboard.partnerApps.register.mutate({
    organizationId: maker,
    name: "Stock Sync",
    description: "Keeps stock the same.",
    homepage: "https://stock.example/",
    logo: null,
    type: "confidential",
    redirectUris: [redirectUri],
    scopes: ["products:read", "products:write"],
  });
  const { id: appId } = registered.app;
  const { revision } = await dashboard.partnerApps.offer.mutate({ organizationId: maker, appId });
  await dashboard.instance.appApprovals.decide.mutate({
    organizationId: maker,
    appId,
    decision: "approved",
    revision,
  });
  await dashboard.instance.suspend.mutate({ organizationId: other, reason: "Unpaid" });
  app = { clientId: appId, redirectUri, scope: "products:read products:write" };
});

describe("the page on which an app is connected", () => {
  it("lets a visitor sign in first, and connect by keyboard alone", async () => {
    const page = await openPage();
    await page.goto(authorizationUrl(server, app));
    await page.getByRole("heading", { name: "Sign in to connect Stock Sync" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("textbox", { name: "E-mail address" }).fill(ada.email);
    await page.getByRole("textbox", { name: "Password" }).fill(ada.password);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Connect Stock Sync?" }).waitFor();
    await page.getByText("Made by Kestrel Trading").waitFor();
    await page.getByText(`Either answer takes you back to ${new URL(app.redirectUri).host}.`).waitFor();
    const access = page.getByRole("list", { name: "It will be able to" }).getByRole("listitem");
    expect((await access.allInnerTexts()).map((one) => one.includes("Changes data"))).toEqual([false, true]);
    // The only organization that Ada is a member of.
    expect(await page.getByRole("radio", { name: "Nordlys Møbler" }).isChecked()).toBe(true);
    await page.getByRole("radio", { name: "Nordlys Møbler" }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Connect");
    await page.keyboard.press("Enter");
    expect((await backAtTheApp(page)).get("code")).not.toBeNull();
    expect(await connected(customer)).toMatchObject([
      { status: "live", scopes: ["products:read", "products:write"], grantedBy: { email: ada.email } },
    ]);
  });

  it("shows all organizations of somebody, with why some cannot be chosen, and wants one chosen", async () => {
    const page = await openPage(cookie);
    await page.goto(authorizationUrl(server, app));
    const globex = page.getByRole("radio", { name: "Globex" });
    await globex.waitFor();
    expect(await globex.isDisabled()).toBe(true);
    await page.getByText("It is suspended.").waitFor();
    await page.getByRole("button", { name: "Connect", exact: true }).click();
    await page.getByText("Choose an organization.").waitFor();
    await page.getByRole("radio", { name: "Kestrel Trading" }).click();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Connect", exact: true }).click();
    expect((await backAtTheApp(page)).get("code")).not.toBeNull();
    expect(await connected(maker)).toMatchObject([{ status: "live" }]);
  });

  it("takes a no, and is over once it was answered", async () => {
    const page = await openPage(cookie);
    await page.goto(authorizationUrl(server, app));
    await page.getByRole("button", { name: "Connect", exact: true }).waitFor();
    const address = page.url();
    await page.getByRole("button", { name: "Cancel" }).click();
    expect((await backAtTheApp(page)).get("error")).toBe("access_denied");
    await page.goto(address);
    await page.getByRole("heading", { name: "This request is over" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("link", { name: "Go to the dashboard" }).click();
    await page.getByRole("navigation", { name: "Settings" }).waitFor();
  });

  it("says so to those who may not connect anything", async () => {
    const viewer = {
      organizationId: customer,
      name: "Vera",
      email: "vera@example.com",
      role: "viewer",
    } as const;
    const page = await openPage(await signIn(server, await addMember(dashboard, viewer)));
    await page.goto(authorizationUrl(server, app));
    await page.getByText("You cannot connect this app to any of your organizations.").waitFor();
    await page.getByText("You are a viewer here. Ask an owner or admin to connect it.").waitFor();
    expect(await page.getByRole("button", { name: "Connect", exact: true }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Cancel" }).click();
    expect((await backAtTheApp(page)).get("error")).toBe("access_denied");
  });

  it("notices that somebody else has signed in meanwhile, and goes on as them", async () => {
    const page = await openPage(cookie);
    await page.goto(authorizationUrl(server, app));
    await page.getByText(`You are signed in as ${operator.email}`).waitFor();
    const another = await signIn(server, ada);
    await page.context().addCookies([{ ...another }]);
    await page.getByRole("radio", { name: "Kestrel Trading" }).click();
    await page.getByRole("button", { name: "Connect", exact: true }).click();
    await page.getByRole("alert").waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Somebody else has signed in" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: `Go on as ${ada.email}` }).click();
    await page.getByRole("radio", { name: "Nordlys Møbler" }).waitFor();
    await page.getByText(`You are signed in as ${ada.email}`).waitFor();
    expect(await page.getByRole("radio").count()).toBe(1);
  });

  it("lets somebody sign in as somebody else", async () => {
    const page = await openPage(await signIn(server, ada));
    await page.goto(authorizationUrl(server, app));
    await page.getByRole("button", { name: "Sign in as somebody else" }).click();
    await page.getByRole("textbox", { name: "E-mail address" }).fill(operator.email);
    await page.getByRole("textbox", { name: "Password" }).fill(operator.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByText(`You are signed in as ${operator.email}`).waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    expect((await backAtTheApp(page)).get("error")).toBe("access_denied");
  });

  it("wants the second step of who has one", async () => {
    const zoe = await addMember(dashboard, {
      organizationId: customer,
      name: "Zoe",
      email: "zoe@example.com",
      role: "admin",
    });
    const page = await openPage(await signIn(server, zoe));
    await page.goto("/account");
    await page.getByRole("button", { name: "Turn on two-factor" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Current password", { exact: true }).fill(zoe.password);
    await dialog.getByRole("button", { name: "Next" }).click();
    await dialog.getByRole("img", { name: /^QR code/ }).waitFor();
    const secret = await dialog.locator("code").innerText();
    await dialog.getByRole("textbox", { name: "Code" }).fill(codeShownBy(secret));
    await dialog.getByRole("button", { name: "Turn on two-factor" }).click();
    await dialog.getByRole("list", { name: "Recovery codes" }).waitFor();

    const visitor = await openPage();
    await visitor.goto(authorizationUrl(server, app));
    await visitor.getByRole("textbox", { name: "E-mail address" }).fill(zoe.email);
    await visitor.getByRole("textbox", { name: "Password" }).fill(zoe.password);
    await visitor.keyboard.press("Enter");
    await visitor.getByRole("heading", { name: "One more step" }).waitFor();
    await visitor.getByRole("textbox", { name: "Code" }).fill(codeAfter(secret));
    await visitor.keyboard.press("Enter");
    await visitor.getByText(`You are signed in as ${zoe.email}`).waitFor();
    await visitor.getByRole("button", { name: "Connect", exact: true }).click();
    expect((await backAtTheApp(visitor)).get("code")).not.toBeNull();
    const [connection] = await connected(customer);
    await dashboard.connectedApps.disconnect.mutate({
      organizationId: customer,
      grantId: connection?.id ?? "grt_none",
    });
    expect(connection?.grantedBy.email).toBe(zoe.email);
  });

  it("tells of a request that it cannot trust, and repeats nothing of it", async () => {
    const page = await openPage(cookie);
    await page.goto(authorizationUrl(server, { ...app, redirectUri: "https://evil.example/" }));
    await page.getByRole("heading", { name: "This app cannot be connected" }).waitFor();
    expect(await page.content()).not.toContain("evil.example");
    await page.goto("/connect/error?code=Call%20us%20now");
    await page.getByRole("heading", { name: "This app cannot be connected" }).waitFor();
    expect(await page.content()).not.toContain("Call us now");
  });

  it("is shown in no frame", async () => {
    const page = await openPage(cookie);
    for (const path of [authorizationUrl(server, app), server.url("/connect/error?code=invalid_request")]) {
      const headers = (await page.goto(path))?.headers() ?? {};
      expect(headers["x-frame-options"]).toBe("DENY");
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    }
  });
});

describe("the page of connected apps", () => {
  it("tells what an app may do and by whose leave, and ends that", async () => {
    const page = await openPage(cookie);
    await page.goto(`/o/${customer}`);
    await page.getByRole("link", { name: "Connected apps" }).click();
    const row = page
      .getByRole("table", { name: "Connected apps" })
      .getByRole("row")
      .filter({ hasText: "Ada" });
    await row.getByRole("button", { name: "Stock Sync", exact: true }).click();
    await page.getByText("Create, change and delete products.").waitFor();
    // The address leads here again.
    await page.reload();
    await page.getByText("Create, change and delete products.").waitFor();
    await row.getByRole("button", { name: "Disconnect Stock Sync" }).click();
    await page
      .getByRole("dialog")
      .getByText("Its access to Nordlys Møbler ends at its next request")
      .waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Disconnect", exact: true }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByText("It was disconnected by somebody of this organization.").waitFor();
    expect((await connected(customer)).map(({ endedBy }) => endedBy)).toEqual([
      "disconnected",
      "disconnected",
    ]);
    await page.goto(`/o/${customer}/apps`);
    await page.getByRole("heading", { name: "No app is connected" }).waitFor();
    // The log leads to what ended.
    await page.goto(`/o/${customer}/settings/audit?action=app.disconnected`);
    await page.getByRole("link", { name: "Stock Sync" }).first().click();
    await page.getByText("It was disconnected by somebody of this organization.").waitFor();
  });

  it("warns where another member's leave goes on, and lets members look only", async () => {
    await connectApp(server, app, { cookie, organizationId: customer });
    await connectApp(server, app, { cookie: await signIn(server, ada), organizationId: customer });
    const page = await openPage(cookie);
    await page.goto(`/o/${customer}/apps`);
    await page.getByRole("button", { name: "Disconnect Stock Sync" }).first().click();
    await page
      .getByRole("dialog")
      .getByText(/has connected this app, too/)
      .waitFor();

    const max = { organizationId: customer, name: "Max", email: "max@example.com", role: "member" } as const;
    const looking = await openPage(await signIn(server, await addMember(dashboard, max)));
    await looking.goto(`/o/${customer}/apps`);
    await looking.getByRole("button", { name: "Stock Sync", exact: true }).first().waitFor();
    expect(await looking.getByRole("button", { name: /^Disconnect/ }).count()).toBe(0);
  });
});
