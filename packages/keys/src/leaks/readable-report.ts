import type { LeakReport } from "../keys/exposure.ts";
import { tokenPatternOf } from "../admission/token.ts";

const longestSource = 100;
const longestUrl = 2_000;

/** As it may go on record: strangers write it, and the place of a token may name the token. */
export function readableReport(brand: string, report: LeakReport): LeakReport {
  const { source, url } = report;
  const readable = (text: string, longest: number) =>
    text
      .replaceAll(/%2e/gi, ".")
      .replaceAll(new RegExp(tokenPatternOf(brand), "g"), `${brand}_…`)
      .replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, " ")
      .slice(0, longest)
      .trim();
  return {
    ...report,
    source: readable(source, longestSource) || "unknown",
    url: (url && readable(url, longestUrl)) || null,
  };
}
