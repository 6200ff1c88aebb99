import type { Database } from "better-sqlite3";
import { intact } from "../seal/seal-connection.ts";
import { sealedKeySecret } from "../seal/sealed-table.ts";
import { prepareSoundly } from "../seal/soundly.ts";
import { isKeyIntact } from "./find-secret.ts";

const standing = `left join organization o on o.id = k.organization_id
  left join member m on m.id = k.responsible_member_id`;

/** Prepares changes of keys, by their ids, and of secrets, by their publicKeyIds: with who answers for them. */
export function prepareSoundKeys(database: Database) {
  const key = isKeyIntact(database);
  return {
    key: prepareSoundly(database, `select ${key} from api_key k ${standing} where k.id = ?`),
    secret: prepareSoundly(
      database,
      `select ${intact(database, sealedKeySecret, "s")} and ${key}
       from key_secret s left join api_key k on k.id = s.key_id ${standing} where s.public_key_id = ?`,
    ),
  };
}
