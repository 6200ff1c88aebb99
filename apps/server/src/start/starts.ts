import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const start = z.object({
  /** RFC 3339. */
  at: z.string(),
  version: z.string(),
  commit: z.string().nullable(),
  /** Where it listens. */
  host: z.string(),
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
  writeFileSync(draft, `${JSON.stringify({ last, before }, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, fileIn(directory));
}

/** `null`: no start is noted, or it cannot be read. */
export function findStarts(directory: string): Starts | null {
  try {
    return starts.safeParse(JSON.parse(readFileSync(fileIn(directory), "utf8"))).data ?? null;
  } catch {
    return null;
  }
}

function fileIn(directory: string): string {
  return join(directory, "starts.json");
}
