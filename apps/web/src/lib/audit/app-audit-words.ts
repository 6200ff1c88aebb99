import type { AuditAction, AuditEntry } from "../api/api-types.ts";
import { durationWords } from "../words/duration.ts";
import { wordsOf } from "../language/i18n.ts";
import { listOf, numberOf, textOf } from "../api/json-field.ts";
import { scopeCountWords } from "../keys/scopes.ts";

const t = wordsOf("audit");

interface Teller {
  readonly did: (entry: AuditEntry) => string;
  readonly details?: (entry: AuditEntry) => readonly string[];
}

type AppAction = Extract<AuditAction, `app.${string}`>;

/** What becomes of apps, and of the grants that organizations give them, as the audit log tells it. */
export const appTellers: Readonly<Record<AppAction, Teller>> = {
  "app.registered": { did: () => t("app.registered"), details: scopesTold },
  "app.edited": { did: () => t("app.edited") },
  "app.secret_rotated": { did: rotated },
  "app.secret_overlap_ended": { did: () => t("overlapEnded") },
  "app.disabled": { did: () => t("app.disabled") },
  "app.enabled": { did: () => t("app.enabled") },
  "app.blocked": { did: () => t("app.blocked") },
  "app.unblocked": { did: () => t("app.unblocked") },
  "app.offer_withdrawn": { did: () => t("app.offer_withdrawn") },
  "app.offered": { did: () => t("app.offered") },
  "app.approved": { did: () => t("app.approved") },
  "app.refused": { did: () => t("app.refused") },
  "app.connected": {
    did: ({ before, after }) =>
      before === null ? t("app.connected", { count: listOf(after, "scopes").length }) : t("app.widened"),
    details: scopesTold,
  },
  "app.disconnected": { did: disconnected },
};

function scopesTold({ after }: AuditEntry): readonly string[] {
  const text = scopeCountWords(listOf(after, "scopes"));
  return text === null ? [] : [t("details.scopes", { text })];
}

function rotated({ at, after }: AuditEntry): string {
  const retiresAt = numberOf(after, "replacedRetiresAt");
  const seconds = retiresAt === null ? 0 : (retiresAt - Date.parse(at)) / 1_000;
  return seconds > 0 ? t("app.rotated", { duration: durationWords(seconds) }) : t("app.rotatedAtOnce");
}

function disconnected({ after }: AuditEntry): string {
  const cause = textOf(after, "cause");
  return t(cause === "reused" || cause === "revoked" ? `app.${cause}` : "app.disconnected");
}
