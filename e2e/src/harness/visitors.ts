import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach } from "vitest";

interface Visitor {
  readonly browser: Browser;
  readonly origin: string | undefined;
  readonly locale: string;
}

/** Of the running test. */
const here = new Map<BrowserContext, Visitor>();
/** Of earlier tests, who have left, by what cannot be changed of a context. */
const left = new Map<string, Page[]>();
let isTesting = false;

const kindOf = ({ origin, locale }: Visitor) => JSON.stringify([origin, locale]);

/**
 * A page of somebody whom the running test has not met. Whoever was there in an earlier test leaves nothing but
 * the files that a browser may keep: the product's code is fetched and read once, not once for each test.
 */
export async function visitorsPage(visitor: Visitor): Promise<Page> {
  const page = left.get(kindOf(visitor))?.pop() ?? (await newcomersPage(visitor));
  if (isTesting) here.set(page.context(), visitor);
  return page;
}

async function newcomersPage({ browser, origin, locale }: Visitor): Promise<Page> {
  const context = await browser.newContext({
    ...(origin === undefined ? {} : { baseURL: origin }),
    viewport: { width: 1280, height: 800 },
    colorScheme: "light",
    locale,
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  context.setDefaultTimeout(30_000);
  return context.newPage();
}

beforeEach(() => {
  isTesting = true;
});

// What was opened before the tests stays for all of them.
afterEach(async () => {
  isTesting = false;
  const leaving = [...here].filter(([context]) => !context.isClosed());
  here.clear();
  await Promise.all(
    leaving.map(async ([context, visitor]) => {
      const page = await forgotten(context, visitor);
      left.set(kindOf(visitor), [...(left.get(kindOf(visitor)) ?? []), page]);
    }),
  );
});

/** A new page where nothing is left of the visitor: neither a page that is open, nor a cookie, nor what pages store. */
async function forgotten(context: BrowserContext, visitor: Visitor): Promise<Page> {
  const pages = context.pages();
  const origins = new Set(pages.map((page) => new URL(page.url()).origin)).add(visitor.origin ?? "null");
  const page = await context.newPage();
  await Promise.all(pages.map((old) => old.close()));
  await context.clearCookies();
  const session = await context.newCDPSession(page);
  for (const origin of origins) {
    if (origin !== "null") await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  }
  await session.detach();
  return page;
}
