import type { Page } from "playwright-core";
import { expect } from "vitest";
import { axeFindings } from "./axe.ts";
import { newPage, openBrowser, screenshot, type PageOptions } from "./browser.ts";

/** How a page is loaded. From there it is looked at in both schemes, so that all four looks are seen. */
export const beginnings = [
  { first: "light", width: 1280 },
  { first: "dark", width: 375 },
] as const;

export type Beginning = (typeof beginnings)[number];

/** A page that keeps book of what went wrong in it. */
export interface WatchedPage {
  readonly page: Page;
  /** Loads what is to be looked at, in the scheme that comes first. */
  goto(path: string): Promise<void>;
  /** Looks at what is shown now, by a name for it. */
  expectWellBehaved(name: string, options?: LookOptions): Promise<void>;
}

interface LookOptions {
  /** For axe: only this part of the page. */
  readonly within?: string;
  /** For the screenshot: of the longest pages the beginning is enough, of a dialog what is in the window. */
  readonly windowOnly?: boolean;
}

type Visitor = Pick<PageOptions, "cookie" | "locale"> & { readonly origin: string };

/** Opens a page that `expectWellBehaved` judges in the schemes given; axe joins in where there is room for everything. */
export async function openWatched(
  visitor: Visitor,
  { first, width }: Beginning,
  schemes: readonly Beginning["first"][] = first === "light" ? ["light", "dark"] : ["dark", "light"],
): Promise<WatchedPage> {
  const viewport = { width, height: 800 };
  const page = await newPage(await openBrowser(), { ...visitor, colorScheme: first, viewport });
  const complaints = complaintsOf(page);
  return {
    page,
    async goto(path) {
      await page.emulateMedia({ colorScheme: first });
      await page.goto(path);
    },
    async expectWellBehaved(name, { within = "html", windowOnly = false } = {}) {
      await page.locator("h1").first().waitFor({ state: "attached" });
      await page.waitForLoadState("networkidle");
      for (const scheme of schemes) {
        const look = `${name}-${scheme}-${width}`;
        await page.emulateMedia({ colorScheme: scheme });
        await settled(page, scheme);
        await judge(page, look);
        if (visitor.locale === undefined && width === 1280) {
          const findings = await axeFindings(page, { within, colorsOnly: scheme !== first });
          expect.soft(findings, `${look}: axe finds something`).toEqual([]);
        }
        await screenshot(page, look, { windowOnly });
      }
      expect.soft(complaints.splice(0), `${name}: the console complains`).toEqual([]);
    },
  };
}

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    // The browser itself notes every answer that is a refusal; the pages are shown some on purpose.
    if (message.text().includes("404 (Not Found)")) return;
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

/** Waits until the page has the colours of the scheme, and nothing moves any more. */
export async function settled(page: Page, scheme: "light" | "dark"): Promise<void> {
  // Not in each frame, of which the question itself would take a good part.
  await page.waitForFunction(isSettled, scheme, { polling: 50 });
}

/** Runs in the page. */
function isSettled(scheme: string): boolean {
  const shown = document.documentElement.dataset["mantineColorScheme"];
  const moving = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
  return (shown ?? scheme) === scheme && moving.length === 0;
}

async function judge(page: Page, name: string): Promise<void> {
  const { overflow, nameless, headings } = await page.evaluate(judged);
  expect.soft(await page.evaluate(cutOff), `${name}: cut off at the edge of its cell or chart`).toEqual([]);
  expect.soft(overflow, `${name}: scrolls sideways`).toBe(0);
  expect.soft(nameless, `${name}: controls without a name`).toEqual([]);
  expect.soft(headings, `${name}: one main heading`).toBe(1);
}

/** Runs in the page. */
function judged() {
  const { scrollWidth, clientWidth } = document.documentElement;
  const nameless = [...document.querySelectorAll("button, a, input, select, textarea")]
    .filter((control) => control.checkVisibility() && !control.closest("[aria-hidden=true]"))
    .filter((control) => {
      const labels = "labels" in control && control.labels instanceof NodeList ? control.labels.length : 0;
      const named =
        control.getAttribute("aria-label") ??
        control.getAttribute("aria-labelledby") ??
        control.getAttribute("title");
      return (
        !named &&
        labels === 0 &&
        !control.textContent?.trim() &&
        !control.querySelector("[aria-label], title")
      );
    })
    .map((control) => control.outerHTML.slice(0, 120));
  const headings = document.querySelectorAll("h1").length;
  return { overflow: scrollWidth - clientWidth, nameless, headings };
}

/** Runs in the page. What is clipped makes no page scroll, and is not seen either. */
function cutOff() {
  const quiet = "[data-variant=subtle]";
  const places = [
    { parts: "[role=cell] *", box: "[role=cell]", padded: true },
    { parts: "figure [aria-hidden] span", box: "figure", padded: false },
  ];
  return places
    .flatMap(({ parts, box, padded }) =>
      [...document.querySelectorAll(parts)].filter((part) => {
        // What a quiet button has as padding hangs over.
        if (!part.checkVisibility() || part.closest(quiet) || part.querySelector(quiet)) return false;
        const around = part.closest(box) ?? part;
        const padding = padded ? parseFloat(getComputedStyle(around).paddingInlineEnd) : 0;
        const end = around.getBoundingClientRect().right - padding;
        return part.getBoundingClientRect().right > end + 1;
      }),
    )
    .map((part) => part.outerHTML.slice(0, 120));
}
