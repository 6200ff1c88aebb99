import type { Manifest, ReappliedLog } from "@katkey/backup";
import { readableInLine } from "../command/readable.ts";
import { counted } from "../counted.ts";

type Reapplied = ReappliedLog["reapplied"][number];

/** What became of everything that ended after the backup, a line for each log and for each entry that matters. */
export function linesOfReapplied(logs: readonly ReappliedLog[]): readonly string[] {
  return logs.flatMap(({ organization, entries, until, reapplied }) => {
    const count = (wanted: Reapplied["outcome"]) =>
      reapplied.filter(({ outcome }) => outcome === wanted).length.toLocaleString("en");
    const last = until === null ? "" : `, the last of ${new Date(until).toISOString()}`;
    const left = reapplied.filter(isLeft).length.toLocaleString("en");
    const summary = `${organization}: ${counted(entries, "entry", "entries")} after the backup${last}; ended again ${count("done")}, had ended ${count("already")}, came after the backup ${count("unknown")}, left to you ${left}.`;
    return [summary, ...reapplied.filter(isTold).map(lineOf)].map(readableInLine);
  });
}

/** Something is left to be done. */
export function waitsForSomebody(logs: readonly ReappliedLog[]): boolean {
  return logs.some(({ reapplied }) => reapplied.some(isLeft));
}

function isLeft({ outcome, hint }: Reapplied): boolean {
  return outcome === "by_hand" || hint !== undefined;
}

function isTold({ outcome }: Reapplied): boolean {
  return outcome === "done" || outcome === "by_hand";
}

function lineOf({ entry, outcome, hint }: Reapplied): string {
  const what = `${entry.action} ${entry.object.label} (${entry.object.id}), entry ${entry.seq}`;
  return [
    `  ${outcome === "done" ? "ended again" : "look at"}: ${what}.`,
    ...(hint === undefined ? [] : [hint]),
  ].join(" ");
}

/** So many logs are named. */
const mostNamed = 5;

/** What nobody told us has ended since, and so is accepted again. */
export function linesOfUntold(
  { madeAt, chains }: Pick<Manifest, "madeAt" | "chains">,
  logs: readonly ReappliedLog[],
): readonly string[] {
  const better =
    "If you have one that does, empty the directory and restore again with --audit-export <file>; else end by hand what was ended since.";
  const told = new Set(logs.filter(({ isReached }) => isReached).map(({ organization }) => organization));
  if (told.size === 0) {
    return [
      `No export of the audit logs tells what was ended after ${madeAt}: what was revoked, rotated, banned or removed since is accepted again. ${better}`,
    ];
  }
  const untold = [...new Set([...chains.map(({ organization }) => organization), "installation"])].filter(
    (log) => !told.has(log),
  );
  if (untold.length === 0) return [];
  const rest = untold.length - mostNamed;
  const named = [...untold.slice(0, mostNamed), ...(rest > 0 ? [`${rest} more`] : [])].join(", ");
  const those = counted(untold.length, "log");
  return [
    `No export tells of ${those} (${named}): what was ended in ${untold.length === 1 ? "it" : "them"} after ${madeAt} is accepted again. ${better}`,
  ];
}
