import { createReadStream } from "node:fs";
import type { AuditEntry } from "@katkey/keys";
import { z } from "zod";
import { BackupError, unusable } from "./backup-error.ts";

const text = z.string();
const party = z.object({ type: text, id: text.nullable(), label: text });

/** As the export of a log in JSON Lines writes it. What it says is for its hash to prove. */
const shape = z.object({
  organizationId: text,
  seq: z.number().int().positive(),
  at: z.number().int(),
  actor: party,
  action: text,
  object: party,
  address: text.nullable(),
  requestId: text.nullable(),
  before: z.json(),
  after: z.json(),
  previousHash: text,
  hash: text,
});

const entry = z.custom<AuditEntry>((value) => shape.safeParse(value).success);

/** Many times what any entry has. */
const longestLine = 1024 * 1024;

/**
 * The entries of an export in JSON Lines, of one log or several, by the log they are of, as far as they are wanted.
 * @throws BackupError
 */
export async function readAuditExport(
  path: string,
  isWanted: (entry: AuditEntry) => boolean,
): Promise<ReadonlyMap<string, readonly AuditEntry[]>> {
  const logs = new Map<string, AuditEntry[]>();
  let number = 0;
  for await (const line of linesOf(path)) {
    number += 1;
    if (line.trim() === "") continue;
    const found = entryIn(line);
    if (found === null) {
      const message = `Line ${number} of ${path} is no entry of an audit log: an export in JSON Lines is needed.`;
      throw new BackupError("export", message);
    }
    const log = logs.get(found.organizationId) ?? [];
    if (isWanted(found)) log.push(found);
    logs.set(found.organizationId, log);
  }
  return logs;
}

/** A line that has no end is given as far as it is too long, which no entry is. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = "";
  try {
    for await (const piece of createReadStream(path, "utf8")) {
      const lines = `${rest}${String(piece)}`.split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
      if (rest.length > longestLine) break;
    }
  } catch (cause) {
    throw cause instanceof BackupError ? cause : unusable(path, cause);
  }
  yield rest;
}

function entryIn(line: string): AuditEntry | null {
  try {
    return entry.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
