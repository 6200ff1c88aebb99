import type { AuditAction, AuditEntry } from "../api/api-types.ts";
import { wordsOf } from "../language/i18n.ts";

const t = wordsOf("audit");

interface Teller {
  readonly did: (entry: AuditEntry) => string;
}

/** What is done about the seal of the installation's rows. */
export const sealTellers: Readonly<Record<Extract<AuditAction, `seal.${string}`>, Teller>> = {
  "seal.applied": { did: () => t("sealApplied") },
  "seal.renewed": { did: () => t("sealRenewed") },
  "seal.removed": { did: () => t("sealRemoved") },
};
