import type { Trouble } from "@katkey/server/health";

/** What each trouble means, and what to do about it. */
export const remedies = {
  storage_full:
    "The disk is full, or was, and the reserve for revocations is not whole again. Make room: all goes on by itself.",
  storage_unavailable:
    "The disk fails, or allows no writing: every change is refused. Mend it, or mount it for writing.",
  storage_damaged: "A part of the database is damaged. Stop the server, and restore a backup.",
  uses_held:
    "Uses cannot be written, and are lost when the server ends. Make room, and look which process holds usage.db.",
  reserve_missing:
    "There is not the room for the reserve of 16 MB that revocations need on a full disk. Make room: it is made by itself.",
  usage_aside:
    'What was counted before could not be read: it lies beside, as usage.db.damaged-…, and counting began anew. Put the usage.db of a backup in place (docs/operations.md, "Damaged files"); then, or to go on without, remove all that begins with usage.db.damaged-.',
  usage_anew:
    'usage.db was missing at a start, and counting began anew. Put the usage.db of a backup in place (docs/operations.md, "Damaged files"); then, or to go on without, remove usage.db.missing-….',
  rows_unsound:
    'Somebody has changed rows past the server, which refuses them. Run katkey seal check: it names them. What to do: docs/operations.md, "Rows that are not sound".',
  database_gone:
    'A database that the server has open was deleted, moved or replaced: changes are refused, and what is counted is held in memory. Leave it running, and get the file back: docs/operations.md, "Damaged files".',
  schema_altered:
    'Somebody has altered the schema of the database: the server refuses every change, revocations too, until it is as Katkey made it. What was altered is told above. What to do: docs/operations.md, "Rows that are not sound".',
  clock_behind:
    "The clock was set back, or was ahead before: time goes on from there, and nothing that expired is accepted. Set it right (NTP); if it is right now, run katkey clock reset.",
  clock_leapt:
    "The clock leapt ahead: what expires by it is refused, and no month is closed by it for a day. Look whether it is right (NTP). If it is, this ends by itself after that day; once it had to be put right, run katkey clock reset.",
  clock_not_believed:
    "The clock leapt ahead by more than a year, and is not believed. Set it right (NTP); if it is right, run katkey clock reset.",
} as const satisfies Record<Trouble, string>;
