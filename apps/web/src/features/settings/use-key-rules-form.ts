import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { OrganizationSettings } from "../../lib/api/api-types.ts";
import { focusMistake } from "../../lib/forms/focus-mistake.ts";
import { fieldRefusals, reasonOf, refusalOf } from "../../lib/api/refusal.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { useOnce } from "../../lib/api/use-once.ts";
import { toastUndoable } from "../../ui/toast-undoable.tsx";
import { useSettingsChanged } from "./use-settings-change.ts";
import { useUndoSettings } from "./use-undo-settings.ts";

/** The most that the server takes. */
export const longestLifetimeDays = 3_650;

interface Values {
  /** A number field that is empty, or holds what is no number, holds a text. */
  readonly days: number | string;
  readonly required: boolean;
  readonly addresses: string;
}

export function useKeyRulesForm({ id, keyRules }: OrganizationSettings) {
  const { t } = useTranslation("settings");
  const trpc = useTRPC();
  const undo = useUndoSettings();
  const form = useForm<Values>({
    initialValues: valuesOf(keyRules),
    validate: { days: (days) => (isLifetime(days) ? null : t("rules.lifetimeWrong")) },
  });
  const save = useOnce(
    trpc.organizations.editKeyRules.mutationOptions({
      onSuccess: ({ revision }) => {
        form.resetDirty();
        const before = { ...keyRules, defaultAddresses: [...keyRules.defaultAddresses] };
        toastUndoable(t("rules.saved"), async () => {
          await undo.editKeyRules({ organizationId: id, keyRules: before, revision });
          form.setValues(valuesOf(keyRules));
          form.resetDirty(valuesOf(keyRules));
        });
      },
      onError: (error) => form.setErrors(refusedFields(error)),
      onSettled: useSettingsChanged(),
    }),
  );
  const onSubmit = form.onSubmit(
    (values) => save.mutate({ organizationId: id, keyRules: rulesOf(values) }),
    focusMistake(form),
  );
  return { form, save, onSubmit };
}

function valuesOf(rules: OrganizationSettings["keyRules"]): Values {
  const { maximumLifetimeDays, expiryRequired, defaultAddresses } = rules;
  return {
    days: maximumLifetimeDays ?? "",
    required: expiryRequired,
    addresses: defaultAddresses.join("\n"),
  };
}

function isLifetime(days: number | string): boolean {
  if (days === "") return true;
  return typeof days === "number" && Number.isInteger(days) && days >= 1 && days <= longestLifetimeDays;
}

function rulesOf({ days, required, addresses }: Values) {
  return {
    maximumLifetimeDays: typeof days === "number" ? days : null,
    expiryRequired: required,
    defaultAddresses: addresses.split(/[\s,;]+/).filter((part) => part !== ""),
  };
}

function refusedFields(error: unknown): Record<string, string> {
  if (reasonOf(error) === "addresses_invalid") return { addresses: refusalOf(error).message };
  const named = [...fieldRefusals(error)].find(([path]) => path.startsWith("keyRules.defaultAddresses"));
  return named === undefined ? {} : { addresses: named[1] };
}
