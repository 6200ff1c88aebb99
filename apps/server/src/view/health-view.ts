import type { HealthReport } from "../health.ts";
import { timeOf } from "./time.ts";

export function healthViewOf({ startedAt, migrations, ...report }: HealthReport) {
  return {
    ...report,
    startedAt: timeOf(startedAt),
    migrations: migrations.map(({ name, appliedAt }) => ({ name, appliedAt: timeOf(appliedAt) })),
  };
}
