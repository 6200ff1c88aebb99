import type { Database } from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { AuditLog } from "../../audit/audit-log.ts";
import { entryOf, headOf } from "./audit-trail.ts";
import { countEntries, findEntries } from "./find-entries.ts";
import { listActors } from "./list-actors.ts";
import { pageOf } from "../page-of.ts";
import { recorded } from "../recorded.ts";
import { verifyChain } from "./verify-chain.ts";

export function createSqliteAuditLog(database: Database): AuditLog {
  const db = drizzle(database);

  return {
    async append(...events) {
      const [first, ...others] = events;
      if (first === undefined) return;
      const deed = { standing: null, events: [first, ...others] } as const;
      await recorded(db, deed, { done: true, change: () => true });
    },

    record(deed) {
      return recorded<void>(db, deed, { done: undefined, change: () => undefined });
    },

    async list(organizationId, { before = Infinity, after = 0, oldestFirst = false, limit, ...filter }) {
      const within = { first: after + 1, last: before - 1 };
      const rows = await findEntries(db, organizationId, { filter, within, oldestFirst, most: limit + 1 });
      return pageOf(rows.map(entryOf), limit, ({ seq }) => String(seq));
    },

    async count(organizationId, filter) {
      const { seq: last } = headOf(db, organizationId);
      return {
        last,
        entries: await countEntries(db, organizationId, { filter, within: { first: 1, last } }),
      };
    },

    async listActors(organizationId) {
      return listActors(db, organizationId);
    },

    verify(organizationId, part) {
      return verifyChain(db, organizationId, part);
    },
  };
}
