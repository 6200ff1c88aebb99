import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** All that axe can find with certainty up to AA, and what it holds to be good practice; the experimental rules too. */
const audited = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "experimental"];

/** The rules whose findings are another theme's own: the rest looks at what is there, and not at its colours. */
const colorRules = ["color-contrast", "link-in-text-block"];

interface Look {
  /** Only this part of the page. */
  readonly within?: string;
  readonly colorsOnly?: boolean;
}

/** What axe finds on the page as it is now: a line for each element, empty when there is nothing. */
export async function axeFindings(page: Page, look: Look = {}): Promise<readonly string[]> {
  const { within = "html", colorsOnly = false } = look;
  // Past the page's Content-Security-Policy, which rightly lets no foreign script in.
  const session = await page.context().newCDPSession(page);
  try {
    await session.send("Runtime.evaluate", { expression: source });
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      expression: `(${lookAtPage})(${JSON.stringify({ within, tags: audited, only: colorsOnly ? colorRules : null })})`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as readonly string[];
  } finally {
    await session.detach();
  }
}

interface Order {
  readonly within: string;
  readonly tags: string[];
  readonly only: string[] | null;
}

/** Runs in the page. */
async function lookAtPage({ within, tags, only }: Order): Promise<readonly string[]> {
  const { axe: looker } = window as unknown as { axe: typeof axe };
  const values = only ?? looker.getRules(tags).map(({ ruleId }) => ruleId);
  const { violations } = await looker.run(within, { runOnly: { type: "rule", values } });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = "" }) => {
      const why = failureSummary
        .split("\n")
        .slice(1)
        .map((line) => line.trim())
        .join("; ");
      return `${id}: ${html.slice(0, 160)} (${why})`;
    }),
  );
}
