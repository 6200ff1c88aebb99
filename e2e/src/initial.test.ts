import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { newPage, openBrowser } from "./harness/browser.ts";
import { dashboardOf, signIn, unattended } from "./harness/dashboard.ts";
import { startServer } from "./harness/server.ts";

/** Kilobytes of 1,000 bytes, gzipped: what a phone on a slow line waits for before it sees anything. */
const most = 200;

it(`loads at most ${most} kB of JavaScript before the first page shows`, async () => {
  const server = await startServer();
  const headers = { accept: "text/html,*/*" };
  const textOf = async (path: string) => (await fetch(server.url(path), { headers })).text();
  const sizes = new Map<string, number>();

  async function load(path: string): Promise<void> {
    if (sizes.has(path)) return;
    sizes.set(path, 0);
    const code = await textOf(path);
    sizes.set(path, gzipSync(code).length / 1_000);
    const imported = [...code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)];
    await Promise.all(imported.map(([, name]) => load(`/assets/${name}`)));
  }
  const named = [...(await textOf("/sign-in")).matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)];
  await Promise.all(named.map(([, path = ""]) => load(path)));

  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const largest = [...sizes].toSorted(([, a], [, b]) => b - a).slice(0, 5);
  const words = largest.map(([path, size]) => `${size.toFixed(1)} ${path}`).join(", ");
  process.stdout.write(
    `initial JavaScript: ${total.toFixed(1)} kB gzipped in ${sizes.size} files (${words})\n`,
  );
  expect(sizes.size).toBeGreaterThan(1);
  expect(total).toBeLessThanOrEqual(most);
});

it("shows where a page's parts will be while its code is on the way", async () => {
  const server = await startServer({ env: unattended });
  const cookie = await signIn(server);
  await dashboardOf(server, cookie).organizations.create.mutate({ name: "Acme" });
  const page = await newPage(await openBrowser(), { origin: server.origin, cookie });
  const gate = Promise.withResolvers<void>();
  const slowly = (name: string) =>
    page.route(`**/assets/${name}-*.js`, async (route) => {
      await gate.promise;
      await route.continue();
    });
  await slowly("members-page");

  await page.goto("/");
  await page.getByRole("link", { name: "Members" }).click();
  const loading = page.getByRole("status").filter({ hasText: "Katkey is loading" });
  await loading.waitFor();
  await expect.poll(() => page.getByRole("navigation", { name: "Settings" }).isVisible()).toBe(true);

  gate.resolve();
  await page.getByRole("heading", { name: "Members" }).waitFor();
  await loading.waitFor({ state: "detached" });
});
