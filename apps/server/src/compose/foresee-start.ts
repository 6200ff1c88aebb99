import { existsSync } from "node:fs";
import { join } from "node:path";
import * as sqlite from "@katkey/keys/sqlite";
import type { Config } from "../config.ts";
import { assertUsable, findDataDirectory, type DataDirectory } from "../start/data-directory.ts";
import { findSessionSecret } from "../start/session-secret.ts";
import { assertBeginning } from "./assert-beginning.ts";
import { steadyClock } from "./open-clock.ts";
import { isLoss } from "./open-usage.ts";
import { schema } from "./schema.ts";
import { sealingOf } from "./sealing-of.ts";
import { startRefusal } from "./start-refusal.ts";

interface Look {
  /** By the machine's clock. */
  readonly now: number;
  /** Look at every seal: some seconds for a million. */
  readonly isThorough: boolean;
}

/**
 * Why a start would be refused, in the words of `openFiles` and `openClock`. Changes no file, and reads no database
 * whole; whether its port is free is another question.
 */
export function foreseeStart(config: Config, look: Look): readonly string[] {
  const { dataDirectory: path } = config;
  const refused = (step: () => void) => refusalsOf(step, path);
  // One that is not there a start would make.
  const unusable = refused(() => {
    if (existsSync(path)) assertUsable(path);
    assertBeginning(config, join(path, "katkey.db"));
  });
  if (unusable.length > 0 || !existsSync(path)) return unusable;
  const files = findDataDirectory(path);
  return [
    ...refused(() => lookAtMain(config, files, look)),
    ...refused(() => lookAtUsage(files)),
    ...refused(() => void findSessionSecret(files.sessionSecret)),
  ];
}

/** Whether a start would begin from nothing, and nothing tells of an installation that was there. */
export function isNothingYet(config: Config): boolean {
  const { dataDirectory: path } = config;
  const database = join(path, "katkey.db");
  const isReadable = !existsSync(path) || refusalsOf(() => void findDataDirectory(path), path).length === 0;
  return (
    isReadable &&
    !existsSync(database) &&
    refusalsOf(() => assertBeginning(config, database), path).length === 0
  );
}

function refusalsOf(step: () => void, dataDirectory: string): readonly string[] {
  try {
    step();
    return [];
  } catch (cause) {
    const refusal = startRefusal(cause, dataDirectory);
    if (refusal === null) throw cause;
    return [refusal.message];
  }
}

function lookAtMain(config: Config, { database: path }: DataDirectory, { now, isThorough }: Look): void {
  if (!existsSync(path)) return;
  const sealing = sealingOf(config, () => {});
  const open = isThorough ? sqlite.lookAsAStart : sqlite.lookAtDatabase;
  const database = unlessOlder(() => open(path, schema["katkey.db"], sealing));
  try {
    if (database === null) return;
    steadyClock({ now: () => now, monotonic: () => 0 }, sqlite.createSqliteClockMarks(database).find());
  } finally {
    database?.close();
  }
}

/** A lost one keeps nothing from starting. */
function lookAtUsage({ usage: path }: DataDirectory): void {
  try {
    unlessOlder(() => sqlite.lookAtDatabase(path, schema["usage.db"]))?.close();
  } catch (cause) {
    if (!isLoss(cause)) throw cause;
  }
}

/** What is older a start brings to this version. */
function unlessOlder<Value>(look: () => Value): Value | null {
  try {
    return look();
  } catch (cause) {
    if (cause instanceof sqlite.DatabaseError && cause.code === "older") return null;
    throw cause;
  }
}
