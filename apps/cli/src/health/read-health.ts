import { readConfig, type Config } from "@katkey/server/config";
import { createHealth } from "@katkey/server/create-health";
import { findDataDirectory } from "@katkey/server/data-directory";
import { troubles, type Trouble } from "@katkey/server/health";
import { healthViewOf } from "@katkey/server/health-view";
import { lostUsage } from "@katkey/server/open-usage";
import * as sqlite from "@katkey/keys/sqlite";
import { findStarts } from "@katkey/server/starts";
import type { AskedServer } from "./ask-server.ts";

export type InstallationHealth = Awaited<ReturnType<typeof readHealth>>;

/** How the installation is, as its dashboard tells it, read beside its server. @throws ConfigError, StartError, DatabaseError */
export async function readHealth(now: number, { troubles: told, hasOurFile: _, ...server }: AskedServer) {
  const config = readConfig();
  const files = findDataDirectory(config.dataDirectory);
  const database = sqlite.lookAtDatabase(files.database, sqlite.keysMigrations);
  try {
    const report = await reportOf(database, { config, files, now });
    const isTold = (trouble: Trouble) => server.ours !== false && told.has(trouble);
    return {
      dataDirectory: config.dataDirectory,
      server,
      ...report,
      troubles: troubles.filter((trouble) => isTold(trouble) || report.troubles.includes(trouble)),
      // As the database is, and not as this shell's settings are.
      sealed: sqlite.isSealed(database),
      sealKeySet: config.sealKeys !== null,
      starts: findStarts(config.dataDirectory),
    };
  } finally {
    database.close();
  }
}

type Database = ReturnType<typeof sqlite.lookAtDatabase>;

interface Places {
  readonly config: Config;
  readonly files: ReturnType<typeof findDataDirectory>;
  readonly now: number;
}

/** What only a process can tell that has had a file open for long. */
const never = () => false;

/** What the files say. */
async function reportOf(database: Database, { config, files, now }: Places) {
  const usageDatabase = sqlite.lookAtDatabase(files.usage, sqlite.usageMigrations);
  const usage = sqlite.createSqliteUsageLog(usageDatabase, () => {});
  try {
    const { reserve } = sqlite.storageOf({ name: files.database, memory: false });
    const health = createHealth({
      databases: [
        { path: files.database, inspect: () => sqlite.inspectDatabase(database), isGone: never },
        { path: files.usage, inspect: () => sqlite.inspectDatabase(usageDatabase), isGone: never },
      ],
      usage,
      disk: {
        trouble: () => (reserve.isGivenUp() ? "storage_full" : null),
        // The server makes it, and tells of it if it cannot.
        lacksReserve: () => false,
        look: async () => {},
      },
      config,
      lostUsage: () => lostUsage(files.usage),
      // What is met its server tells; katkey seal check and doctor look at every row.
      isSound: () => true,
      isAsMade: () => true,
      // Of the clock its server tells, which has seen it go.
      clock: { now: () => now, monotonic: () => 0, troubles: () => [] },
    });
    // This process has just begun, and counts nothing.
    const { startedAt: _, uptimeSeconds: __, usage: used, ...report } = healthViewOf(await health.read());
    return { ...report, unfiledUses: used.unfiled };
  } finally {
    usage.close();
  }
}
