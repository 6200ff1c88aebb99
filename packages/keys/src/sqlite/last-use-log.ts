import type { Database } from "better-sqlite3";
import type { KeyId, OrganizationId } from "../id.ts";
import type { LastUse, LastUseLog, SecretUse } from "../last-use.ts";
import { isBusy } from "./busy.ts";

/** One statement for the uses of one secret within a turn of the event loop. What is written later can be older. */
const upsert = `
  insert into secret_use (public_key_id, organization_id, key_id, at, address, user_agent, method, route, status,
    requests, requests_retiring)
  values (@publicKeyId, @organizationId, @keyId, @at, @address, @userAgent, @method, @route, @status,
    @requests, @requestsRetiring)
  on conflict (public_key_id) do update set
    at = max(at, excluded.at),
    address = iif(excluded.at < at, address, excluded.address),
    user_agent = iif(excluded.at < at, user_agent, excluded.user_agent),
    method = iif(excluded.at < at, method, excluded.method),
    route = iif(excluded.at < at, route, excluded.route),
    status = iif(excluded.at < at, status, excluded.status),
    requests = requests + excluded.requests,
    requests_retiring = requests_retiring + excluded.requests_retiring`;

const select = `
  select public_key_id as publicKeyId, organization_id as organizationId, key_id as keyId, at, address,
    user_agent as userAgent, method, route, status,
    requests, requests_retiring as requestsRetiring
  from secret_use
  where organization_id = ? and public_key_id in (select value from json_each(?))`;

/** A wait holds up every request, and what is to be written here can wait without anybody noticing. */
const patienceMs = 10;
const retryMs = 100;
/** At the end there is no later, and no request either. */
const lastPatienceMs = 5_000;

/** Secrets whose use is kept while the file cannot be written. */
const mostWaiting = 10_000;

/**
 * Keeps the last uses in a database of their own, opened with `usageMigrations`.
 * While another process writes it tries again; `onFailure` hears of what is lost.
 */
export function createSqliteLastUseLog(database: Database, onFailure: (cause: unknown) => void): LastUseLog {
  const read = database.prepare<[OrganizationId, string], LastUse & { keyId: KeyId }>(select);
  const waiting = createWaitingUses(database, onFailure);
  let due: NodeJS.Immediate | NodeJS.Timeout | null = null;
  database.pragma(`busy_timeout = ${patienceMs}`);

  function flush(): void {
    due = null;
    if (!waiting.write()) due = setTimeout(flush, retryMs).unref();
  }

  return {
    record(use) {
      waiting.add(use);
      due ??= setImmediate(flush);
    },

    async find(organizationId, publicKeyIds) {
      waiting.write();
      const rows = read.all(organizationId, JSON.stringify(publicKeyIds));
      return new Map(rows.map((row) => [row.publicKeyId, row]));
    },

    close() {
      if (!database.open) return;
      database.pragma(`busy_timeout = ${lastPatienceMs}`);
      if (!waiting.write()) onFailure(new Error("The last uses could not be written before the end."));
      database.close();
    },
  };
}

function createWaitingUses(database: Database, onFailure: (cause: unknown) => void) {
  const upsertOne = database.prepare<LastUse>(upsert);
  const uses = new Map<string, LastUse>();
  let lost = 0;
  const writeAll = database.transaction(() => {
    for (const use of uses.values()) upsertOne.run(use);
  });

  return {
    add(use: SecretUse): void {
      const before = uses.get(use.publicKeyId);
      if (before === undefined && uses.size >= mostWaiting) lost += 1;
      else uses.set(use.publicKeyId, withUse(before, use));
    },

    /** `false`: another process is writing, so this is to be done again. */
    write(): boolean {
      if (uses.size === 0 || !database.open) return true;
      try {
        writeAll.immediate();
      } catch (cause) {
        if (isBusy(cause)) return false;
        onFailure(cause);
      }
      if (lost > 0) onFailure(new Error(`${lost} uses were not kept, because too many others were waiting.`));
      uses.clear();
      lost = 0;
      return true;
    },
  };
}

function withUse(before: LastUse | undefined, { retiring, ...use }: SecretUse): LastUse {
  const latest = before !== undefined && use.at < before.at ? before : use;
  const requests = (before?.requests ?? 0) + 1;
  const requestsRetiring = (before?.requestsRetiring ?? 0) + Number(retiring);
  return { ...latest, requests, requestsRetiring };
}
