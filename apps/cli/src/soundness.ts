import type { SealedRowName, Soundness } from "@katkey/keys/sqlite";
import { CommandError, type Answer } from "./command/command.ts";
import { counted } from "./words/counted.ts";

/** Said in the place of a state that nobody may believe. */
export const unsound = "unsound" as const;

interface Rested {
  /** The rows of it, or on which it rests, that are not what was sealed. */
  readonly unsound: readonly SealedRowName[];
}

/** With what is not sound of each. */
export function withUnsound<View>(
  soundness: Soundness,
  views: readonly View[],
  rowsOf: (view: View) => readonly SealedRowName[],
): readonly (View & Rested)[] {
  const found = new Set(soundness.unsoundOf(views.flatMap(rowsOf)).map(nameOf));
  return views.map((view) => ({ ...view, unsound: rowsOf(view).filter((row) => found.has(nameOf(row))) }));
}

function nameOf({ table, id }: SealedRowName): string {
  return `${table} ${id}`;
}

/** What whoever looks at them must know: nothing where each is what was sealed. */
export function tellUnsound(
  { isPutBack }: Soundness,
  views: readonly Rested[],
  name: string,
): Required<Pick<Answer, "notes" | "well">> {
  const count = views.filter((view) => view.unsound.length > 0).length;
  const what =
    count > 0
      ? `${counted(count, name)} unsound: what is stored is not what was sealed, and what rests on it is refused.`
      : "Rows were put back as they had been, taken away or changed: what is said here may be untrue.";
  const well = count === 0 && !isPutBack;
  return { notes: well ? [] : [`${what} ${next}`], well };
}

/** Before it is told as changed. @throws CommandError `rows_unsound` */
export function assertSound({ unsoundOf }: Soundness, row: SealedRowName): void {
  if (unsoundOf([row]).length === 0) return;
  const message = `${row.table} ${row.id} is not what was sealed, and so is refused. Nothing was changed.`;
  throw new CommandError(message, { code: "rows_unsound" });
}

const next =
  'Next: katkey seal check names the rows; what to do says docs/operations.md, "Rows that are not sound".';
