import type { AuditEntry } from "../api/api-types.ts";
import { wordsOf } from "../language/i18n.ts";
import { textOf } from "../api/json-field.ts";

const t = wordsOf("audit");

/** What happened to a key because a token of it was seen where others can read it, as the audit log tells it. */
export const leakTellers = {
  "key.exposed": { did: exposed, details: seen },
  "key.quarantined": { did: () => t("quarantined"), details: seen },
  "key.released": { did: () => t("released"), details: seen },
} as const;

function exposed({ after }: AuditEntry): string {
  const [by, origin] = [textOf(after, "by"), textOf(after, "origin")];
  if (by === "report") return t("exposedByReport");
  if (by === "url") return t("exposedInUrl");
  return origin === null ? t("exposedInBrowser") : t("exposedOn", { origin });
}

function seen(entry: AuditEntry): readonly string[] {
  const id = textOf(entry.after, "publicKeyId");
  return [...foundAt(entry), ...(id === null ? [] : [t("details.publicId", { text: id })])];
}

/** Of what was done for a report: who found the token, in what, and where. */
export function foundAt({ after }: AuditEntry): readonly string[] {
  return (["source", "url"] as const).flatMap((field) => {
    const text = textOf(after, field);
    return text === null ? [] : [t(`details.${field}`, { text })];
  });
}
