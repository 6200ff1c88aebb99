import { Button, Group, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Scope } from "../../../lib/api/api-types.ts";
import { FormRefusal } from "../../../ui/form-refusal.tsx";
import type { AppValues } from "./app-values.ts";
import { ReachFields } from "./reach-fields.tsx";
import { ShownFields } from "./shown-fields.tsx";
import { useAppForm } from "./use-app-form.ts";
import classes from "./app-form.module.css";

interface AppFormProps {
  readonly values: AppValues;
  /** It is not registered yet: its type can be chosen. */
  readonly isNew: boolean;
  /** What it can be given. */
  readonly offered: readonly Scope[];
  readonly action: string;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: (values: AppValues) => void;
  readonly onCancel: () => void;
}

/** What others see of an app, and how far it reaches. */
export function AppForm(props: AppFormProps) {
  const { values, isNew, offered, action, pending, error, onSubmit, onCancel } = props;
  const { t } = useTranslation();
  const { form, mistakeOf, submit } = useAppForm(values, { error, send: onSubmit });
  return (
    <form {...submit} className={classes.form}>
      <Stack gap="sm">
        <ShownFields form={form} mistakeOf={mistakeOf} />
        <ReachFields form={form} mistakeOf={mistakeOf} isNew={isNew} offered={offered} />
        <FormRefusal error={error} />
        <Group justify="flex-end" gap="sm" mt="sm">
          <Button variant="default" onClick={onCancel} disabled={pending}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={pending}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
