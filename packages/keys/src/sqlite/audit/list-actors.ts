import { sql } from "drizzle-orm";
import type { AuditActor, ChainId } from "../../audit/audit.ts";
import type { Executor } from "../executor.ts";

/** More than an organization has people and keys that change keys; few enough to be found in a few milliseconds. */
const mostActors = 1_000;

/** From one actor to the next by their index, however much each has done. */
export function listActors(db: Executor, organizationId: ChainId): readonly AuditActor[] {
  return db.all<AuditActor>(sql`
    with recursive actor (id) as (
      select min(actor_id) from audit_entry where organization_id = ${organizationId}
      union all
      select (
        select min(actor_id) from audit_entry where organization_id = ${organizationId} and actor_id > actor.id
      )
      from actor where actor.id is not null
      limit ${mostActors + 1}
    ),
    latest (seq) as (
      select (select max(seq) from audit_entry where organization_id = ${organizationId} and actor_id = actor.id)
      from actor where actor.id is not null
    )
    select actor_type as type, actor_id as id, actor_label as label
    from latest join audit_entry using (seq)
    where organization_id = ${organizationId}
    order by actor_label, actor_id
  `);
}
