import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
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
import { press } from "./harness/keyboard.ts";
import { beginnings, openWatched, type WatchedPage } from "./harness/look-at.ts";
import { startServer, type RunningServer } from "./harness/server.ts";

let server: RunningServer;
let cookie: SessionCookie;
let dashboard: Dashboard;
let organizationId: `org_${string}`;

const better = "seven-quiet-rivers";
const dialog = { within: "[role=dialog]", windowOnly: true } as const;

beforeAll(async () => {
  server = await startServer({ env: unattended });
  cookie = await signIn(server);
  dashboard = dashboardOf(server, cookie);
  organizationId = (await dashboard.organizations.create.mutate({ name: "Acme" })).id;
});

const openPage = async () => newPage(await openBrowser(), { origin: server.origin });

const member = (name: string) =>
  addMember(dashboard, { organizationId, name, email: `${name.toLowerCase()}@example.com`, role: "viewer" });

async function linkFor(email: string): Promise<string> {
  const { items } = await dashboard.instance.people.list.query({ search: email });
  const made = items.map(({ id }) =>
    dashboard.instance.people.makePasswordLink.mutate({ id, password: operator.password }),
  );
  return (await Promise.all(made))[0]?.link ?? "";
}

/** Makes a link for somebody, as an operator does, and takes it from the dialog. */
async function makeLink({ page, goto, expectWellBehaved }: WatchedPage, name: string): Promise<string> {
  await goto("/instance/people");
  await page.getByRole("button", { name: `Make a password link for ${name}` }).click();
  const asked = page.getByRole("dialog", { name: `Make a password link for ${name}?` });
  await asked.getByLabel("Your own password", { exact: true }).fill(operator.password);
  await asked.getByRole("button", { name: "Make link" }).click();
  const shown = page.getByRole("dialog", { name: "Hand over this link" });
  await shown.getByRole("button", { name: "Copy password link" }).click();
  await shown.getByRole("button", { name: "Copied" }).waitFor({ state: "detached" });
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(new RegExp(`^${server.origin}/new-password#[\\w-]{43}$`));
  await expectWellBehaved("password-link-made", dialog);
  // It is shown this once: no key closes that.
  await page.keyboard.press("Escape");
  await shown.getByRole("button", { name: "Done" }).click();
  await shown.waitFor({ state: "detached" });
  expect(await page.content()).not.toContain(link.split("#")[1]);
  return link;
}

/** Every address that the browser asks for from now on. */
function addressesOf(page: Page): readonly string[] {
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(request.url(), request.headers()["referer"] ?? ""));
  return addresses;
}

describe.each(beginnings)("somebody who forgot their password, from $first at $width px on", (beginning) => {
  const who = { light: "Ada", dark: "Bo" }[beginning.first];

  it(
    "gets a link from an operator, chooses another, and signs in with it",
    { timeout: 120_000 },
    async () => {
      const person = await member(who);
      const before = dashboardOf(server, await signIn(server, person));
      const operators = await openWatched({ origin: server.origin, cookie }, beginning);
      const link = await makeLink(operators, who);

      const visitor = await openWatched({ origin: server.origin }, beginning);
      const { page } = visitor;
      const addresses = addressesOf(page);
      await visitor.goto(link);
      await page.getByRole("heading", { name: "Choose a new password" }).waitFor();
      expect(page.url()).not.toContain("#");
      await expect
        .poll(() => page.getByRole("textbox", { name: "E-mail address" }).inputValue())
        .toBe(person.email);
      expect((await before.session.list.query()).length).toBeGreaterThan(0);

      await page.getByLabel("New password", { exact: true }).fill(better);
      await page.getByRole("button", { name: "Change password" }).click();
      await page.getByRole("heading", { name: "Your password is changed" }).waitFor();
      await visitor.expectWellBehaved("new-password-done");
      await expect(before.session.list.query()).rejects.toThrow("Sign in first");
      expect(addresses.filter((address) => address.includes(link.split("#")[1] ?? "?"))).toEqual([]);

      await page.getByRole("link", { name: "Sign in" }).click();
      await page.getByRole("textbox", { name: "E-mail address" }).fill(person.email);
      await page.getByLabel("Password", { exact: true }).fill(better);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.getByRole("heading", { name: "Home" }).waitFor();

      await page.goto(link);
      await page.getByRole("heading", { name: "This link does not work any more" }).waitFor();
      await operators.page.goto("/instance/log");
      const told = operators.page.getByRole("row").filter({ hasText: person.email });
      await told.filter({ hasText: "made a password link" }).waitFor();
      await told.filter({ hasText: "chose a new password" }).waitFor();
    },
  );
});

it("a link that ends while its page is open says so, and where to get another", async () => {
  const person = await member("Kim");
  const page = await openPage();
  await page.goto(await linkFor(person.email));
  await page.getByLabel("New password", { exact: true }).fill("password123");
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByText("too easy to guess").waitFor();
  await page.getByLabel("New password", { exact: true }).fill(better);
  await linkFor(person.email);
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByText(/Ask whoever runs this installation for a new one/).waitFor();
  expect((await signIn(server, person)).value).not.toBe("");
});

it("is told on the sign-in page whom to ask, and chooses a password by keyboard alone", async () => {
  const person = await member("Lea");
  const page = await openPage();
  await page.goto("/sign-in");
  await page.getByText(/Forgot your password\? Whoever runs this installation/).waitFor();
  await page.goto(await linkFor(person.email));
  await page.getByLabel("New password", { exact: true }).and(page.locator(":focus")).waitFor();
  await page.keyboard.type(better);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Your password is changed" }).waitFor();
  await press(page, page.getByRole("link", { name: "Sign in" }));
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  expect((await signIn(server, { ...person, password: better })).value).not.toBe("");
});

it("a session alone makes no link: an operator gives their own password", async () => {
  await member("Mia");
  const page = await newPage(await openBrowser(), { origin: server.origin, cookie });
  await page.goto("/instance/people");
  await press(page, page.getByRole("button", { name: "Make a password link for Mia" }));
  const asked = page.getByRole("dialog");
  await asked.getByLabel("Your own password", { exact: true }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Enter");
  await asked.getByText("Enter your current password.").waitFor();
  await page.keyboard.type("not my password");
  await page.keyboard.press("Enter");
  await asked.getByText("The current password is wrong.").waitFor();
  await asked.getByLabel("Your own password", { exact: true }).fill(operator.password);
  await page.keyboard.press("Enter");
  const link = page.getByRole("dialog").getByRole("textbox", { name: "password link" });
  await expect.poll(() => link.inputValue()).toContain("/new-password#");
});
