import type { Database } from "better-sqlite3";
import type { SecretRecord } from "../../keys/key-store.ts";
import type { Environment } from "../../environment.ts";
import type { KeyId, MemberId, OrganizationId } from "../../id.ts";
import type { Plan } from "../../organizations/plan.ts";
import type { Role } from "../../organizations/role.ts";
import type { Scope } from "../../keys/scope.ts";
import { builtInScopeRules, type ScopeRules } from "../../keys/scope-rules.ts";
import { prepareRememberedSecrets } from "../remembered-secrets.ts";
import { intact } from "../seal/seal-connection.ts";
import { sealedKey, sealedKeySecret, sealedMember, sealedOrganization } from "../seal/sealed-table.ts";

interface Row {
  publicKeyId: string;
  hash: Uint8Array;
  retiresAt: number | null;
  retiredAt: number | null;
  exposedAt: number | null;
  quarantinedAt: number | null;
  keyId: KeyId;
  keyName: string;
  environment: Environment;
  scopes: string;
  addresses: string;
  expiresAt: number | null;
  revokedAt: number | null;
  organizationId: OrganizationId;
  organizationName: string;
  plan: Plan;
  requestsPerMinute: number | null;
  apiAccess: number;
  suspendedAt: number | null;
  memberId: MemberId;
  role: Role | null;
  intact: number;
}

/** Some megabytes. */
const mostRemembered = 10_000;

/** SQL that is 1 where a key and what it rests on are what was sealed. */
export function isKeyIntact(database: Database): string {
  return `${intact(database, sealedKey, "k")} and ${intact(database, sealedOrganization, "o")}
    and ${intact(database, sealedMember, "m")}`;
}

// On the path of every request, so it is prepared once and goes past drizzle.
// An unknown id reads its neighbour instead: the same pages, the same joins, the same time.
const statementOn = (database: Database) => `
  select s.public_key_id as publicKeyId, s.hash, s.retires_at as retiresAt,
    s.retired_at as retiredAt, s.exposed_at as exposedAt,
    iif(s.released_at is null, s.quarantined_at, null) as quarantinedAt,
    k.id as keyId, k.name as keyName, k.environment, k.scopes, k.addresses,
    k.expires_at as expiresAt, k.revoked_at as revokedAt,
    o.id as organizationId, o.name as organizationName, o.plan,
    o.requests_per_minute as requestsPerMinute, o.api_access as apiAccess, o.suspended_at as suspendedAt,
    m.id as memberId, iif(m.removed_at is null, m.role, null) as role,
    ${intact(database, sealedKeySecret, "s")} and ${isKeyIntact(database)} as intact
  from key_secret s
  join api_key k on k.id = s.key_id
  join organization o on o.id = k.organization_id
  join member m on m.id = k.responsible_member_id
  where s.public_key_id = coalesce(
    (select public_key_id from key_secret where public_key_id >= ? order by public_key_id limit 1),
    (select min(public_key_id) from key_secret))`;

export function prepareFindSecret(database: Database, rules: ScopeRules = builtInScopeRules) {
  const find = database.prepare<[string], Row>(statementOn(database));
  return prepareRememberedSecrets<SecretRecord>(database, {
    most: mostRemembered,
    read(publicKeyId) {
      const row = find.get(publicKeyId);
      return row?.intact === 1 ? recordOf(row, rules) : null;
    },
  });
}

function recordOf(row: Row, rules: ScopeRules): SecretRecord {
  const granted: readonly Scope[] = JSON.parse(row.scopes);
  const addresses: readonly string[] = JSON.parse(row.addresses);
  return {
    type: "key",
    publicKeyId: row.publicKeyId,
    hash: row.hash,
    retiresAt: row.retiresAt,
    retiredAt: row.retiredAt,
    exposedAt: row.exposedAt,
    quarantinedAt: row.quarantinedAt,
    key: {
      id: row.keyId,
      name: row.keyName,
      environment: row.environment,
      scopes: rules.effective(granted, row.role),
      addresses,
      expiresAt: row.expiresAt,
      revokedAt: row.revokedAt,
    },
    organization: {
      id: row.organizationId,
      name: row.organizationName,
      plan: row.plan,
      requestsPerMinute: row.requestsPerMinute,
      apiAccess: row.apiAccess === 1,
      suspendedAt: row.suspendedAt,
    },
    responsible: { memberId: row.memberId, role: row.role },
  };
}
