import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { OrganizationSettings } from "../../lib/api/api-types.ts";
import { focusMistake } from "../../lib/forms/focus-mistake.ts";
import { formErrorsOf } from "../../lib/forms/form-errors.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { useOnce } from "../../lib/api/use-once.ts";
import { Card } from "../../ui/card.tsx";
import { FormRefusal } from "../../ui/form-refusal.tsx";
import { Panel } from "../../ui/panel.tsx";
import { toastUndoable } from "../../ui/toast-undoable.tsx";
import { useSettingsChanged } from "./use-settings-change.ts";
import { useUndoSettings } from "./use-undo-settings.ts";

export function NameForm({ settings: { id, name } }: { readonly settings: OrganizationSettings }) {
  const undo = useUndoSettings();
  const { t } = useTranslation("settings");
  const trpc = useTRPC();
  const form = useForm({
    initialValues: { name },
    validate: { name: (wanted) => (wanted.trim() === "" ? t("name.missing") : null) },
  });
  const rename = useOnce(
    trpc.organizations.rename.mutationOptions({
      onSuccess: ({ name: given, revision }) => {
        const before = { organizationId: id, name, revision };
        toastUndoable(t("name.saved", { name: given }), () => undo.rename(before));
      },
      onError: (error) => form.setErrors(formErrorsOf(error)),
      onSettled: useSettingsChanged(),
    }),
  );
  const submit = form.onSubmit(
    (wanted) => rename.mutate({ organizationId: id, ...wanted }),
    focusMistake(form),
  );
  return (
    <Panel title={t("name.title")}>
      <Card>
        <form onSubmit={submit} noValidate>
          <Stack gap="md" maw={420}>
            <TextInput
              label={t("name.label")}
              description={t("name.means")}
              maxLength={80}
              {...form.getInputProps("name")}
            />
            <FormRefusal error={rename.error} />
            <Group>
              <Button type="submit" loading={rename.isPending} disabled={form.values.name.trim() === name}>
                {t("name.save")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Card>
    </Panel>
  );
}
