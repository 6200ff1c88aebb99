import type { checkSeals, renewSeals } from "@katkey/keys/sqlite";
import { counted } from "../words/counted.ts";

type SealCounts = Awaited<ReturnType<typeof renewSeals>>;
type SealCheck = Awaited<ReturnType<typeof checkSeals>>;

const said = { none: "has no seal", broken: "is not what was sealed" } as const;

/** Which rows are not sound: the first hundred by name. */
export function toldOfUnsound({ unsound, examples }: SealCounts): readonly string[] {
  const rows = examples.map(({ table, id, state }) => `${table} ${id} ${said[state]}`);
  return unsound > examples.length ? [...rows, `… and ${unsound - examples.length} more`] : rows;
}

/** Keys that the audit log calls revoked and their rows do not, and what ends them for good. */
export function toldOfRevived(ids: readonly string[]): readonly string[] {
  return ids.map(
    (id) =>
      `api_key ${id} was revoked, and is not any more: katkey keys revoke ${id} --reason other --text "Put back" ends it again`,
  );
}

/** All that was found, in a sentence or two. */
export function verdictOf({ rows, unsound, isPutBack }: SealCheck): string {
  const looked = `Looked at ${rowsIn(rows)}:`;
  if (unsound > 0) {
    const start = isPutBack
      ? ` A server does not start with them: some were put back as they had been, taken away, or changed by Katkey before that. Revoke or remove what is named; where it does not start then, ${onlyThen}`
      : "";
    return `${looked} ${rowsIn(unsound)} not sound.${start}`;
  }
  if (!isPutBack) return `${looked} each is what was sealed.`;
  return `${looked} each has a seal of Katkey's, but all together are not what was sealed last. Some were put back as they had been, with the seals of then, or taken away; which, seals cannot tell. A server does not start with them: ${onlyThen}`;
}

const onlyThen =
  "only a restore, or katkey seal apply --anew, lets it start again; what you revoke until then stays revoked.";

/** What comes after whatever was found. */
export const nextStep =
  'Next: keep a copy of the data directory, find out who could write to it, and restore a backup of before; or, if you trust what is there, run katkey seal apply --anew with the server stopped. More in docs/operations.md, "Rows that are not sound".';

export function rowsIn(count: number): string {
  return counted(count, "row");
}
