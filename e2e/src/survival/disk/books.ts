import { withDatabase } from "../../harness/database.ts";
import type { RunningServer } from "../../harness/server.ts";
import type { Cast } from "./cast.ts";

/** Of changes that were refused, those that are there all the same. */
export function changedAnyway(server: RunningServer, names: readonly string[]): readonly string[] {
  return thereOf(server, names).map((name) => `${name} was refused, and is there`);
}

/** Of changes that were acknowledged, those that are not there. */
export function lost(server: RunningServer, names: readonly string[]): readonly string[] {
  const there = new Set(thereOf(server, names));
  return names.filter((name) => !there.has(name)).map((name) => `${name} was done, and is lost`);
}

function thereOf(server: RunningServer, names: readonly string[]): readonly string[] {
  return withDatabase(server, (database) => {
    const find = database
      .prepare<{ name: string }, number>(
        `select exists (select 1 from api_key where name = @name) or exists (select 1 from product where name = @name)
          or exists (select 1 from organization where name = @name)
          or exists (select 1 from audit_entry where object_label = @name)`,
      )
      .pluck();
    return names.filter((name) => find.get({ name }) === 1);
  });
}

export function countRevoked(server: RunningServer, keyIds: readonly string[]): number {
  return withDatabase(server, (database) =>
    Number(
      database
        .prepare(
          `select count(*) from api_key join audit_entry on object_id = id and action = 'key.revoked'
           where revoked_at is not null and id in (select value from json_each(?))`,
        )
        .pluck()
        .get(JSON.stringify(keyIds)),
    ),
  );
}

/** Every request that was let in is in usage: none was lost, none is there twice. */
export async function miscounted(cast: Cast, served: number): Promise<readonly string[]> {
  const { server, dashboard, organizationId, keyIds } = cast;
  // What was recorded before the question is filed for its answer.
  await dashboard.usage.report.query({ organizationId, range: "24h" });
  const counted = withDatabase(
    server,
    (database) =>
      database
        .prepare(
          `select sum(requests) from usage_hour
           where status_class = 2 and key_id in (select value from json_each(?))`,
        )
        .pluck()
        .get(JSON.stringify(keyIds)),
    "usage.db",
  );
  return counted === served ? [] : [`${served} requests were served, and ${String(counted)} counted`];
}
