import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import * as sqlite from "@katkey/keys/sqlite";
import type { Config } from "../config.ts";
import type { Log } from "../log.ts";
import { openDataDirectory } from "../start/data-directory.ts";
import { readSessionSecret } from "../start/session-secret.ts";
import { assertBeginning } from "./assert-beginning.ts";
import { findLoss, lostUsage, openUsage } from "./open-usage.ts";
import { schema } from "./schema.ts";
import { sealingOf } from "./sealing-of.ts";

const secretIsNew =
  "session-secret was missing, and a new one is made: everybody signs in again, and two-factor must be turned off for whoever has it. If you kept it elsewhere, stop and put it back";

export type OpenFiles = ReturnType<typeof openFiles>;

interface Opening {
  readonly now: number;
  readonly log: Log;
  /** Of the first process of an installation: reads the databases whole before anybody is served from them. */
  readonly isFirst: boolean;
}

/** Opens what an installation keeps, made and migrated where it must be. @throws StartError, DatabaseError */
export function openFiles(config: Config, { now, log, isFirst }: Opening) {
  const { dataDirectory, usageDurability: durability } = config;
  const files = openDataDirectory(dataDirectory);
  assertBeginning(config, files.database);
  const { "katkey.db": migrations, "usage.db": usageMigrations } = schema;
  const sealing = sealingOf(config, tellOfBroken(log));
  const main = { path: files.database, migrations, now, mustExist: files.used, sealing };
  const usage = { path: files.usage, migrations: usageMigrations, now, durability };
  // All of it, before anything is opened: a start that is refused leaves no trace.
  const secret = files.used ? readSessionSecret(files.sessionSecret, randomBytes) : null;
  if (isFirst && existsSync(main.path)) sqlite.lookFirst(main.path, main);
  const loss = isFirst ? findLoss(usage) : null;
  const database = sqlite.openDatabase({ ...main, mustBeLatest: true });
  try {
    const used = sqlite.listChainHeads(database).length > 0;
    const usageDatabase = openUsage(usage, { used, loss, log, isFirst });
    if (used && isFirst && !files.used) log.warn(secretIsNew);
    return {
      database,
      lostUsage: () => lostUsage(files.usage),
      usageDatabase,
      databases: [lookedAt(files.database, database), lookedAt(files.usage, usageDatabase)],
      secret: secret ?? readSessionSecret(files.sessionSecret, randomBytes),
    };
  } catch (cause) {
    database.close();
    throw cause;
  }
}

function lookedAt(path: string, database: ReturnType<typeof sqlite.openDatabase>) {
  return {
    path,
    inspect: () => sqlite.inspectDatabase(database),
    isGone: () => sqlite.isGone(database),
  };
}

/** Once for each table: whoever holds a token whose row was changed would else write as much as they like. */
function tellOfBroken(log: Log) {
  const told = new Set<string>();
  return (table: string) => {
    if (told.has(table)) return;
    told.add(table);
    log.error({ table }, "a row is not what was sealed: katkey seal check names it");
  };
}
