import type { Page, Response } from "playwright-core";

export interface Policed {
  readonly page: Page;
  /** What a page did that its policy forbids, and what went wrong in one. */
  readonly violations: string[];
  /** Each page of the server that was shown, with its headers. */
  readonly shown: { readonly path: string; readonly headers: Readonly<Record<string, string>> }[];
}

/** Keeps book of what the Content-Security-Policy of a server's pages stops, and of which pages have one. */
export async function policed(page: Page, origin: string): Promise<Policed> {
  const book: Policed = { page, violations: [], shown: [] };
  await page.exposeFunction("noteViolation", (what: string) => book.violations.push(what));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const note: unknown = Reflect.get(window, "noteViolation");
      const { violatedDirective, blockedURI } = event;
      if (typeof note === "function") note(`${location.pathname}: ${violatedDirective} ${blockedURI}`);
    });
  });
  page.on("console", (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) book.violations.push(message.text());
  });
  page.on("pageerror", (error) => book.violations.push(String(error)));
  page.on("response", (response) => note(response));

  function note(response: Response): void {
    const { origin: of, pathname } = new URL(response.url());
    const isPage = response.request().resourceType() === "document";
    if (of === origin && isPage) book.shown.push({ path: pathname, headers: response.headers() });
  }

  return book;
}
