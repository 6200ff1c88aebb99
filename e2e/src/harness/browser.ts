import { fileURLToPath } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll } from "vitest";
import { chromiumLaunch } from "./chromium.ts";
import type { SessionCookie } from "./dashboard.ts";
import { visitorsPage } from "./visitors.ts";

const screenshots = fileURLToPath(new URL("../../screenshots/", import.meta.url));

const args = [
  // Containers run as root, and give /dev/shm 64 MB. The package's own flags are left out: they switch off the
  // same-origin policy, and a test of ours would then pass where a user's browser refuses.
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--no-pings",
  "--font-render-hinting=none",
];

let shared: Promise<Browser> | undefined;

/** The test file's one browser: started at the first call, closed after the last test. */
export function openBrowser(): Promise<Browser> {
  shared ??= chromiumLaunch().then((options) => chromium.launch({ ...options, args }));
  return shared;
}

afterAll(async () => (await shared)?.close());

export interface PageOptions {
  /** Where `page.goto("/path")` leads. */
  readonly origin?: string;
  /** Signed in from the start, when the sign-in itself is not what is tested: it is throttled. */
  readonly cookie?: SessionCookie | undefined;
  readonly colorScheme?: "light" | "dark";
  readonly viewport?: { readonly width: number; readonly height: number };
  /** What the browser prefers to be spoken to in. */
  readonly locale?: "en-GB" | "da-DK";
}

/** A page of a visitor of its own, who shares no cookie with any other, may use the clipboard, and waits 30 s at most. */
export async function newPage(browser: Browser, options: PageOptions = {}): Promise<Page> {
  const { origin, cookie, colorScheme = "light", viewport } = options;
  const { locale = "en-GB" } = options;
  const page = await visitorsPage({ browser, origin, locale });
  if (cookie) await page.context().addCookies([{ ...cookie }]);
  if (colorScheme !== "light") await page.emulateMedia({ colorScheme });
  if (viewport) await page.setViewportSize(viewport);
  return page;
}

interface ScreenshotOptions {
  /** Only what is in the window: a dialog covers that, and not the length of the page behind it. */
  readonly windowOnly?: boolean;
}

/** Writes the page to e2e/screenshots/<name>.png, for people to look at: where nobody will, it is not drawn. */
export async function screenshot(
  page: Page,
  name: string,
  { windowOnly = false }: ScreenshotOptions = {},
): Promise<void> {
  if (process.env["E2E_SCREENSHOTS"] === "no") return;
  await page.screenshot({
    path: `${screenshots}${name}.png`,
    fullPage: !windowOnly,
    animations: "disabled",
  });
}
