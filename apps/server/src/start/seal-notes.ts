import { createHmac, randomBytes, type KeyObject } from "node:crypto";
import { existsSync, lstatSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { readNote } from "./read-note.ts";

interface SealKeys {
  readonly current: KeyObject;
  readonly earlier: readonly KeyObject[];
}

/** What a process that has a sealed database open says of itself. */
const noteText = z.object({
  process: z.int().positive(),
  host: z.string(),
  /** By what its keys are told apart, which gives away nothing of them: the one that seals first. */
  keys: z.array(z.string()),
});

type Note = z.infer<typeof noteText>;

const intervalMs = 1_000;
/** Whoever has not said for so long that they run was killed. */
const staleMs = 30_000;

const notePrefix = (database: string) => `${basename(database)}.seals-`;

/**
 * Keeps a note beside the database of the keys that this process knows, so that nobody seals what is there with a key
 * that it does not know. Returns how to stop.
 */
export function keepSealKeysNoted(database: string, keys: SealKeys | null): () => void {
  if (keys === null) return () => {};
  const path = join(dirname(database), `${notePrefix(database)}${randomBytes(6).toString("hex")}`);
  const text = JSON.stringify({
    process: process.pid,
    host: hostname(),
    keys: [keys.current, ...keys.earlier].map(idOf),
  } satisfies Note);
  const keep = () => {
    try {
      writeFileSync(path, text, { mode: 0o600, flag: "wx" });
    } catch {
      touch(path);
    }
  };
  keep();
  const timer = setInterval(keep, intervalMs).unref();
  return () => {
    clearInterval(timer);
    rmSync(path, { force: true });
  };
}

/** The processes that have the database open and seal with another key than this one. Removes what killed ones left. */
export function processesSealingOtherwise(
  database: string,
  { current }: SealKeys,
  now: number,
): readonly number[] {
  const left = notesBeside(database);
  left.filter((path) => noteIn(path, now) === null).forEach(remove);
  return processesOf(database, now, ({ keys }) => keys[0] !== idOf(current));
}

/** The processes that have the database open and do not know the key that seals here. Changes no file. */
export function processesNotKnowing(database: string, { current }: SealKeys, now: number): readonly number[] {
  return processesOf(database, now, ({ keys }) => !keys.includes(idOf(current)));
}

function processesOf(database: string, now: number, isMeant: (note: Note) => boolean): readonly number[] {
  const notes = notesBeside(database).flatMap((path) => noteIn(path, now) ?? []);
  return notes.filter(isMeant).map((note) => note.process);
}

function notesBeside(database: string): readonly string[] {
  const folder = dirname(database);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.startsWith(notePrefix(database)));
  return names.map((name) => join(folder, name));
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

function idOf(key: KeyObject): string {
  return createHmac("sha256", key).update("katkey: which key of the seal").digest("hex").slice(0, 16);
}

/** A disk that is full or fails is told of by itself. */
function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // The next one is soon.
  }
}

/** `null`: it is of nobody who runs. */
function noteIn(path: string, now: number): Note | null {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  const note = noteText.safeParse(readNote(path)).data;
  // One of later was not written by who runs now, either.
  const isFresh = Math.abs(now - stat.mtimeMs) < staleMs;
  return note !== undefined && isFresh && !isGone(note) ? note : null;
}

/** Of this machine only: elsewhere, such as in another container, process ids are others. */
function isGone(note: Note): boolean {
  if (note.host !== hostname()) return false;
  try {
    process.kill(note.process, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}
