import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { reportLeak } from "../../../packages/keys/src/leaks/report-leak.ts";
import { createSqliteKeyStore, createSqliteTenancyStore } from "../../../packages/keys/src/sqlite/index.ts";
import type { RunningServer } from "./server.ts";

/** Somebody has found the token in public, and another process hears of it than the server. */
export async function reportTheLeak({ dataDir }: Pick<RunningServer, "dataDir">, token: string) {
  const database = new Sqlite(join(dataDir, "katkey.db"), { fileMustExist: true });
  try {
    const desk = {
      store: createSqliteKeyStore(database),
      tenancy: createSqliteTenancyStore(database),
      brand: "kat",
    };
    const url = "https://github.com/acme-robotics/storefront/blob/3f0c2a1e6f0b4a529a371d2f0c9b7e54/.env#L3";
    const actor = { type: "system", id: null, label: "katkey" } as const;
    const about = { actor, now: Date.now(), address: null, requestId: null };
    return await reportLeak(desk, { token, source: "github commit", url }, about);
  } finally {
    database.close();
  }
}
