import type { KeyView } from "./key-answer.ts";

/** A key as one line of a file: of its secrets nothing but what names the current one. */
export function keyRowViewOf(key: KeyView) {
  const [current] = key.secrets;
  return {
    id: key.id,
    name: key.name,
    note: key.note,
    environment: key.environment,
    status: key.status,
    scopes: key.scopes,
    addresses: key.addresses,
    publicKeyId: current?.publicKeyId ?? null,
    hint: current?.hint ?? null,
    isExposed: key.exposure !== null,
    responsibleMemberId: key.responsibleMemberId,
    createdAt: key.createdAt,
    createdBy: key.createdBy.label,
    expiresAt: key.expiresAt,
    lastUsedAt: key.lastUse?.at ?? null,
    lastUsedFrom: key.lastUse?.address ?? null,
    revokedAt: key.revocation?.at ?? null,
    revocationReason: key.revocation?.reason ?? null,
    revocationText: key.revocation?.text ?? null,
  };
}
