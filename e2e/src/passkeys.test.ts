import type { Page } from "playwright-core";
import { freePort } from "../../scripts/free-port.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { codeShownBy } from "./harness/authenticator-app.ts";
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
import { startServer, type RunningServer } from "./harness/server.ts";

let server: RunningServer;
let dashboard: Dashboard;
let organizationId: `org_${string}`;

// Passkeys are bound to a name, so these pages have one, and not an IP address.
beforeAll(async () => {
  const port = await freePort();
  server = await startServer({ port, env: { ...unattended, KATKEY_ORIGIN: `http://localhost:${port}` } });
  dashboard = dashboardOf(server, await signIn(server));
  organizationId = (await dashboard.organizations.create.mutate({ name: "Acme" })).id;
});

const openPage = async (cookie?: SessionCookie) =>
  newPage(await openBrowser(), { origin: server.origin, cookie });

const member = (name: string) =>
  addMember(dashboard, { organizationId, name, email: `${name.toLowerCase()}@example.com`, role: "member" });

/** A fingerprint reader in the browser of this page; `says` whose finger it is. */
async function withAuthenticator(page: Page, { verifiesUser = true } = {}) {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: verifiesUser,
      automaticPresenceSimulation: true,
    },
  });
  return {
    recognize: (isUserVerified: boolean) =>
      session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
    async passkeys() {
      return (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials;
    },
  };
}

const panel = (page: Page) => page.getByRole("region", { name: "Passkeys" });

async function add(page: Page, { password }: Person, name: string) {
  await page.goto("/account");
  await panel(page).getByRole("button", { name: "Add a passkey" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByLabel("Current password", { exact: true }).fill(password);
  await dialog.getByRole("button", { name: "Add passkey" }).click();
  return dialog;
}

const signOut = async (page: Page) => {
  await page.evaluate(() =>
    fetch("/auth/sign-out", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" }),
  );
};

/** The sign-in page without what it offers in the field: the reader would take that before the button is pressed. */
async function openDoor(page: Page, path: string): Promise<void> {
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
  });
  await page.goto(path);
}

async function expectAccountPage(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "Your account" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/account");
}

describe("a passkey", () => {
  it("is added with a name, signs in instead of the password, and shows when it was used", async () => {
    const ada = await member("Ada");
    const page = await openPage(await signIn(server, ada));
    const authenticator = await withAuthenticator(page);
    await page.goto("/account");
    await panel(page).getByText("You have no passkey").waitFor();

    await (await add(page, ada, "Ada's laptop")).waitFor({ state: "detached" });
    const row = panel(page).getByRole("row", { name: /Ada's laptop/ });
    await row.getByText("Never").waitFor();
    expect(await authenticator.passkeys()).toMatchObject([{ rpId: "localhost", isResidentCredential: true }]);

    await signOut(page);
    await openDoor(page, "/sign-in?redirect=/account");
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await expectAccountPage(page);
    await row.waitFor();
    await expect.poll(() => row.getByText("Never").count()).toBe(0);
  });

  it("is two factors: it signs in where two-factor is on, without a code", async () => {
    const bo = await member("Bo");
    const page = await openPage(await signIn(server, bo));
    await withAuthenticator(page);
    await (await add(page, bo, "Phone")).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Turn on two-factor" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Current password", { exact: true }).fill(bo.password);
    await dialog.getByRole("button", { name: "Next" }).click();
    const secret = await dialog.locator("code").innerText();
    await dialog.getByRole("textbox", { name: "Code" }).fill(codeShownBy(secret));
    await dialog.getByRole("button", { name: "Turn on two-factor" }).click();
    await dialog.getByRole("button", { name: "I have kept them" }).click();
    await dialog.waitFor({ state: "detached" });

    await signOut(page);
    await openDoor(page, "/sign-in?redirect=/account");
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await expectAccountPage(page);
  });

  it("signs nobody in whose finger it does not know", async () => {
    const eva = await member("Eva");
    const page = await openPage(await signIn(server, eva));
    const authenticator = await withAuthenticator(page);
    await (await add(page, eva, "Laptop")).waitFor({ state: "detached" });
    await signOut(page);
    await authenticator.recognize(false);
    await openDoor(page, "/sign-in?redirect=/account");
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.getByRole("alert").getByText("No passkey was used").waitFor();
    expect(page.url()).toContain("/sign-in");
  });

  it("is not added without the password, and not twice on one device", async () => {
    const kim = await member("Kim");
    const page = await openPage(await signIn(server, kim));
    const authenticator = await withAuthenticator(page);
    const refused = await add(page, { ...kim, password: "not my password" }, "Laptop");
    await refused.getByText("The current password is wrong.").waitFor();
    expect(await authenticator.passkeys()).toEqual([]);
    await (await add(page, kim, "Laptop")).waitFor({ state: "detached" });

    const again = await add(page, kim, "Laptop again");
    await again
      .getByRole("alert")
      .getByText("There is a passkey for this account in this place already")
      .waitFor();
  });

  it("that was removed signs in no more", async () => {
    const lea = await member("Lea");
    const page = await openPage(await signIn(server, lea));
    await withAuthenticator(page);
    await (await add(page, lea, "Old phone")).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Remove the passkey Old phone" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Current password", { exact: true }).fill(lea.password);
    await dialog.getByRole("button", { name: "Remove passkey" }).click();
    await page.getByText("Passkey removed, signed out everywhere else").waitFor();
    await panel(page).getByText("You have no passkey").waitFor();

    await signOut(page);
    await openDoor(page, "/sign-in");
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.getByRole("alert").getByText("This passkey is not known here").waitFor();
    expect(new URL(page.url()).pathname).toBe("/sign-in");
  });

  it("is offered where the e-mail address is filled in", async () => {
    const max = await member("Max");
    const page = await openPage(await signIn(server, max));
    const authenticator = await withAuthenticator(page);
    await (await add(page, max, "Laptop")).waitFor({ state: "detached" });
    await signOut(page);
    expect(await authenticator.passkeys()).toHaveLength(1);

    // The simulated reader takes what it is offered, as its owner would with a click on it.
    await page.goto("/sign-in?redirect=/account");
    await expectAccountPage(page);
  });
});

it("where passkeys cannot be, the account's page says so and the sign-in page is silent", async () => {
  const byAddress = await startServer({ env: unattended });
  const page = await newPage(await openBrowser(), { origin: byAddress.origin });
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  await expect.poll(() => page.getByRole("button", { name: "Sign in with a passkey" }).count()).toBe(0);

  const signedIn = await newPage(await openBrowser(), {
    origin: byAddress.origin,
    cookie: await signIn(byAddress),
  });
  await signedIn.goto("/account");
  await panel(signedIn).getByText("Passkeys need https and a host name").waitFor();
});
