import type { renewSeals } from "@katkey/keys/sqlite";
import type { Answer } from "../command/command.ts";
import { counted } from "../counted.ts";

type SealCounts = Awaited<ReturnType<typeof renewSeals>>;

const said = { none: "has no seal", broken: "is not what was sealed" } as const;

/** What was found, and which rows are not sound: the first hundred by name. */
export function toldOfSeals(found: SealCounts, verdict: string): Answer {
  const { unsound, examples } = found;
  const rows = examples.map(({ table, id, state }) => `${table} ${id} ${said[state]}`);
  const more = unsound > examples.length ? [`… and ${unsound - examples.length} more`] : [];
  const well = unsound === 0;
  return { json: { well, ...found }, lines: [...rows, ...more, verdict], well };
}

/** Keys that the audit log calls revoked and their rows do not, and what ends them for good. */
export function toldOfRevived(ids: readonly string[]): readonly string[] {
  return ids.map(
    (id) =>
      `api_key ${id} was revoked, and is not any more: katkey keys revoke ${id} --reason other ends it again`,
  );
}

export function rowsIn(count: number): string {
  return counted(count, "row");
}
