import type { AuditAction, AuditEntry } from "../api/api-types.ts";
import { wordsOf } from "../language/i18n.ts";

const t = wordsOf("audit");

interface Teller {
  readonly did: (entry: AuditEntry) => string;
}

/** What is done about the time that everything is judged by. */
export const clockTellers: Readonly<Record<Extract<AuditAction, `clock.${string}`>, Teller>> = {
  "clock.reset": { did: () => t("clockReset") },
};
