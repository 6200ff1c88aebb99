import { and, eq, gt, isNull, ne, or, type SQL } from "drizzle-orm";
import type { Revocation } from "../../keys/api-key.ts";
import type { Exposure } from "../../keys/exposure.ts";
import type { KeyChange, KeyPatch, LiveKeyChange } from "../../keys/key-store.ts";
import type { OrganizationId } from "../../id.ts";
import type { Executor } from "../executor.ts";
import { foldedNoteOf, foldedOf } from "../folded.ts";
import { canAnswer } from "../organizations/members.ts";
import { apiKey, keySecret } from "../schema.ts";

export function revokeKey(
  tx: Executor,
  { revocation, ...change }: KeyChange & { readonly revocation: Revocation },
): boolean {
  const { at: revokedAt, reason: revokedReason, text: revokedText } = revocation;
  const { changes } = tx
    .update(apiKey)
    .set({ revokedAt, revokedReason, revokedText })
    .where(and(isKey(change), isNull(apiKey.revokedAt)))
    .run();
  return changes === 1;
}

export function editKey(
  tx: Executor,
  change: LiveKeyChange & { readonly revision: number; readonly patch: KeyPatch },
): "edited" | "changed" | "holder_gone" {
  const { organizationId, revision, patch, now } = change;
  const { responsibleMemberId: holder } = patch;
  if (holder !== undefined && !canAnswer(tx, organizationId, holder)) return "holder_gone";
  const { changes } = tx
    .update(apiKey)
    .set({ ...patch, ...foldedIn(patch), revision: revision + 1 })
    .where(and(isKey(change), eq(apiKey.revision, revision), isInUse(now)))
    .run();
  return changes === 1 ? "edited" : "changed";
}

/** What is compared and searched for instead of the words themselves. */
function foldedIn({ name, note }: KeyPatch) {
  return {
    ...(name !== undefined && { nameFolded: foldedOf(name) }),
    ...(note !== undefined && { noteFolded: foldedNoteOf(note) }),
  };
}

export function exposeSecret(
  tx: Executor,
  {
    organizationId,
    publicKeyId,
    exposure,
  }: {
    readonly organizationId: OrganizationId;
    readonly publicKeyId: string;
    readonly exposure: Exposure;
  },
): boolean {
  const { changes } = tx
    .update(keySecret)
    .set(columnsOf(exposure))
    .where(
      and(
        eq(keySecret.organizationId, organizationId),
        eq(keySecret.publicKeyId, publicKeyId),
        // A report is the worse proof: what was seen by ourselves may have been seen by few.
        exposure.by === "report" ? isNotReported : isNull(keySecret.exposedAt),
      ),
    )
    .run();
  return changes === 1;
}

const isNotReported = or(isNull(keySecret.exposedBy), ne(keySecret.exposedBy, "report"));

function columnsOf(exposure: Exposure) {
  const { at: exposedAt, by: exposedBy } = exposure;
  return exposure.by === "report"
    ? { exposedAt, exposedBy, exposedSource: exposure.source, exposedUrl: exposure.url }
    : { exposedAt, exposedBy, exposedOrigin: exposure.origin, exposedAddress: exposure.address };
}

export function isKey({ organizationId, keyId }: KeyChange): SQL | undefined {
  return and(eq(apiKey.organizationId, organizationId), eq(apiKey.id, keyId));
}

/** Neither revoked nor expired. */
export function isInUse(now: number): SQL | undefined {
  return and(isNull(apiKey.revokedAt), or(isNull(apiKey.expiresAt), gt(apiKey.expiresAt, now)));
}
