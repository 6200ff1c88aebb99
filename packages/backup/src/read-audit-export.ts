import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
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

/** Every entry of an export in JSON Lines, of one log or several, by the log it is of. @throws BackupError */
export async function readAuditExport(path: string): Promise<ReadonlyMap<string, readonly AuditEntry[]>> {
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
    log.push(found);
    logs.set(found.organizationId, log);
  }
  return logs;
}

async function* linesOf(path: string): AsyncGenerator<string> {
  try {
    yield* createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Infinity });
  } catch (cause) {
    throw unusable(path, cause);
  }
}

function entryIn(line: string): AuditEntry | null {
  try {
    return entry.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
