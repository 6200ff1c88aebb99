import type {
  AppId,
  AppTokenRecord,
  AppTokenStore,
  GrantId,
  MemberId,
  OrganizationId,
  Scope,
  ScopeRules,
} from "@katkey/keys";
import { prepareRememberedSecrets } from "@katkey/keys/sqlite";
import type { Database } from "better-sqlite3";
import { findAppTokenOn } from "./find-app-token.ts";

type Organization = AppTokenRecord["organization"];

interface Row {
  readonly publicKeyId: string;
  readonly hash: Uint8Array;
  readonly expiresAt: number;
  readonly scope: string | null;
  readonly grantId: GrantId;
  readonly grantScopes: string;
  readonly endedAt: number | null;
  readonly disabledAt: number | null;
  readonly blockedAt: number | null;
  readonly removedAt: number | null;
  readonly bannedAt: number | null;
  readonly appId: AppId;
  readonly appName: string;
  readonly organizationId: OrganizationId;
  readonly organizationName: string;
  readonly plan: Organization["plan"];
  readonly requestsPerMinute: number | null;
  readonly apiAccess: number;
  readonly suspendedAt: number | null;
  readonly memberId: MemberId;
  readonly role: NonNullable<AppTokenRecord["responsible"]["role"]>;
  readonly intact: number;
}

/** Some megabytes, as of keys. */
const mostRemembered = 10_000;

/** The look-up of access tokens, in a database that has the migrations of keys, identity and this package. */
export function createSqliteAppTokenStore(database: Database, rules: ScopeRules): AppTokenStore {
  const statement = database.prepare<[string], Row>(findAppTokenOn(database));
  const find = prepareRememberedSecrets<AppTokenRecord>(database, {
    most: mostRemembered,
    read(publicKeyId) {
      const row = statement.get(publicKeyId);
      return row?.intact === 1 ? recordOf(row, rules) : null;
    },
  });
  return { find: async (publicKeyId, hash) => find(publicKeyId, hash) };
}

function recordOf(row: Row, rules: ScopeRules): AppTokenRecord {
  const role = row.removedAt === null ? row.role : null;
  return {
    type: "app",
    publicKeyId: row.publicKeyId,
    hash: row.hash,
    grant: { id: row.grantId, endedAt: endOf(row) },
    app: { id: row.appId, name: row.appName },
    scopes: scopesOf(row, rules.effective(JSON.parse(row.grantScopes), role)),
    expiresAt: row.expiresAt,
    organization: {
      id: row.organizationId,
      name: row.organizationName,
      plan: row.plan,
      requestsPerMinute: row.requestsPerMinute,
      apiAccess: row.apiAccess === 1,
      suspendedAt: row.suspendedAt,
    },
    responsible: { memberId: row.memberId, role },
  };
}

/** The first thing that ended what the token rests on. */
function endOf({ endedAt, disabledAt, blockedAt, removedAt, bannedAt }: Row): number | null {
  const ends = [endedAt, disabledAt, blockedAt, removedAt, bannedAt].filter((at) => at !== null);
  return ends.length === 0 ? null : Math.min(...ends);
}

function scopesOf({ scope }: Row, effective: readonly Scope[]): readonly Scope[] {
  const asked = (scope ?? "").split(" ");
  return effective.filter((one) => asked.includes(one));
}
