import { setTimeout as pause } from "node:timers/promises";
import { KeyError } from "../errors.ts";
import { isSchemaRefusal } from "./seal/guard-schema.ts";

const attempts = 12;
const pauseMs = 50;

/**
 * Tries again while another process holds the write lock. SQLite itself waits
 * only for the connection's short busy timeout, because it stops the event loop
 * while it waits; the rest of the waiting is done here, between turns.
 * @throws KeyError `busy`, after some seconds
 */
export async function retriedWhileBusy<Result>(change: () => Result | Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await change();
    } catch (cause) {
      // Who looks at the schema before each attempt refuses it then, or finds that what came to it is none of ours.
      if (!isBusy(cause) && !isSchemaRefusal(cause)) throw cause;
      if (attempt === attempts) {
        throw new KeyError("busy", "Another process is writing for too long. Try again.", { cause });
      }
    }
    await pause(pauseMs);
  }
}

export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && String(error.code).startsWith("SQLITE_BUSY")) || isBusy(error.cause);
}
