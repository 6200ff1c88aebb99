import type { Database } from "better-sqlite3";
import type { TrafficLog } from "../../traffic/traffic-log.ts";
import { isBusy } from "../busy.ts";
import { storageFaultOf } from "../storage/storage-fault.ts";
import { storageOf } from "../storage/storage.ts";
import { createNoted } from "./noted.ts";
import { prepareReadNoted } from "./read-noted.ts";
import { prepareWriteNoted } from "./write-noted.ts";

const pauseMs = 5_000;

/** Keeps what was noticed beside the counts, in the same file. `onFailure` hears when it cannot be written. */
export function createSqliteTrafficLog(database: Database, onFailure: (cause: unknown) => void): TrafficLog {
  const { noted, ...notes } = createNoted();
  const { soon, flush } = createWriting(database, { noted, notes, onFailure });
  const read = prepareReadNoted(database);

  return {
    noteWindow(organizationId, window) {
      notes.addPeak(organizationId, window);
      soon(window.at);
    },

    noteRefusal(one) {
      notes.addRefusal(one);
      soon(one.at);
    },

    async peak(organizationId, query) {
      flush();
      return read.peak(organizationId, query);
    },

    async findRefusal(organizationId, requestId, now) {
      flush();
      return read.refusal(organizationId, requestId, now);
    },

    async refusals(organizationId, query) {
      flush();
      return read.refusals(organizationId, query);
    },

    close: flush,
  };
}

interface Written extends Pick<ReturnType<typeof createNoted>, "noted"> {
  readonly notes: Pick<ReturnType<typeof createNoted>, "isEmpty" | "clear">;
  onFailure(cause: unknown): void;
}

/** Writes what was noted a moment ago. What cannot be written is kept, and tried again with what comes. */
function createWriting(database: Database, { noted, notes, onFailure }: Written) {
  const writeNoted = prepareWriteNoted(database);
  const write = database.transaction((now: number) => writeNoted(noted, now));
  const storage = storageOf(database);
  let latest = 0;
  let due: NodeJS.Timeout | null = null;

  function flush(): void {
    if (due !== null) clearTimeout(due);
    due = null;
    if (notes.isEmpty()) return;
    if (storage.trouble() !== null) return soon(latest);
    try {
      write.immediate(latest);
      notes.clear();
      latest = 0;
    } catch (cause) {
      const fault = storageFaultOf(cause);
      if (fault !== null) storage.note(fault);
      else if (!isBusy(cause)) onFailure(cause);
      soon(latest);
    }
  }

  function soon(at: number): void {
    latest = Math.max(latest, at);
    due ??= setTimeout(flush, pauseMs).unref();
  }

  return { soon, flush };
}
