import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { OrganizationSettings } from "../../lib/api-types.ts";
import { focusMistake } from "../../lib/focus-mistake.ts";
import { fieldRefusals, reasonOf, refusalOf } from "../../lib/refusal.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { useOnce } from "../../lib/use-once.ts";
import { toastDone } from "../../ui/toast.ts";
import { useSettingsChanged } from "./use-settings-change.ts";

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
  const form = useForm<Values>({
    initialValues: {
      days: keyRules.maximumLifetimeDays ?? "",
      required: keyRules.expiryRequired,
      addresses: keyRules.defaultAddresses.join("\n"),
    },
    validate: { days: (days) => (isLifetime(days) ? null : t("rules.lifetimeWrong")) },
  });
  const save = useOnce(
    trpc.organizations.editKeyRules.mutationOptions({
      onSuccess: () => {
        form.resetDirty();
        toastDone(t("rules.saved"));
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
