import { readdirSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { freePort } from "../../scripts/free-port.mjs";
import { newPage, openBrowser } from "./harness/browser.ts";
import { root, typeNpmRun } from "./harness/clone.ts";
import { getUser } from "./harness/dashboard.ts";
import { temporaryDirectory } from "./harness/server.ts";

const patience = { timeout: 100_000, interval: 100 };

/** What the demo says on its terminal, behind some words. */
const said = (logs: string, pattern: RegExp) => pattern.exec(logs)?.[1] ?? "";

it("npm run demo shows two organizations without any setting up, and leaves nothing behind", async ({
  annotate,
}) => {
  const temporary = temporaryDirectory();
  const real = { KATKEY_DATA_DIR: temporaryDirectory(), KATKEY_TOKEN_BRAND: "real", TMPDIR: temporary };
  const startedAt = performance.now();
  const demo = typeNpmRun("demo", { directory: root, port: await freePort(), env: real });
  await vi.waitUntil(() => demo.logs().includes("Katkey is ready"), patience);
  await annotate(`ready in ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`);
  expect(readdirSync(real.KATKEY_DATA_DIR)).toEqual([]);

  const page = await newPage(await openBrowser(), { origin: demo.origin });
  await page.goto("/");
  await page.getByRole("textbox", { name: "E-mail address" }).fill(said(demo.logs(), /^ +(\S+@\S+) +owner/m));
  await page.getByLabel("Password", { exact: true }).fill(said(demo.logs(), /^with the password (\S+)$/m));
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /Nordlys Møbler/ }).click();
  await page.getByRole("menuitem", { name: /Kestrel Outdoor/ }).waitFor();
  await page.context().close();

  const tokens = Array.from(demo.logs().matchAll(/Bearer (kat_live_[\w.]+)'/g), ([, token = ""]) => token);
  expect(tokens).toHaveLength(2);
  for (const token of tokens) {
    const answer = await getUser({ origin: demo.origin, url: (path) => demo.origin + path }, token);
    expect(await answer.json()).toMatchObject({ organization: { name: "Nordlys Møbler" } });
  }

  demo.interrupt();
  expect(await demo.exited).toBe(0);
  await vi.waitUntil(demo.hasEnded, patience);
  expect(readdirSync(temporary).filter((name) => name.startsWith("katkey"))).toEqual([]);
});
