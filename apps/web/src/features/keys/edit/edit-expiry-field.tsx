import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { KeyView, Role } from "../../../lib/api/api-types.ts";
import { isManager } from "../../../lib/organization/roles.ts";
import { dayOf } from "../../../lib/words/time-words.ts";
import { ExpiryField } from "../fields/expiry-field.tsx";
import type { ExpiryRules } from "../fields/expiry-rules.ts";
import type { Expiry } from "../fields/expiry.ts";

interface EditExpiryFieldProps {
  readonly apiKey: KeyView;
  readonly role: Role;
  readonly rules: ExpiryRules;
  readonly isWanted: boolean;
  readonly value: Expiry;
  readonly onChange: (expiry: Expiry) => void;
  readonly error?: ReactNode;
}

/** When the key expires, with "as it is" first. */
export function EditExpiryField({ apiKey, role, ...field }: EditExpiryFieldProps) {
  const { t } = useTranslation("keys");
  const { expiresAt } = apiKey;
  return (
    <ExpiryField
      {...field}
      keep={expiresAt === null ? t("fields.keepNever") : t("fields.keep", { day: dayOf(expiresAt) })}
      description={isManager(role) ? t("fields.expiryMeans") : t("fields.expiryEarlier")}
    />
  );
}
