import type { AuditAction, AuditEntry } from "../api/api-types.ts";
import { wordsOf } from "../language/i18n.ts";
import { numberOf } from "../api/json-field.ts";
import { exactTime } from "../words/time-words.ts";

const t = wordsOf("audit");

interface Teller {
  readonly did: (entry: AuditEntry) => string;
}

/** That everything was put back to an earlier moment: told in every log. */
export const restoreTellers: Readonly<Record<Extract<AuditAction, `${string}.restored`>, Teller>> = {
  "organization.restored": { did: restored },
  "installation.restored": { did: restored },
};

function restored({ after }: AuditEntry): string {
  const madeAt = numberOf(after, "backupMadeAt");
  return t("restored", { time: madeAt === null ? "?" : exactTime(new Date(madeAt).toISOString()) });
}
