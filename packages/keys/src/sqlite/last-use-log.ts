import type { Database } from "better-sqlite3";
import type { KeyId, OrganizationId } from "../id.ts";
import type { LastUse, LastUseLog } from "../last-use.ts";

/** Uses of one secret within one turn of the event loop become one row. */
const upsert = `
  insert into secret_use (public_key_id, organization_id, key_id, at, address, user_agent, method, route, status,
    requests, requests_retiring)
  values (@publicKeyId, @organizationId, @keyId, @at, @address, @userAgent, @method, @route, @status,
    @requests, @requestsRetiring)
  on conflict (public_key_id) do update set at = excluded.at, address = excluded.address,
    user_agent = excluded.user_agent, method = excluded.method, route = excluded.route,
    status = excluded.status, requests = requests + excluded.requests,
    requests_retiring = requests_retiring + excluded.requests_retiring`;

const select = `
  select public_key_id as publicKeyId, organization_id as organizationId, key_id as keyId, at, address,
    user_agent as userAgent, method, route, status,
    requests, requests_retiring as requestsRetiring
  from secret_use
  where organization_id = ? and public_key_id in (select value from json_each(?))`;

/** Keeps the last uses in a database of their own, opened with `usageMigrations`. */
export function createSqliteLastUseLog(database: Database, onFailure: (cause: unknown) => void): LastUseLog {
  const write = database.prepare<LastUse>(upsert);
  const read = database.prepare<[OrganizationId, string], LastUse & { keyId: KeyId }>(select);
  const waiting = new Map<string, LastUse>();
  const writeAll = database.transaction(() => {
    for (const use of waiting.values()) write.run(use);
  });

  function flush(): void {
    if (waiting.size === 0 || !database.open) return;
    try {
      writeAll.immediate();
    } catch (cause) {
      onFailure(cause);
    }
    waiting.clear();
  }

  return {
    record({ retiring, ...use }) {
      if (waiting.size === 0) setImmediate(flush);
      const before = waiting.get(use.publicKeyId);
      const requests = (before?.requests ?? 0) + 1;
      const requestsRetiring = (before?.requestsRetiring ?? 0) + Number(retiring);
      waiting.set(use.publicKeyId, { ...use, requests, requestsRetiring });
    },

    async find(organizationId, publicKeyIds) {
      flush();
      const rows = read.all(organizationId, JSON.stringify(publicKeyIds));
      return new Map(rows.map((row) => [row.publicKeyId, row]));
    },

    close() {
      flush();
      database.close();
    },
  };
}
