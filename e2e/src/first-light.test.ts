import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { newPage, openBrowser } from "./harness/browser.ts";
import { cloneRepository, npmStart, type NpmStarted } from "./harness/clone.ts";
import { operator } from "./harness/dashboard.ts";
import { takeToken } from "./harness/secret-dialog.ts";

async function call(server: NpmStarted, token: string) {
  const answer = await fetch(`${server.origin}/api/user`, { headers: { authorization: `Bearer ${token}` } });
  const body = await answer.json();
  return { status: answer.status, code: body.code ?? null, organization: body.organization?.name ?? null };
}

async function setUp(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("textbox", { name: "Your name" }).fill("Olivia");
  await page.getByRole("textbox", { name: "E-mail address" }).fill(operator.email);
  await page.getByLabel("Password", { exact: true }).fill(operator.password);
  await page.getByRole("textbox", { name: "Organization" }).fill("Acme");
  expect(page.url()).not.toContain("#");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Home" }).waitFor();
  await page.getByRole("link", { name: "API keys" }).click();
  await page.getByRole("heading", { name: "API keys" }).waitFor();
}

/** Takes the token that is shown: the page has it no more afterwards. */
async function keepToken(page: Page): Promise<string> {
  const token = await takeToken(page);
  expect(token).toMatch(/^kat_live_[0-9A-Za-z]{16}\.[0-9A-Za-z]{49}$/);
  expect(await everythingIn(page)).not.toContain(secretOf(token));
  return token;
}

/** What scripts, extensions and history could still read of a page. */
function everythingIn(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      document.title,
      location.href,
      JSON.stringify(history.state),
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      document.cookie,
      ...[...document.querySelectorAll<HTMLInputElement>("input, textarea")].map(({ value }) => value),
    ].join("\n"),
  );
}

const secretOf = (token: string) => token.split(".")[1] ?? token;

function filesWith(directory: string, text: string): readonly string[] {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.map(({ name }) => name)).toContain("katkey.db-wal");
  return files
    .filter((file) => readFileSync(join(file.parentPath, file.name)).includes(text))
    .map(({ name }) => name);
}

it(
  "goes from a fresh clone to a verified request, and through the whole life of a key",
  { timeout: 600_000 },
  async ({ annotate }) => {
    let running = await npmStart(cloneRepository());
    const page = await newPage(await openBrowser(), { origin: running.origin });
    const answers: string[] = [];
    page.on(
      "response",
      (response) =>
        void response.text().then(
          (text) => answers.push(text),
          () => {},
        ),
    );

    await setUp(page, running.setupLink);

    await page.getByRole("button", { name: "Issue API key" }).first().click();
    await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill("Zapier Integration");
    await page.getByRole("button", { name: "Issue key" }).click();
    const old = await keepToken(page);
    expect(await call(running, old)).toEqual({ status: 200, code: null, organization: "Acme" });

    await page.getByRole("link", { name: "Zapier Integration" }).click();
    await page.getByRole("button", { name: "Rotate" }).click();
    await page.getByRole("radio", { name: /24 hours/ }).check();
    await page.getByRole("button", { name: "Rotate key" }).click();
    const current = await keepToken(page);
    expect(await call(running, old)).toMatchObject({ status: 200 });
    expect(await call(running, current)).toMatchObject({ status: 200 });

    await page.reload();
    await page.getByRole("button", { name: "End overlap now" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "End overlap" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await call(running, old)).toMatchObject({ status: 401, code: "secret_retired" });
    expect(await call(running, current)).toMatchObject({ status: 200 });

    await page.reload();
    await page.getByRole("button", { name: "Revoke key" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: "Reason" }).click();
    await page.getByRole("option", { name: /leaked/ }).click();
    // It was used a moment ago, so the dialog wants its name.
    await dialog.getByRole("textbox", { name: /name to confirm/ }).fill("Zapier Integration");
    await dialog.getByRole("button", { name: "Revoke for good" }).click();
    await dialog.waitFor({ state: "detached" });
    expect(await call(running, current)).toMatchObject({ status: 401, code: "key_revoked" });
    expect(await call(running, old)).toMatchObject({ status: 401, code: "key_revoked" });

    await page.goto("/");
    for (const token of [old, current]) {
      const secret = secretOf(token);
      expect(filesWith(running.dataDir, secret)).toEqual([]);
      expect(running.logs()).not.toContain(secret);
      expect(answers.filter((text) => text.includes(secret))).toHaveLength(1);
      expect(await everythingIn(page)).not.toContain(secret);
    }
    await annotate(`clone to ready in ${running.seconds.toFixed(1)} s`);

    expect(await running.stop()).toBe(0);
    running = await npmStart(join(running.dataDir, ".."));
    expect(running.setupLink).toBe("");
    expect(running.logs()).not.toMatch(/Installing|Building/);
    expect(await call(running, current)).toMatchObject({ status: 401, code: "key_revoked" });
    await annotate(`second start in ${running.seconds.toFixed(1)} s`);
  },
);
