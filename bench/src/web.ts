// What somebody waits for in the dashboard: its pages in the test browser, on the demo's data, with a processor that is
// slowed down, as a first visit and with a warm cache. Ends with 1 when a page moves under the reader's eyes.
import { chromium, type Browser } from "playwright-core";
import { chromiumLaunch } from "../../e2e/src/harness/chromium.ts";
import { buildWeb } from "../../scripts/build-web.mjs";
import { fillWithDemo, signIn } from "./demo-installation.ts";
import { startServer } from "./installation.ts";
import { medianOf, temporaryDirectory } from "./measure.ts";
import { loadTwice, slowdown, type PageLoad } from "./page-load.ts";

const rounds = 3;
const mostShift = 0.05;

await buildWeb();
const directory = temporaryDirectory();
const person = fillWithDemo(directory);
const server = await startServer(directory);
const cookie = await signIn(server.origin, person);
const browser = await chromium.launch({
  ...(await chromiumLaunch()),
  args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--font-render-hinting=none"],
});

const pages = [["sign-in", "/sign-in", null], ...(await dashboardPages(browser))] as const;
console.log(`Processor slowed down ${slowdown} times, medians of ${rounds} loads`);
console.log(line(["page", "cache", "FCP ms", "TBT ms", "CLS", "kB"]));
const moving = new Set<string>();
for (const [name, path, as] of pages) {
  const loads = [];
  for (let round = 0; round < rounds; round += 1) {
    loads.push(await loadTwice(browser, { origin: server.origin, path, cookie: as }));
  }
  for (const cache of ["uncached", "cached"] as const) {
    const shift = report(
      name,
      cache,
      loads.map((load) => load[cache]),
    );
    if (shift > mostShift) moving.add(name);
  }
}
await browser.close();
await server.stop();
if (moving.size > 0) {
  console.error(`More than ${mostShift} of layout shift: ${[...moving].join(", ")}`);
  process.exitCode = 1;
}

/** The pages of whichever organization opens first, and its first key. */
async function dashboardPages(in_: Browser) {
  const context = await in_.newContext();
  await context.addCookies([{ ...cookie, url: server.origin }]);
  const page = await context.newPage();
  await page.goto(server.origin);
  await page.waitForURL(/\/o\/org_/);
  const [organization = ""] = /\/o\/org_[0-9A-Za-z]+/.exec(page.url()) ?? [];
  await page.goto(`${server.origin}${organization}/settings/keys`);
  const key = (await page.locator('a[href*="/settings/keys/key_"]').first().getAttribute("href")) ?? "";
  await context.close();
  return [
    ["home", "/", cookie],
    ["keys", `${organization}/settings/keys`, cookie],
    ["key", key, cookie],
    ["usage", `${organization}/usage`, cookie],
    ["audit", `${organization}/settings/audit`, cookie],
  ] as const;
}

/** Prints a page's medians. Returns the worst of its shifts. */
function report(name: string, cache: string, loads: readonly PageLoad[]): number {
  const of = (figure: keyof PageLoad) => medianOf(loads.map((load) => load[figure]));
  const shift = Math.max(...loads.map(({ layoutShift }) => layoutShift));
  const milliseconds = [of("firstContentfulPaint"), of("totalBlockingTime")].map((ms) => ms.toFixed(0));
  console.log(
    line([name, cache, ...milliseconds, shift.toFixed(3), (of("transferredBytes") / 1_000).toFixed(0)]),
  );
  return shift;
}

function line(cells: readonly string[]): string {
  const [page = "", cache = "", ...figures] = cells;
  return page.padEnd(10) + cache.padEnd(10) + figures.map((figure) => figure.padStart(9)).join("");
}
