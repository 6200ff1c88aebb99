import { checkSeals, findRevived, type changeDatabase } from "@katkey/keys/sqlite";
import type { Config } from "@katkey/server/config";
import { sealedTables } from "@katkey/server/sealing";
import { counted } from "../words/counted.ts";

/** What is in a database that nobody of us sealed, in a sentence, and what to do about it; looks at every seal. */
export async function unsoundIn(
  database: ReturnType<typeof changeDatabase>,
  keys: NonNullable<Config["sealKeys"]>,
): Promise<readonly string[]> {
  const { unsound, isPutBack } = await checkSeals(database, { keys, tables: sealedTables });
  const revived = findRevived(database).length;
  const found = [
    ...(unsound > 0 ? [`${counted(unsound, "row")} not what was sealed`] : []),
    ...(revived > 0 ? [`${counted(revived, "key")} back that had been revoked`] : []),
    ...(isPutBack ? ["rows put back as they had been, or taken away"] : []),
  ];
  if (found.length === 0) return [];
  return [
    `There is what nobody of us sealed: ${found.join(", ")}. Run katkey seal check, keep the file as it is, and find out who could write to it: docs/operations.md, "Rows that are not sound".`,
  ];
}
