import { withDatabase } from "../../harness/database.ts";
import type { Done, Writing } from "./writing.ts";

/** When a backup was begun, and when it was done, on the clock of who wrote meanwhile. */
export interface Taken {
  readonly begunAt: number;
  readonly doneAt: number;
}

interface KeyRow {
  readonly name: string;
  readonly revoked: number;
  readonly secrets: number;
}

/** All that was acknowledged before the beginning must be in it, and nothing that was sent after the end. */
export function violationsOf(dataDir: string, writing: Writing, taken: Taken): readonly string[] {
  const rows = withDatabase({ dataDir }, (database) =>
    database
      .prepare<[], KeyRow>(
        `select name, revoked_at is not null as revoked,
           (select count(*) from key_secret where key_id = api_key.id) as secrets
         from api_key where name like 'Backup %'`,
      )
      .all(),
  );
  const holds: Record<Done["what"], Set<string>> = {
    issued: new Set(rows.map(({ name }) => name)),
    rotated: new Set(rows.filter(({ secrets }) => secrets > 1).map(({ name }) => name)),
    revoked: new Set(rows.filter(({ revoked }) => revoked === 1).map(({ name }) => name)),
  };
  const missing = writing.done
    .filter(
      ({ what, name, ackedAt }) => ackedAt !== null && ackedAt < taken.begunAt && !holds[what].has(name),
    )
    .map(({ what, name }) => `${name} was ${what}, acknowledged before the backup began, and is not in it`);
  const sent = new Set(
    writing.done.filter(({ sentAt }) => sentAt <= taken.doneAt).map(({ what, name }) => `${what} ${name}`),
  );
  const made = (Object.keys(holds) as Done["what"][]).flatMap((what) =>
    [...holds[what]]
      .filter((name) => !sent.has(`${what} ${name}`))
      .map((name) => `${name} is ${what} in the backup, and nobody had asked for that`),
  );
  return [...missing, ...made, ...wrongCount(dataDir, writing, taken)];
}

function wrongCount(dataDir: string, { uses }: Writing, { begunAt, doneAt }: Taken): readonly string[] {
  const counted = withDatabase(
    { dataDir },
    (database) =>
      database.prepare<[], number>("select coalesce(sum(requests), 0) from usage_hour").pluck().get() ?? 0,
    "usage.db",
  );
  const least = uses.filter(({ ackedAt }) => ackedAt !== null && ackedAt < begunAt).length;
  const most = uses.filter(({ sentAt }) => sentAt <= doneAt).length;
  return counted >= least && counted <= most
    ? []
    : [
        `${counted} requests are counted; ${least} were answered before it began, ${most} sent before it was done`,
      ];
}
