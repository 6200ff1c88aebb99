import type { ReactNode } from "react";
import type { KeyView, Role } from "../../lib/api-types.ts";
import { isManager } from "../../lib/roles.ts";
import { dayOf } from "../../lib/time-words.ts";
import { ExpiryField } from "./expiry-field.tsx";
import type { ExpiryRules } from "./expiry-rules.ts";
import type { Expiry } from "./expiry.ts";

interface EditExpiryFieldProps {
  readonly apiKey: KeyView;
  readonly role: Role;
  readonly rules: ExpiryRules;
  readonly value: Expiry;
  readonly onChange: (expiry: Expiry) => void;
  readonly error?: ReactNode;
}

/** When the key expires, with "as it is" first. */
export function EditExpiryField({ apiKey, role, ...field }: EditExpiryFieldProps) {
  const { expiresAt } = apiKey;
  return (
    <ExpiryField
      {...field}
      keep={expiresAt === null ? "As it is: never" : `As it is: ${dayOf(expiresAt)}`}
      description={
        isManager(role)
          ? "After this the key is refused. It cannot be revived."
          : "You can let the key expire earlier. Only owners and admins can let it live longer."
      }
    />
  );
}
