import { existsSync, readFileSync } from "node:fs";
import { setPriority } from "node:os";
import { takeBackup, type Taken } from "@katkey/backup";
import packageJson from "../../package.json" with { type: "json" };
import type { Config } from "../config.ts";
import { findDataDirectory } from "../start/data-directory.ts";
import { schema } from "./schema.ts";
import { sealingOf } from "./sealing-of.ts";

interface Wanted {
  readonly destination: string;
  /** Take the place of a file that is there. */
  readonly force: boolean;
  readonly now: number;
}

/**
 * Backs up the installation of these settings, beside its running server. Blocks its thread while it copies, and puts
 * its process behind those that answer requests: so it is done by one that does nothing else.
 * @throws StartError, DatabaseError, BackupError
 */
export function backUp(
  config: Pick<Config, "dataDirectory" | "tokenBrand" | "sealKeys">,
  wanted: Wanted,
): Promise<Taken> {
  stepBack();
  const { dataDirectory, tokenBrand } = config;
  const { database, usage, sessionSecret } = findDataDirectory(dataDirectory);
  return takeBackup({
    ...wanted,
    source: { "katkey.db": database, "usage.db": usage },
    schema,
    sealing: sealingOf(config, () => {}),
    katkeyVersion: packageJson.version,
    tokenBrand,
    sessionSecret: existsSync(sessionSecret) ? readFileSync(sessionSecret, "utf8") : null,
  });
}

const behindOthers = 10;

function stepBack(): void {
  try {
    setPriority(behindOthers);
  } catch {
    // Not every system lets a process step back; then it is as any other.
  }
}
