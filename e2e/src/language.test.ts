import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { newPage, openBrowser } from "./harness/browser.ts";
import {
  addMember,
  dashboardOf,
  operator,
  signIn,
  unattended,
  type Dashboard,
  type SessionCookie,
} from "./harness/dashboard.ts";
import { startServer, type RunningServer } from "./harness/server.ts";

let server: RunningServer;
let cookie: SessionCookie;
let dashboard: Dashboard;
let organizationId: `org_${string}`;

const settings = (page: string) => `/o/${organizationId}/settings/${page}`;
const languageOf = (page: Page) => page.locator("html").getAttribute("lang");

async function openPage(options: { locale?: "da-DK"; cookie?: SessionCookie } = {}): Promise<Page> {
  return newPage(await openBrowser(), { origin: server.origin, ...options });
}

beforeAll(async () => {
  server = await startServer({ env: unattended });
  cookie = await signIn(server);
  dashboard = dashboardOf(server, cookie);
  organizationId = (await dashboard.organizations.create.mutate({ name: "Acme" })).id;
  await addMember(dashboard, { organizationId, name: "Ada", email: "ada@example.com", role: "admin" });
});

it("speaks the browser's language, until somebody chooses another one", async () => {
  const page = await openPage({ locale: "da-DK" });
  await page.goto("/sign-in");
  await page.getByRole("heading", { name: "Log ind" }).waitFor();
  expect(await languageOf(page)).toBe("da");
  expect(await page.title()).toBe("Log ind · Katkey");

  await page.getByRole("textbox", { name: "E-mailadresse" }).fill(operator.email);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  expect(await languageOf(page)).toBe("en");
  // What was typed is still there.
  await expect
    .poll(() => page.getByRole("textbox", { name: "E-mail address" }).inputValue())
    .toBe(operator.email);

  await page.getByLabel("Password", { exact: true }).fill(operator.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Home" }).waitFor();

  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitemradio", { name: "Dansk" }).click();
  await page.getByRole("heading", { name: "Hjem" }).waitFor();
  expect(await languageOf(page)).toBe("da");

  await page.reload();
  await page.getByRole("heading", { name: "Hjem" }).waitFor();
  expect(await page.title()).toBe("Hjem · Katkey");
});

it("says in Danish why a sign-in was refused", async () => {
  const page = await openPage({ locale: "da-DK" });
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mailadresse" }).fill("nobody@example.com");
  await page.getByLabel("Adgangskode", { exact: true }).fill("not-the-password");
  await page.getByRole("button", { name: "Log ind" }).click();
  await expect
    .poll(() => page.getByRole("alert").innerText())
    .toBe("E-mailadressen eller adgangskoden er forkert.");
});

it("issues and rotates a key in Danish, with dates as Danes write them", async () => {
  const page = await openPage({ locale: "da-DK", cookie });
  await page.goto(settings("keys"));
  await page.getByRole("button", { name: "Udsted API-nøgle" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Udsted nøgle" }).click();
  await dialog.getByText("Giv nøglen et navn.").waitFor();
  await dialog.getByRole("textbox", { name: "Navn" }).fill("Natlig eksport");
  await dialog.getByRole("button", { name: "Udsted nøgle" }).click();
  await dialog.getByRole("button", { name: "Kopiér tokenet" }).click();
  await dialog.getByRole("button", { name: "Jeg har gemt det" }).click();
  await dialog.waitFor({ state: "detached" });

  await page.getByRole("link", { name: "Natlig eksport" }).click();
  await page.getByRole("heading", { name: "Natlig eksport" }).waitFor();
  await page.getByRole("button", { name: "Rotér", exact: true }).click();
  // "7. december 2026", "kl.": neither the order nor the words of English.
  await dialog.getByText(/virker indtil \d{1,2}\. \p{Ll}+\.? \d{4}/u).waitFor();
  await dialog.getByRole("radio", { name: "7 dage" }).click();
  await dialog.getByRole("button", { name: "Rotér nøgle" }).click();
  await dialog.getByRole("button", { name: "Kopiér tokenet" }).click();
  await dialog.getByRole("button", { name: "Jeg har gemt det" }).click();
  await page.getByText("Under rotation").first().waitFor();
  const { items } = await dashboard.audit.list.query({ organizationId });
  expect(items[0]?.action).toBe("key.rotated");
  await page.getByText("roterede nøglen med et overlap på 7 dage").waitFor();
  await page.getByText(/^Slutter om 7 dage/).waitFor();
});

it("shows the members in Danish, and what only one of them may not do", async () => {
  const page = await openPage({ locale: "da-DK", cookie });
  await page.goto(settings("members"));
  await page.getByRole("heading", { name: "Medlemmer" }).waitFor();
  await expect
    .poll(() => page.getByRole("combobox", { name: "Rolle for Ada" }).inputValue())
    .toBe("Administrator");
  await page.getByRole("button", { name: "Forlad Acme" }).click();
  const dialog = page.getByRole("dialog", { name: "En organisation skal have en ejer" });
  await expect.poll(() => dialog.innerText()).toContain("Du er den eneste ejer af Acme.");
});
