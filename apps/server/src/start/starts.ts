import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readNote } from "./read-note.ts";

// Of it, an operator types what is told of them: nothing that a shell or a terminal would obey.
const start = z.object({
  /** RFC 3339. */
  at: z.iso.datetime(),
  version: z.string().regex(/^[\w.+-]{1,50}$/),
  commit: z
    .string()
    .regex(/^[0-9a-f]{1,64}$/)
    .nullable(),
  /** Where it listens. */
  host: z.string().regex(/^[\w.:%-]{1,255}$/),
  port: z.int(),
  /** How many answer requests. */
  processes: z.int(),
});

/** What an operator wants to know of a start afterwards: what it was that ran, and how. */
export type Start = Readonly<z.infer<typeof start>>;

const starts = z.object({ last: start, before: start.nullable() });

/** `before`: the last start of another version than the last one's. */
export interface Starts {
  readonly last: Start;
  readonly before: Start | null;
}

/** Kept for the operator beside the databases: nothing is judged by it. @throws an error of the file system */
export function noteStart(directory: string, last: Start): void {
  const noted = findStarts(directory);
  const isSame = noted?.last.version === last.version && noted.last.commit === last.commit;
  const before = (isSame ? noted?.before : noted?.last) ?? null;
  const draft = `${fileIn(directory)}.new`;
  // A link that lies there would have another file written.
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(draft, `${JSON.stringify({ last, before }, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  renameSync(draft, fileIn(directory));
}

/** `null`: no start is noted, or it cannot be read. */
export function findStarts(directory: string): Starts | null {
  return starts.safeParse(readNote(fileIn(directory))).data ?? null;
}

function fileIn(directory: string): string {
  return join(directory, "starts.json");
}
