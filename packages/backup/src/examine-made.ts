import {
  assertSealed,
  DatabaseError,
  findAlterations,
  isMigrated,
  isSealed,
  type Sealing,
} from "@katkey/keys/sqlite";
import type { Database } from "better-sqlite3";
import { textsOfSeals } from "./examine-seals.ts";
import { differs, type Fault } from "./fault.ts";
import type { Schema } from "./installation.ts";

interface Made {
  readonly schema: Schema;
  /** With what its seals are looked at; `null`: nobody looks at them. */
  readonly sealing: Sealing | null;
}

/** Why no restore would take a sealed database as it was copied: somebody has written to it past us. */
export async function examineMade(database: Database, { schema, sealing }: Made): Promise<readonly Fault[]> {
  const migrations = schema["katkey.db"];
  // Of an older version nothing is known but that it can be restored.
  if (!isMigrated(database, migrations)) return [];
  const alterations = isSealed(database) ? findAlterations(database, migrations) : [];
  if (alterations.length > 0) return [isAltered, ...alterations, untilAltered].map(differs);
  const texts = sealing === null ? [] : await textsUnder(database, sealing);
  return texts.length === 0 ? [] : [isUnsound, ...texts, untilSound].map(differs);
}

async function textsUnder(database: Database, sealing: Sealing): Promise<readonly string[]> {
  try {
    assertSealed(database, sealing.keys);
  } catch (cause) {
    const why = cause instanceof DatabaseError ? whyNot[cause.code] : undefined;
    if (why === undefined) throw cause;
    return [why];
  }
  return textsOfSeals(database, sealing);
}

const whyNot: Partial<Record<DatabaseError["code"], string>> = {
  another_key: "It is sealed with another key than that of KATKEY_SEAL_KEY.",
  unsealed: "It is not sealed, and KATKEY_SEAL_KEY is set.",
};

const isAltered =
  "The backup is whole, but no restore takes it as it is: somebody has altered the tables or triggers of the database.";

const isUnsound =
  "The backup is whole, but a restore does not take it without more: what was backed up is not what was sealed.";

const next =
  'docs/operations.md, "Rows that are not sound", and back up again. Until then keep the older backups.';

const untilAltered = `Put that right, as is told in ${next}`;

const untilSound = `Find out who could write to the database, do what is told in ${next}`;
