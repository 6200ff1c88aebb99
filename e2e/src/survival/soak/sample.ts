import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { RunningServer } from "../../harness/server.ts";

/** What a server holds at a moment. */
export interface Sample {
  /** Seconds since the beginning. */
  readonly second: number;
  readonly rssKib: number;
  readonly files: number;
  /** Of the longer one of the two logs. */
  readonly walBytes: number;
}

export function sampleOf({ process: { pid }, dataDir }: RunningServer, second: number): Sample {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const logs = ["katkey.db-wal", "usage.db-wal"].map(
    (file) => statSync(join(dataDir, file), { throwIfNoEntry: false })?.size ?? 0,
  );
  return {
    second,
    rssKib: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]),
    files: readdirSync(`/proc/${pid}/fd`).length,
    walBytes: Math.max(...logs),
  };
}
