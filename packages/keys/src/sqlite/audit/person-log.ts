import type { Database } from "better-sqlite3";
import { and, eq, isNull } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { PersonLog } from "../../audit/person-log.ts";
import { installationDeedOf } from "../../deed.ts";
import { selectMemberships } from "../organizations/members.ts";
import { recorded } from "../recorded.ts";
import { member } from "../schema.ts";
import type { IsOperator } from "../standing.ts";
import { appendAudit } from "./audit-trail.ts";

/** `isOperator` is asked on the same connection, within the transaction of the change; by itself nobody is. */
export function createSqlitePersonLog(database: Database, isOperator: IsOperator = () => false): PersonLog {
  const db = drizzle(database);
  return {
    async record({ act, person: { id, email }, what }, { done, change }) {
      const object = { type: "person", id, label: email } as const;
      const deed = installationDeedOf(act, { action: `person.${what}`, object });
      const [event] = deed.events;
      return recorded(db, deed, {
        done,
        isOperator,
        change(tx) {
          const outcome = change();
          if (outcome !== done) return outcome;
          const isTheirs = and(eq(member.userId, id), isNull(member.removedAt));
          // Read here: nobody who joins meanwhile is left out.
          const places = selectMemberships(tx).where(isTheirs).all();
          const told = places.map(({ organization, member: { id: memberId } }) => ({
            ...event,
            organizationId: organization.id,
            action: `member.${what}` as const,
            object: { type: "member", id: memberId, label: email } as const,
          }));
          appendAudit(tx, ...told);
          return outcome;
        },
      });
    },
  };
}
