import type { Browser, BrowserContext, CDPSession } from "playwright-core";

/** Against the machine that it runs on: about a phone of the middle range. */
export const slowdown = 4;

export interface PageLoad {
  /** Milliseconds from the start of the navigation. */
  readonly firstContentfulPaint: number;
  /** Milliseconds by which tasks after that were longer than 50 each, while nobody could click anything. */
  readonly totalBlockingTime: number;
  /** How much of the window moved how far, without anybody having asked for it. */
  readonly layoutShift: number;
  /** As they came through the wire, head and body. */
  readonly transferredBytes: number;
}

interface Visit {
  readonly origin: string;
  readonly path: string;
  readonly cookie: { readonly name: string; readonly value: string } | null;
}

/** Loads a page as a first visit, and once more with what that has left in the cache. */
export async function loadTwice(browser: Browser, { origin, path, cookie }: Visit) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  if (cookie !== null) await context.addCookies([{ ...cookie, url: origin }]);
  await context.addInitScript(observe);
  const uncached = await load(context, origin + path);
  const cached = await load(context, origin + path);
  await context.close();
  return { uncached, cached };
}

async function load(context: BrowserContext, url: string): Promise<PageLoad> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const transferred = await countBytes(session);
  await page.goto(url);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(isQuiet);
  const seen = await page.evaluate(figures);
  await page.close();
  return { ...seen, transferredBytes: transferred() };
}

async function countBytes(session: CDPSession): Promise<() => number> {
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await session.send("Network.enable");
  return () => bytes;
}

declare global {
  interface Window {
    noted: { paint: number; tasks: { at: number; duration: number }[]; shifts: number };
  }
}

/** Runs in the page before anything of its own. */
function observe(): void {
  const noted: Window["noted"] = { paint: Number.NaN, tasks: [], shifts: 0 };
  window.noted = noted;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { entryType, name, startTime, duration } = entry;
      if (entryType === "longtask") noted.tasks.push({ at: startTime, duration });
      if (name === "first-contentful-paint") noted.paint = startTime;
      // The types do not know its fields yet.
      const { value, hadRecentInput } = entry.toJSON();
      if (entryType === "layout-shift" && !hadRecentInput) noted.shifts += value;
    }
  });
  for (const type of ["paint", "longtask", "layout-shift"]) observer.observe({ type, buffered: true });
}

/** Runs in the page: it has painted, and no long task came for two seconds. */
function isQuiet(): boolean {
  const { paint, tasks } = window.noted;
  const last = tasks.at(-1);
  const since = Math.max(paint, last === undefined ? 0 : last.at + last.duration);
  return performance.now() > since + 2_000;
}

/** Runs in the page. */
function figures(): Omit<PageLoad, "transferredBytes"> {
  const { paint, tasks, shifts } = window.noted;
  const after = tasks.filter(({ at, duration }) => at + duration > paint);
  const blocked = after.map(({ at, duration }) => at + duration - Math.max(at, paint) - 50);
  return {
    firstContentfulPaint: paint,
    totalBlockingTime: blocked.reduce((sum, ms) => sum + Math.max(0, ms), 0),
    layoutShift: shifts,
  };
}
