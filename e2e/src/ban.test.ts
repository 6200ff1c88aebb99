import { beforeAll, expect, it } from "vitest";
import { newPage, openBrowser } from "./harness/browser.ts";
import {
  addMember,
  dashboardOf,
  getUser,
  operator,
  signIn,
  unattended,
  type Person,
  type SessionCookie,
} from "./harness/dashboard.ts";
import { press } from "./harness/keyboard.ts";
import { startServer, type RunningServer } from "./harness/server.ts";

let server: RunningServer;
let cookie: SessionCookie;
let mallory: Person;
let organizationId: `org_${string}`;
let token: string;

const openPage = async (by?: SessionCookie) =>
  newPage(await openBrowser(), { origin: server.origin, ...(by && { cookie: by }) });

beforeAll(async () => {
  server = await startServer({ env: unattended });
  cookie = await signIn(server);
  const dashboard = dashboardOf(server, cookie);
  organizationId = (await dashboard.organizations.create.mutate({ name: "Acme" })).id;
  const invited = {
    organizationId,
    name: "Mallory",
    email: "mallory@example.com",
    role: "admin",
  } as const;
  mallory = await addMember(dashboard, invited);
  const theirs = dashboardOf(server, await signIn(server, mallory));
  const key = { name: "Of Mallory", environment: "live" } as const;
  token = (await theirs.keys.issue.mutate({ organizationId, key })).token;
});

it("an operator bans somebody and lifts the ban, by keyboard: they are out at once, are told nothing, and are back", async () => {
  const theirs = await openPage(await signIn(server, mallory));
  await theirs.goto(`/o/${organizationId}/settings/members`);
  await theirs.getByRole("heading", { name: "Members" }).waitFor();

  const page = await openPage(cookie);
  await page.goto("/instance");
  await page.getByRole("link", { name: "People" }).click();
  const row = (email: string) => page.getByRole("row").filter({ hasText: email });
  await row(mallory.email).getByText("Active").waitFor();
  // Nobody bans themselves.
  await row(operator.email).getByText("You", { exact: true }).waitFor();
  expect(await row(operator.email).getByRole("button").count()).toBe(0);
  await page.getByRole("searchbox", { name: "Search people" }).fill("MALL");
  await row(operator.email).waitFor({ state: "detached" });

  await press(page, page.getByRole("button", { name: "Ban Mallory" }));
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/API keys that they issued or answer for go on/).waitFor();
  await dialog.getByText(/Partner apps that they connected get no data any more/).waitFor();
  await press(page, dialog.getByRole("button", { name: "Ban", exact: true }));
  await page.getByText("Mallory is banned").waitFor();
  await row(mallory.email).getByText("Banned", { exact: true }).waitFor();

  await theirs.reload();
  const email = theirs.getByRole("textbox", { name: "E-mail address" });
  await email.fill(mallory.email);
  await theirs.getByLabel("Password", { exact: true }).fill(mallory.password);
  await theirs.getByRole("button", { name: "Sign in", exact: true }).click();
  await theirs.getByText("The e-mail address or the password is wrong.").waitFor();
  expect((await getUser(server, token)).status).toBe(200);

  await page.goto(`/o/${organizationId}/settings/audit`);
  const entry = page.getByRole("row").filter({ hasText: "banned mallory@example.com" });
  await expect.poll(() => entry.innerText()).toContain("The operator olivia@example.com");
  await page.goto("/instance/log");
  await entry.waitFor();

  await page.goto("/instance/people?status=banned");
  await press(page, page.getByRole("button", { name: "Lift ban of Mallory" }));
  await press(page, dialog.getByRole("button", { name: "Lift ban" }));
  await page.getByText("The ban of Mallory is lifted").waitFor();
  await page.getByRole("heading", { name: "Nobody matches" }).waitFor();

  await theirs.getByRole("button", { name: "Sign in", exact: true }).click();
  await theirs.getByRole("heading", { name: "Members" }).waitFor();
});

it("the list of people is nobody else's", async () => {
  const page = await openPage(await signIn(server, mallory));
  await page.goto("/instance/people");
  await page.getByRole("heading", { name: "There is no page at this address" }).waitFor();
  expect(await page.getByRole("table").count()).toBe(0);
});
