import { useForm } from "@mantine/form";
import type { KeyView } from "../../../lib/api/api-types.ts";
import { useOwnScopes } from "../../../lib/keys/own-scopes.ts";
import { addressesMistake } from "../fields/addresses.ts";
import { lastDay, type ExpiryRules } from "../fields/expiry-rules.ts";
import { expiryMistake } from "../fields/expiry.ts";
import { editValuesOf, withWishes, type EditValues, type EditWishes } from "./key-patch.ts";
import { nameMistake, noteMistake } from "../text-limits.ts";

export function useEditForm(before: KeyView, rules: ExpiryRules, wishes: EditWishes) {
  return useForm<EditValues>({
    initialValues: withWishes(editValuesOf(before), wishes, useOwnScopes()),
    validate: {
      name: nameMistake,
      expiry: (expiry) => expiryMistake(expiry, Date.now(), lastDay(rules, Date.now())),
      addresses: addressesMistake,
      note: noteMistake,
    },
  });
}

export type EditForm = ReturnType<typeof useEditForm>;
