import type { Database } from "better-sqlite3";
import type { ServiceUse, ServiceUseLog } from "../../service-tokens/service-use-log.ts";
import { isBusy } from "../busy.ts";
import { storageFaultOf } from "../storage/storage-fault.ts";
import { storageOf } from "../storage/storage.ts";

const pauseMs = 10_000;

// Another process may have seen a later one.
const upsert = `
  insert into service_secret_use (public_key_id, at, address) values (@publicKeyId, @at, @address)
  on conflict do update set at = excluded.at, address = excluded.address where excluded.at > at`;

/**
 * Keeps last uses in the file of what was counted: each change of the other one would have every secret that is
 * remembered there read anew. `onFailure` hears when they cannot be written.
 */
export function createSqliteServiceUseLog(
  database: Database,
  onFailure: (cause: unknown) => void,
): ServiceUseLog {
  const noted = new Map<string, ServiceUse>();
  const write = prepareWrite(database);
  const find = prepareFind(database);
  const storage = storageOf(database);
  let due: NodeJS.Timeout | null = null;

  function flush(): void {
    if (due !== null) clearTimeout(due);
    due = null;
    if (noted.size === 0) return;
    if (storage.trouble() !== null) return soon();
    try {
      write(noted.values());
      noted.clear();
    } catch (cause) {
      const fault = storageFaultOf(cause);
      if (fault !== null) storage.note(fault);
      else if (!isBusy(cause)) onFailure(cause);
      soon();
    }
  }

  function soon(): void {
    due ??= setTimeout(flush, pauseMs).unref();
  }

  return {
    note(use) {
      noted.set(use.publicKeyId, use);
      soon();
    },

    async lastUses(publicKeyIds) {
      const unwritten = publicKeyIds.flatMap((id) => noted.get(id) ?? []);
      const known = [...find(publicKeyIds), ...unwritten].toSorted((a, b) => a.at - b.at);
      return new Map(known.map((use) => [use.publicKeyId, use]));
    },

    close: flush,
  };
}

function prepareWrite(database: Database): (uses: Iterable<ServiceUse>) => void {
  const one = database.prepare<ServiceUse>(upsert);
  return database.transaction((uses: Iterable<ServiceUse>) => {
    for (const use of uses) one.run(use);
  }).immediate;
}

function prepareFind(database: Database): (publicKeyIds: readonly string[]) => readonly ServiceUse[] {
  const find = database.prepare<[string], ServiceUse>(`
    select public_key_id as publicKeyId, at, address from service_secret_use
    where public_key_id in (select value from json_each(?))`);
  return (publicKeyIds) => find.all(JSON.stringify(publicKeyIds));
}
