import type { Manifest, ReappliedLog } from "@katkey/backup";
import { toldTime } from "@katkey/keys";
import { readableInLine } from "../command/readable.ts";
import { counted } from "../words/counted.ts";

/** So many logs are named. */
const mostNamed = 5;

const better =
  "If you have a later export, empty the directory and restore again with --audit-export <file>; else end by hand what was ended since.";

const consequence =
  "what was revoked, rotated, banned or removed after that is accepted again until you end it by hand.";

/** Up to when it is known what has ended. `isLeft`: of some log nobody told anything after the backup. */
export function toldOfUntold(
  { madeAt, chains }: Pick<Manifest, "madeAt" | "chains">,
  logs: readonly ReappliedLog[],
): { readonly lines: readonly string[]; readonly isLeft: boolean } {
  const ends = logs.flatMap(({ organization, until }) => (until === null ? [] : [{ organization, until }]));
  const told = new Set(ends.map(({ organization }) => organization));
  const untold = [...new Set([...chains.map(({ organization }) => organization), "installation"])].filter(
    (log) => !told.has(log),
  );
  const lines = [...lineOfBehind(untold, { madeAt, isAll: ends.length === 0 }), ...lineOfEnds(ends)];
  return { lines: lines.map(readableInLine), isLeft: untold.length > 0 };
}

/** What ended in these since is accepted again. */
function lineOfBehind(
  untold: readonly string[],
  { madeAt, isAll }: { readonly madeAt: string; readonly isAll: boolean },
): readonly string[] {
  if (isAll)
    return [
      `Nothing is known of what happened after ${madeAt}: what was revoked, rotated, banned or removed since is accepted again. ${better}`,
    ];
  if (untold.length === 0) return [];
  const rest = untold.length - mostNamed;
  const named = [...untold.slice(0, mostNamed), ...(rest > 0 ? [`${rest} more`] : [])].join(", ");
  const those = counted(untold.length, "log");
  return [
    `Nothing is known of what happened after ${madeAt} in ${those} (${named}): what was ended since is accepted again. ${better}`,
  ];
}

/** Where the exports end. */
function lineOfEnds(
  ends: readonly { readonly organization: string; readonly until: number }[],
): readonly string[] {
  const [first] = ends.toSorted((one, other) => one.until - other.until);
  if (first === undefined) return [];
  const last = Math.max(...ends.map(({ until }) => until));
  const rest =
    last === first.until ? "" : ` in ${first.organization}, and after ${toldTime(last)} in any log`;
  return [`Nothing is known of what happened after ${toldTime(first.until)}${rest}: ${consequence}`];
}
