import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { schema } from "../../../apps/server/src/compose/schema.ts";
import { DatabaseError, openDatabase } from "../../../packages/keys/src/sqlite/index.ts";
import { temporaryDirectory } from "../harness/server.ts";
import { fillEmptyTables } from "./migrations/fill.ts";
import { stateOf } from "./migrations/state.ts";
import type { ProofOptions, Report } from "./report.ts";

const program = fileURLToPath(new URL("migrations/bring-to.ts", import.meta.url));
type File = "katkey.db" | "usage.db";

const startingTogether = 4;

/** One migration of one file, from a database that has all before it. */
interface Step {
  readonly file: File;
  /** How many migrations the file has with this one. */
  readonly count: number;
  /** A database before it, with rows in every table. */
  readonly from: string;
}

interface Outcome {
  readonly old: number;
  readonly new: number;
  readonly half: number;
}

/** Kills each migration so many times while it runs, and looks whether the database has the old schema or the new one. */
export async function migrations({ rounds, say = () => {} }: ProofOptions): Promise<Report> {
  const folder = temporaryDirectory();
  const rowsInTable = rounds < 10 ? 300 : 5_000;
  const table: { [name: string]: string | number }[] = [];
  const violations: string[] = [];
  for (const file of ["katkey.db", "usage.db"] as const) {
    const from = join(folder, file);
    for (const [i, { name }] of schema[file].entries()) {
      const migrated = schema[file].slice(0, i);
      const database = openDatabase({ path: from, migrations: migrated, now: 0 });
      fillEmptyTables(database, rowsInTable);
      database.close();
      const step = { file, count: i + 1, from };
      const outcome = await killed(step, rounds);
      table.push({
        migration: name,
        kills: rounds,
        untouched: outcome.old,
        done: outcome.new,
        half: outcome.half,
      });
      if (outcome.half > 0) violations.push(`${name}: half done ${outcome.half} times of ${rounds}`);
      say(`${name}: ${outcome.old} untouched, ${outcome.new} done, ${outcome.half} half`);
    }
    violations.push(...refusalsMissing(file, folder), ...(await together(file, folder)));
  }
  const done = table.reduce((sum, row) => sum + Number(row["done"]), 0);
  return {
    promise:
      "Killed while it migrates, a database has the old schema or the new one, and the next start finishes.",
    of: "kills",
    runs: table.length * rounds,
    counted: "migrations killed",
    operations: table.length,
    violations,
    worst: `${done} of them were done when the kill came, the others untouched; ${startingTogether} that start together migrate once; an older version refuses`,
    table,
  };
}

async function killed({ file, count, from }: Step, rounds: number): Promise<Outcome> {
  const path = `${from}.tried`;
  const known = schema[file].slice(0, count);
  const before = stateOf(from);
  put(from, path);
  const begun = performance.now();
  openDatabase({ path, migrations: known, now: 0 }).close();
  const ms = performance.now() - begun;
  const after = stateOf(path);
  const outcome = { old: 0, new: 0, half: 0 };
  for (let round = 0; round < rounds; round += 1) {
    put(from, path);
    await bring(path, known, (ms * (round + 0.5)) / rounds);
    const state = stateOf(path);
    if (state === before) outcome.old += 1;
    else if (state === after) outcome.new += 1;
    else outcome.half += 1;
    // As the next start finds it.
    openDatabase({ path, migrations: known, now: 0 }).close();
    if (stateOf(path) !== after) outcome.half += 1;
  }
  return outcome;
}

/** In a process of its own, which dies so many milliseconds after it began. */
async function bring(path: string, known: readonly object[], dieAfterMs?: number): Promise<void> {
  const file = `${path}.json`;
  writeFileSync(file, JSON.stringify(known));
  const child = spawn(process.execPath, [program, path, file, String(dieAfterMs ?? "never")], {
    stdio: "inherit",
  });
  await once(child, "exit");
  if (dieAfterMs === undefined && child.exitCode !== 0) throw new Error(`${path} could not be migrated`);
}

function put(from: string, path: string): void {
  for (const end of ["-wal", "-shm"]) rmSync(`${path}${end}`, { force: true });
  copyFileSync(from, path);
}

/** Several processes bring the first schema with rows to this version's at the same time. */
async function together(file: File, folder: string): Promise<readonly string[]> {
  const path = join(folder, `together-${file}`);
  const database = openDatabase({ path, migrations: schema[file].slice(0, 1), now: 0 });
  fillEmptyTables(database, 100);
  database.close();
  const alone = `${path}-alone`;
  copyFileSync(path, alone);
  await bring(alone, schema[file]);
  await Promise.all(Array.from({ length: startingTogether }, () => bring(path, schema[file])));
  return stateOf(path) === stateOf(alone)
    ? []
    : [`${file}: several that start together leave another schema than one`];
}

/** A version that does not know the last migration must not touch the database. */
function refusalsMissing(file: File, folder: string): readonly string[] {
  const path = join(folder, `newer-${file}`);
  openDatabase({ path, migrations: schema[file], now: 0 }).close();
  try {
    openDatabase({ path, migrations: schema[file].slice(0, -1), now: 0 }).close();
  } catch (error) {
    if (error instanceof DatabaseError && error.code === "newer") return [];
    throw error;
  }
  return [`${file}: an older version opened it`];
}
