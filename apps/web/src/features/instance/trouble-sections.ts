import type { HealthView } from "../../lib/api/api-types.ts";

type Trouble = HealthView["troubles"][number];

/** Where docs/operations.md explains each trouble: the heading. */
export const troubleSections = {
  storage_full: "When the disk is full",
  storage_unavailable: "When the disk is full",
  storage_damaged: "Restoring",
  uses_held: "When the disk is full",
  reserve_missing: "When the disk is full",
  usage_aside: "Damaged files",
  usage_anew: "Damaged files",
  rows_unsound: "Rows that are not sound",
  database_gone: "Damaged files",
  schema_altered: "Rows that are not sound",
  clock_behind: "The clock",
  clock_leapt: "The clock",
  clock_not_believed: "The clock",
} as const satisfies Record<Trouble, string>;
