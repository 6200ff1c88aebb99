import { Button, Group, Stack } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { OrganizationSettings } from "../../lib/api/api-types.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { useOnce } from "../../lib/api/use-once.ts";
import { ChoiceCards } from "../../ui/choice-cards.tsx";
import { FormRefusal } from "../../ui/form-refusal.tsx";
import { toastUndoable } from "../../ui/toast-undoable.tsx";
import { useReveal } from "../../ui/use-reveal.ts";
import { useSettingsChanged } from "./use-settings-change.ts";
import { useUndoSettings } from "./use-undo-settings.ts";

const policies = ["mark", "quarantine", "revoke"] as const;

export function LeakPolicyForm({ settings }: { readonly settings: OrganizationSettings }) {
  const { t } = useTranslation("settings");
  const trpc = useTRPC();
  const undo = useUndoSettings();
  const { id: organizationId, leakPolicy: before } = settings;
  const [leakPolicy, choose] = useState(before);
  const save = useOnce(
    trpc.organizations.changeLeakPolicy.mutationOptions({
      onSuccess: ({ revision }) =>
        toastUndoable(t("leaks.saved"), () =>
          undo.changeLeakPolicy({ organizationId, leakPolicy: before, revision }),
        ),
      onSettled: useSettingsChanged(),
    }),
  );
  const element = useReveal(save.error);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ organizationId, leakPolicy });
  };
  return (
    <form ref={element} onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <ChoiceCards
          label={t("leaks.label")}
          choices={policies.map((value) => ({
            value,
            label: t(`leaks.${value}`),
            description: t(`leaks.${value}Means`),
          }))}
          value={leakPolicy}
          onChange={choose}
        />
        <FormRefusal error={save.error} />
        <Group>
          <Button type="submit" loading={save.isPending} disabled={leakPolicy === before}>
            {t("leaks.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
