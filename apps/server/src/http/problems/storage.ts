import type { KeyErrorCode } from "@katkey/keys";
import type { ProblemDefinition } from "./definition.ts";

export type StorageProblemCode = Extract<
  KeyErrorCode,
  "busy" | `storage_${string}` | "schema_altered" | "rows_unsound"
>;

/** What keeps a change from being written, whatever it is. */
export const storageProblems = {
  busy: {
    status: 503,
    title: "The database is busy",
    cause: "Another process has held the database for several seconds. Nothing was changed.",
    fix: "Try again in a moment, as Retry-After says.",
  },
  storage_full: {
    status: 507,
    title: "The disk is full",
    cause:
      "The disk of this installation has no room left. Nothing was changed. Keys are verified and revoked as ever.",
    fix: "Ask the operator to make room. Try again no sooner than Retry-After says.",
  },
  storage_unavailable: {
    status: 503,
    title: "The disk cannot be written to",
    cause:
      "The disk of this installation fails, or allows no writing. Nothing was changed. Keys are verified as ever.",
    fix: "Tell the operator. Try again no sooner than Retry-After says.",
  },
  storage_damaged: {
    status: 503,
    title: "The database is damaged",
    cause:
      "The part of this installation's database that the request needs cannot be read. Nothing was changed, and nothing was decided about the credentials.",
    fix: "Tell the operator, who restores a backup. Try again no sooner than Retry-After says.",
  },
  schema_altered: {
    status: 503,
    title: "The database is not as it was made",
    cause:
      "Somebody has altered the tables, triggers or seals of this installation's database, past it, or sealed it with a key that it does not know. Nothing was changed, and nothing is until that is put right, revocations too. Keys are verified as ever.",
    fix: "Tell the operator, to whom `katkey doctor` says what it is. Try again no sooner than Retry-After says.",
  },
  rows_unsound: {
    status: 409,
    title: "What is stored is not what was sealed",
    cause:
      "Somebody has changed the key, or what it rests on, past this installation: it is refused, and so would be a new token of it. Nothing was changed.",
    fix: "Tell the operator, to whom `katkey seal check` names it. Revoking works.",
  },
} as const satisfies Record<StorageProblemCode, ProblemDefinition>;
