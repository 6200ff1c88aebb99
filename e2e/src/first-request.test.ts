import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { newPage, openBrowser, screenshot } from "./harness/browser.ts";
import {
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
let acme: { readonly id: OrganizationId; readonly cookie: SessionCookie };

type OrganizationId = Parameters<Dashboard["keys"]["list"]["query"]>[0]["organizationId"];

/** As when the person turns to another tab, and back. */
const setVisibility = (state: "hidden" | "visible") =>
  page.evaluate((value) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => value });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, state);

/** The token that the open dialog shows, read without closing it. */
const shownToken = () => page.getByRole("dialog").getByLabel("Token", { exact: true }).innerText();

const waiting = (place: Pick<Page, "getByText">) => place.getByText("Waiting for the first request…");

beforeAll(async () => {
  server = await startServer({ env: unattended });
  const cookie = await signIn(server);
  const { id } = await dashboardOf(server, cookie).organizations.create.mutate({ name: "Acme" });
  acme = { id, cookie };
  page = await newPage(await openBrowser(), { origin: server.origin, cookie });
  await page.goto(`/o/${id}/settings/keys`);
});

it("tells of a new key's first request while its token is still shown, and of a rotated one's", async () => {
  await page.getByRole("button", { name: "Issue API key" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Zapier");
  await dialog.getByRole("button", { name: "Issue key" }).click();
  await waiting(dialog).waitFor();
  const first = await shownToken();

  await getUser(server, first);
  const arrived = /^The first request arrived .+ from 127\.0\.0\.1: GET \/api\/user, answered 200\.$/;
  await dialog.getByText(arrived).waitFor();
  await expect.poll(() => waiting(page).count()).toBe(0);
  await expect.poll(() => dialog.locator("[aria-live=polite]", { hasText: arrived }).count()).toBe(1);
  await dialog.getByText(arrived).scrollIntoViewIfNeeded();
  await screenshot(page, "first-request", { windowOnly: true });
  await takeToken(page);

  await page.getByRole("link", { name: "Zapier" }).click();
  await page.getByRole("button", { name: "Rotate" }).click();
  await dialog.getByRole("button", { name: "Rotate key" }).click();
  await waiting(dialog).waitFor();
  const second = await shownToken();
  await getUser(server, first);
  // Longer than between two looks: the old secret's request is not the one that is waited for.
  await page.waitForTimeout(3_000);
  await expect.poll(() => waiting(dialog).count()).toBe(1);
  await getUser(server, second);
  await dialog.getByText(arrived).waitFor();
  await takeToken(page);
  await page.getByRole("article", { name: "Current secret" }).getByText(arrived).waitFor();
});

it("tells when the first request was refused, and of the latest when many came at once", async () => {
  const { cookie, id } = acme;
  const { key, token } = await dashboardOf(server, cookie).keys.issue.mutate({
    organizationId: id,
    key: { name: "Reader", environment: "live", scopes: ["usage:read"] },
  });
  await page.goto(`/o/${id}/settings/keys/${key.id}`);
  await waiting(page).waitFor();
  await fetch(server.url("/v1/products"), { headers: { authorization: `Bearer ${token}` } });
  await page.getByText(/^The first request arrived .+: GET \/v1\/products, refused with 403\./).waitFor();
  await page.getByText(/Scope missing\. Why, and what would make it pass/).waitFor();
  await screenshot(page, "first-request-refused", { windowOnly: true });
  const opening = page.waitForEvent("popup");
  await page.getByRole("link", { name: "Why, and what would make it pass" }).click();
  const explanation = await opening;
  await explanation.getByText("What was asked for needs products:read").waitFor();
  await explanation.close();
  await getUser(server, token);
  await page.reload();
  await page.getByRole("heading", { name: "Details" }).waitFor();
  await expect.poll(() => page.getByText(/first request|Requests arrive/i).count()).toBe(0);
});

it("waits on the page of a key that was never used, and not while nobody looks", async () => {
  await page.goto(`/o/${acme.id}/settings/keys`);
  await page.getByRole("button", { name: "Issue API key" }).first().click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill("Shop");
  await page.getByRole("dialog").getByRole("button", { name: "Issue key" }).click();
  const token = await takeToken(page);
  await page.getByRole("link", { name: "Shop" }).click();
  await waiting(page).waitFor();
  await screenshot(page, "first-request-page", { windowOnly: true });

  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await setVisibility("hidden");
  await page.waitForTimeout(1_500);
  asked.length = 0;
  await getUser(server, token);
  await getUser(server, token);
  await page.waitForTimeout(3_000);
  expect(asked).toEqual([]);
  await expect.poll(() => waiting(page).count()).toBe(1);
  await setVisibility("visible");
  await page.getByText(/^Requests arrive: 2 so far\. The latest came .+, answered 200\.$/).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Details" }).waitFor();
  await expect.poll(() => page.getByText(/first request|Requests arrive/i).count()).toBe(0);
});
