import type { Manifest, ReappliedLog } from "@katkey/backup";
import { toldTime } from "@katkey/keys";
import { readableInLine } from "../command/readable.ts";
import { counted } from "../words/counted.ts";

type Reapplied = ReappliedLog["reapplied"][number];

/** What became of everything that ended after the backup, a line for each log and for each entry that matters. */
export function linesOfReapplied(logs: readonly ReappliedLog[]): readonly string[] {
  return logs.flatMap(({ organization, isInBackup, entries, until, reapplied }) => {
    if (!isInBackup) {
      const line = `${organization}: not in the backup, so nothing of it is ended again. It was made after the backup, or the export is another installation's.`;
      return [readableInLine(line)];
    }
    const count = (wanted: Reapplied["outcome"]) =>
      reapplied.filter(({ outcome }) => outcome === wanted).length.toLocaleString("en");
    const last = until === null ? "" : `, the last of ${toldTime(until)}`;
    const left = reapplied.filter(isLeft).length.toLocaleString("en");
    const summary = `${organization}: ${counted(entries, "entry", "entries")} after the backup${last}; ended again ${count("done")}, had ended ${count("already")}, came after the backup ${count("unknown")}, left to you ${left}.`;
    return [summary, ...reapplied.filter(isTold).map(lineOf)].map(readableInLine);
  });
}

/**
 * The installation's log, where the backup has none, begins with any: with one that is older than the backup, something
 * is not as it seems. Of a clock that was put back it is nothing else, so it is said and not refused.
 */
export function linesOfOlder(
  { madeAt, chains }: Pick<Manifest, "madeAt" | "chains">,
  logs: readonly ReappliedLog[],
): readonly string[] {
  const log = logs.find(({ organization }) => organization === "installation");
  const hasOwn = chains.some(({ organization }) => organization === "installation");
  if (hasOwn || log === undefined || log.from === null || log.from >= Date.parse(madeAt)) return [];
  return [
    `The log of the installation is empty in the backup of ${madeAt}, and the export has an entry of ${toldTime(log.from)} in it: it is another installation's, or a clock was wrong. Look at what was ended by it.`,
  ];
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
