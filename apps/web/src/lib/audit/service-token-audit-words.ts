import type { AuditAction, AuditEntry } from "../api/api-types.ts";
import { expiryWords } from "./audit-changes.ts";
import { durationWords } from "../words/duration.ts";
import { wordsOf } from "../language/i18n.ts";
import { listOf, numberOf, textOf } from "../api/json-field.ts";

const t = wordsOf("audit");

interface Teller {
  readonly did: (entry: AuditEntry) => string;
  readonly details?: (entry: AuditEntry) => readonly string[];
}

type ServiceTokenAction = Extract<AuditAction, `service_token.${string}`>;

/** What operators do with service tokens, as the installation's log tells it. */
export const serviceTokenTellers: Readonly<Record<ServiceTokenAction, Teller>> = {
  "service_token.issued": {
    did: ({ after }) => {
      const count = listOf(after, "organizations").length;
      return count === 0 ? t("serviceToken.issued") : t("serviceToken.issuedFor", { count });
    },
    details: ({ after }) => [t("details.expiry", { text: expiryWords(after) })],
  },
  "service_token.rotated": {
    did: ({ at, after }) => {
      const retiresAt = numberOf(after, "replacedRetiresAt");
      const seconds = retiresAt === null ? 0 : (retiresAt - Date.parse(at)) / 1_000;
      return seconds > 0
        ? t("serviceToken.rotated", { duration: durationWords(seconds) })
        : t("serviceToken.rotatedAtOnce");
    },
    details: ({ before, after }) => {
      const [old, made] = [textOf(before, "publicKeyId"), textOf(after, "publicKeyId")];
      return old === null || made === null ? [] : [t("publicIdChanged", { before: old, after: made })];
    },
  },
  "service_token.overlap_ended": { did: () => t("overlapEnded") },
  "service_token.revoked": { did: () => t("serviceToken.revoked") },
};
