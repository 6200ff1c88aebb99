import { checkSeals, findRevived, type Sealing } from "@katkey/keys/sqlite";
import type { Database } from "better-sqlite3";
import { differs, type Fault } from "./fault.ts";
import type { OpenCopy } from "./open-copy.ts";

/** So many rows are named. */
const mostNamed = 10;

const said = { none: "has no seal", broken: "is not what was sealed" } as const;

/** Whether everything is what somebody with the key has sealed: each row, and all of them together, as at a start. */
export async function examineSeals({ database }: OpenCopy, sealing: Sealing): Promise<readonly Fault[]> {
  const texts = await textsOfSeals(database, sealing);
  if (texts.length === 0) return [];
  const verdict =
    "Somebody without the seal's key wrote to what was backed up: find out who could, and restore an older backup.";
  return [...texts, verdict].map(differs);
}

/** What is not as it was sealed, a sentence each. */
export async function textsOfSeals(database: Database, sealing: Sealing): Promise<readonly string[]> {
  const { unsound, examples, isPutBack } = await checkSeals(database, sealing);
  const named = examples.slice(0, mostNamed);
  return [
    ...named.map(({ table, id, state }) => `The row ${id} of ${table} ${said[state]}.`),
    ...(unsound > named.length ? [`So it is with ${unsound - named.length} more.`] : []),
    ...findRevived(database).map((id) => `The key ${id} was revoked, says the log, and is not any more.`),
    ...(isPutBack
      ? [
          "Rows were put back as they had been, with the seals that they had, or changed or taken away: no server would start on it.",
        ]
      : []),
  ];
}
