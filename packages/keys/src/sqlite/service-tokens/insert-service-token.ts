import { sql } from "drizzle-orm";
import type { NewServiceToken } from "../../service-tokens/service-token-store.ts";
import type { Executor } from "../executor.ts";
import { foldedOf } from "../folded.ts";
import { serviceTokenSecret } from "./service-token-schema.ts";

/** Counting and inserting are one statement, so no race can exceed the cap. */
export function insertServiceToken(
  tx: Executor,
  token: NewServiceToken,
  cap: number,
): "inserted" | "limit_reached" {
  const { id, name, scope, organizations, createdAt, createdBy, expiresAt, secret } = token;
  const { changes } = tx.run(sql`
    insert into service_token (id, name, name_folded, scope, organizations, created_at, created_by, expires_at)
    select ${id}, ${name}, ${foldedOf(name)}, ${scope},
      ${organizations === null ? null : JSON.stringify(organizations)}, ${createdAt}, ${createdBy}, ${expiresAt}
    where ${cap} > (
      select count(*) from service_token
      where revoked_at is null and (expires_at is null or expires_at > ${createdAt}))`);
  if (changes === 0) return "limit_reached";
  tx.insert(serviceTokenSecret)
    .values({ ...secret, hash: Buffer.from(secret.hash), serviceTokenId: id })
    .run();
  return "inserted";
}
