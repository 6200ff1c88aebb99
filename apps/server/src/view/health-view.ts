import type { HealthReport } from "../health.ts";
import { timeOf } from "./time.ts";

export function healthViewOf({ startedAt, migrations, backups, ...report }: HealthReport) {
  return {
    ...report,
    backups: backups && {
      ...backups,
      newest: backups.newest && { ...backups.newest, madeAt: timeOf(backups.newest.madeAt) },
    },
    startedAt: timeOf(startedAt),
    migrations: migrations.map(({ name, appliedAt }) => ({ name, appliedAt: timeOf(appliedAt) })),
  };
}
