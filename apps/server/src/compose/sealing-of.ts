import { keysSealed, type Sealing } from "@katkey/keys/sqlite";
import { sealedArtifact } from "@katkey/oauth/sqlite";
import type { Config } from "../config.ts";
import { schema } from "./schema.ts";

/** What is sealed of an installation. */
export const sealedTables = [...keysSealed, sealedArtifact];

/** How this installation's rows are sealed; `null`: they are not. */
export function sealingOf(
  { sealKeys: keys }: Pick<Config, "sealKeys">,
  onBroken: Sealing["onBroken"],
): Sealing | null {
  return keys && { keys, tables: sealedTables, migrations: schema["katkey.db"], onBroken };
}
