import type { ReappliedLog } from "@katkey/backup";

type Reapplied = ReappliedLog["reapplied"][number];

/** What became of everything that ended after the backup, a line for each log and for each entry that matters. */
export function linesOfReapplied(logs: readonly ReappliedLog[]): readonly string[] {
  return logs.flatMap(({ organization, entries, reapplied }) => {
    const count = (wanted: Reapplied["outcome"]) =>
      reapplied.filter(({ outcome }) => outcome === wanted).length.toLocaleString("en");
    const summary = `${organization}: ${entries.toLocaleString("en")} entries after the backup; ended again ${count("done")}, had ended ${count("already")}, came after the backup ${count("unknown")}, to be looked at ${count("by_hand")}.`;
    return [summary, ...reapplied.filter(isTold).map(lineOf)];
  });
}

/** Something could not be ended by us. */
export function waitsForSomebody(logs: readonly ReappliedLog[]): boolean {
  return logs.some(({ reapplied }) => reapplied.some(({ outcome }) => outcome === "by_hand"));
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
