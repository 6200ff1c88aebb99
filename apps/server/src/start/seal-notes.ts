import { createHmac, randomBytes, type KeyObject } from "node:crypto";
import { lstatSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
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
  const folder = dirname(database);
  const names = readdirSync(folder).filter((name) => name.startsWith(notePrefix(database)));
  const notes = names.flatMap((name) => noteIn(join(folder, name), now));
  return notes.filter(({ keys }) => keys[0] !== idOf(current)).map((note) => note.process);
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

function noteIn(path: string, now: number): readonly Note[] {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return [];
  const note = noteText.safeParse(readNote(path)).data;
  // One of later was not written by who runs now, either.
  const isFresh = Math.abs(now - stat.mtimeMs) < staleMs;
  if (note !== undefined && isFresh && !isGone(note)) return [note];
  rmSync(path, { recursive: true, force: true });
  return [];
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
