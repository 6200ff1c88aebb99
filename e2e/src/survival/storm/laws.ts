import type { Database } from "better-sqlite3";

/** What holds between what is stored and what the audit log tells of it, as SQL that finds what breaks it. */
interface Law {
  readonly law: string;
  /** Rows whose first column says of what. */
  readonly broken: string;
}

/** What the log tells, added up once: how often, and what last, by the thing's id and by its name. */
export const addUp = (database: Database): void =>
  void database.exec(`
  create temp table if not exists told as
    select action, object_id as thing, count(*) as times, max(seq) as last, "after" from audit_entry group by 1, 2;
  create temp table if not exists told_by_name as
    select action, object_label as name, count(*) as times from audit_entry group by 1, 2;
  create index if not exists temp.told_of on told (thing, action);
  create index if not exists temp.told_of_name on told_by_name (name, action)`);

/** How often the log tells an action of a thing; `thing` is the SQL of its id. */
const told = (action: string, thing: string) =>
  `coalesce((select times from told where action = '${action}' and thing = ${thing}), 0)`;

/** What was made, and the entries that say so: each has the other. */
const oneEach = (table: string, action: string): readonly Law[] => [
  {
    law: `each row of ${table} has one entry ${action}`,
    broken: `select id from ${table} where ${told(action, `${table}.id`)} <> 1`,
  },
  {
    law: `each entry ${action} has a row of ${table}`,
    broken: `select thing from told where action = '${action}' and thing not in (select id from ${table})`,
  },
];

/** What happens to a thing once, and is a time in its row. */
const happensOnce = (table: string, column: string, action: string): Law => ({
  law: `${table}.${column} is set by one entry ${action}`,
  broken: `select id from ${table} where ${told(action, `${table}.id`)} <> (${column} is not null)`,
});

/** Each rotation adds a secret to the first. */
const secrets = (
  table: string,
  of: { readonly secrets: string; readonly by: string; readonly action: string },
): Law => ({
  law: `each secret of ${table} beyond the first has one entry ${of.action}`,
  broken: `select id from ${table}
    where (select count(*) from ${of.secrets} where ${of.by} = ${table}.id) > 0
      and (select count(*) from ${of.secrets} where ${of.by} = ${table}.id) - 1 <> ${told(of.action, `${table}.id`)}`,
});

/** An overlap that was ended leaves at most the current secret. */
const overlapEnds = (
  table: string,
  of: { readonly secrets: string; readonly by: string; readonly action: string },
): Law => ({
  law: `after an entry ${of.action} the retiring secret of ${table} is retired`,
  broken: `select id from ${table} where ${told(of.action, `${table}.id`)} > 0
    and not exists (select 1 from ${of.secrets} where ${of.by} = ${table}.id and retired_at is not null)`,
});

/** Each change of a thing counts its revision up, and is one entry. */
const revisions = (table: string, actions: readonly string[]): Law => ({
  law: `the revision of ${table} is the number of its changes`,
  broken: `select id from ${table} where revision <> ${actions.map((action) => told(action, `${table}.id`)).join(" + ")}`,
});

/** What a thing is now is what the last entry says that it became. */
const lastTold = (
  table: string,
  column: string,
  of: { readonly field: string; readonly action: string },
): Law => ({
  law: `${table}.${column} is what the last entry ${of.action} says`,
  broken: `select id from (
    select id, ${column} as now, (select "after" ->> '${of.field}' from told where action = '${of.action}'
      and thing = ${table}.id) as told from ${table})
    where told is not null and now is not told`,
});

const laws: readonly Law[] = [
  ...oneEach("api_key", "key.issued"),
  secrets("api_key", { secrets: "key_secret", by: "key_id", action: "key.rotated" }),
  overlapEnds("api_key", { secrets: "key_secret", by: "key_id", action: "key.overlap_ended" }),
  happensOnce("api_key", "revoked_at", "key.revoked"),
  revisions("api_key", ["key.edited", "key.handed_over"]),
  lastTold("api_key", "note", { field: "note", action: "key.edited" }),

  ...oneEach("organization", "organization.created"),
  revisions("organization", [
    "organization.renamed",
    "organization.key_rules_changed",
    "organization.api_access_changed",
    "organization.plan_changed",
    "organization.limit_changed",
    "organization.suspended",
    "organization.resumed",
  ]),
  lastTold("organization", "name", { field: "name", action: "organization.renamed" }),

  ...oneEach("invitation", "invitation.created"),
  happensOnce("invitation", "accepted_at", "invitation.accepted"),
  happensOnce("invitation", "withdrawn_at", "invitation.withdrawn"),
  {
    law: "each accepted invitation made one member, with one entry member.joined",
    broken: `select id from organization where
      (select count(*) from invitation where organization_id = organization.id and accepted_at is not null)
        <> (select count(*) from audit_entry where organization_id = organization.id and action = 'member.joined')
      or (select count(*) from member where organization_id = organization.id) - 1
        <> (select count(*) from audit_entry where organization_id = organization.id and action = 'member.joined')`,
  },
  happensOnce("member", "removed_at", "member.removed"),
  lastTold("member", "role", { field: "role", action: "member.role_changed" }),

  ...oneEach("service_token", "service_token.issued"),
  secrets("service_token", {
    secrets: "service_token_secret",
    by: "service_token_id",
    action: "service_token.rotated",
  }),
  overlapEnds("service_token", {
    secrets: "service_token_secret",
    by: "service_token_id",
    action: "service_token.overlap_ended",
  }),
  happensOnce("service_token", "revoked_at", "service_token.revoked"),

  ...oneEach("partner_app", "app.registered"),
  secrets("partner_app", { secrets: "app_secret", by: "app_id", action: "app.secret_rotated" }),
  overlapEnds("partner_app", { secrets: "app_secret", by: "app_id", action: "app.secret_overlap_ended" }),
  revisions("partner_app", [
    "app.edited",
    "app.disabled",
    "app.enabled",
    "app.blocked",
    "app.unblocked",
    "app.offered",
    "app.offer_withdrawn",
    "app.approved",
    "app.refused",
  ]),
  {
    law: "an app is disabled as often as it is not enabled again",
    broken: `select id from partner_app where (disabled_at is not null)
      <> ${told("app.disabled", "partner_app.id")} - ${told("app.enabled", "partner_app.id")}`,
  },
  ...oneEach("app_grant", "app.connected"),
  happensOnce("app_grant", "ended_at", "app.disconnected"),
];

/** What breaks a law, in words. */
export function brokenLaws(database: Database): readonly string[] {
  addUp(database);
  return laws.flatMap(({ law, broken }) =>
    database
      .prepare<[], string>(broken)
      .pluck()
      .all()
      .map((what) => `${what}: not so that ${law}`),
  );
}
