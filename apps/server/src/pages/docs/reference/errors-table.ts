import { problems } from "../../../http/problems.ts";
import { table } from "./table.ts";

/** What these codes mean, each with the way to its explanation. Markdown. */
export function errorsTable(codes: Iterable<string>): string {
  const wanted = new Set(codes);
  const rows = Object.entries(problems)
    .filter(([code]) => wanted.has(code))
    .toSorted(([, a], [, b]) => a.status - b.status)
    .map(([code, { status, cause }]) => [`${status}`, `[\`${code}\`](errors.md#${code})`, cause]);
  return table(["status", "code", "cause"], rows);
}
