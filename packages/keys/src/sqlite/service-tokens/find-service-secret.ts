import type { Database } from "better-sqlite3";
import type { OrganizationId } from "../../id.ts";
import type { ServiceSecretRecord } from "../../service-tokens/service-token-store.ts";
import { prepareRememberedSecrets } from "../remembered-secrets.ts";
import { intact } from "../seal/seal-connection.ts";
import { sealedServiceToken, sealedServiceTokenSecret } from "../seal/sealed-table.ts";
import { prepareSoundly } from "../seal/soundly.ts";

interface Row extends Omit<ServiceSecretRecord, "organizations"> {
  readonly organizations: string | null;
  readonly intact: number;
}

/** Those in use, and their retiring secrets, several times over. */
const mostRemembered = 1_000;

/** SQL that is 1 where a secret and its service token are what was sealed. */
function isServiceSecretIntact(database: Database): string {
  return `${intact(database, sealedServiceTokenSecret, "s")} and ${intact(database, sealedServiceToken, "t")}`;
}

// On the path of every request that is judged for another server. As for keys, an unknown id reads its neighbour
// instead: the same pages, the same join, the same time.
const statementOn = (database: Database) => `
  select s.public_key_id as publicKeyId, s.hash, s.retires_at as retiresAt, s.retired_at as retiredAt,
    t.id, t.name, t.organizations, t.expires_at as expiresAt, t.revoked_at as revokedAt,
    ${isServiceSecretIntact(database)} as intact
  from service_token_secret s
  join service_token t on t.id = s.service_token_id
  where s.public_key_id = coalesce(
    (select public_key_id from service_token_secret where public_key_id >= ? order by public_key_id limit 1),
    (select min(public_key_id) from service_token_secret))`;

export function prepareFindServiceSecret(database: Database) {
  const find = database.prepare<[string], Row>(statementOn(database));
  return prepareRememberedSecrets<ServiceSecretRecord>(database, {
    most: mostRemembered,
    read(publicKeyId) {
      const row = find.get(publicKeyId);
      return row?.intact === 1 ? recordOf(row) : null;
    },
  });
}

/** Prepares changes of secrets, by their publicKeyIds. */
export function prepareSoundServiceSecrets(database: Database) {
  return prepareSoundly(
    database,
    `select ${isServiceSecretIntact(database)}
     from service_token_secret s left join service_token t on t.id = s.service_token_id where s.public_key_id = ?`,
  );
}

function recordOf({ organizations, intact: _, ...row }: Row): ServiceSecretRecord {
  const covered: readonly OrganizationId[] | null = organizations === null ? null : JSON.parse(organizations);
  return { ...row, organizations: covered };
}
