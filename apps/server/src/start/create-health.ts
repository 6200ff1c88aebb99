import { stat, statfs } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { reportBackups } from "../backups/report-backups.ts";
import type { SteadyClock, UsageLog } from "@katkey/keys";
import type { Config } from "../config.ts";
import type { Disk, Health, HealthReport, Trouble } from "../health.ts";
import type { Clock } from "../services.ts";
import { thisVersion } from "./this-version.ts";

interface HealthSources {
  readonly databases: readonly {
    readonly path: string;
    /** What it says of itself. */
    readonly inspect: () => Pick<HealthReport, "sqliteVersion" | "migrations">;
    /** Its file is no more where it was opened. */
    readonly isGone: () => boolean;
  }[];
  readonly usage: UsageLog;
  readonly disk: Disk;
  readonly config: Pick<Config, "processes" | "sealKeys" | "backups">;
  /** How what was counted before was lost, as long as the operator has not said that they know. */
  readonly lostUsage: () => readonly Trouble[];
  /** No row is known that is not what was sealed. */
  readonly isSound: () => boolean;
  /** What is sealed has the tables and triggers that we made, and no others. */
  readonly isAsMade: () => boolean;
  readonly clock: Clock & Pick<SteadyClock, "troubles">;
}

/** Looks when it is asked. The process counts as started when this is made. */
export function createHealth(sources: HealthSources): Health {
  const { databases, usage, clock } = sources;
  const { processes, sealKeys, backups } = sources.config;
  const troubles = () => [...troublesOf(sources), ...clock.troubles()];
  const startedAt = clock.now();
  const start = clock.monotonic();
  const version = thisVersion();
  return {
    troubles,
    async read() {
      const inspections = databases.map(({ inspect }) => inspect());
      const files = databases.flatMap(({ path }) => [path, `${path}-wal`]);
      return {
        troubles: troubles(),
        ...version,
        processes,
        sealed: sealKeys !== null,
        startedAt,
        uptimeSeconds: Math.floor((clock.monotonic() - start) / 1_000),
        sqliteVersion: inspections[0]?.sqliteVersion ?? "",
        migrations: inspections.flatMap(({ migrations }) => migrations),
        files: (await Promise.all(files.map(sizeOf))).filter((file) => file !== null),
        backups: backups && (await reportBackups(backups, { startedAt, now: clock.now() })),
        freeBytes: await freeBytesAt(dirname(files[0] ?? "")),
        usage: { writable: usage.isWritable(), unfiled: usage.countUnfiled(), held: usage.countHeld() },
      };
    },
  };
}

function troublesOf({
  databases,
  usage,
  disk,
  lostUsage,
  isSound,
  isAsMade,
}: HealthSources): readonly Trouble[] {
  const trouble = disk.trouble();
  return [
    ...(trouble === null ? [] : [trouble]),
    ...(usage.isWritable() ? [] : (["uses_held"] as const)),
    ...(disk.lacksReserve() ? (["reserve_missing"] as const) : []),
    ...lostUsage(),
    ...(isSound() ? [] : (["rows_unsound"] as const)),
    ...(databases.some(({ isGone }) => isGone()) ? (["database_gone"] as const) : []),
    ...(isAsMade() ? [] : (["schema_altered"] as const)),
  ];
}

/** `null`: there is no such file, as after a database was closed. */
async function sizeOf(path: string) {
  const found = await stat(path).catch(() => null);
  return found && { name: basename(path), bytes: found.size };
}

async function freeBytesAt(directory: string): Promise<number | null> {
  const disk = await statfs(directory).catch(() => null);
  return disk && disk.bavail * disk.bsize;
}
