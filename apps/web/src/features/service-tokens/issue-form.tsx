import { Button, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { fieldRefusals } from "../../lib/api/refusal.ts";
import { DialogActions } from "../../ui/dialog-actions.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { CoverageField } from "./coverage-field.tsx";
import type { IssueValues } from "./issue-values.ts";
import { LifetimeField } from "./lifetime-field.tsx";
import { useIssueForm } from "./use-issue-form.ts";

interface IssueFormProps {
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: (values: IssueValues) => void;
  readonly onCancel: () => void;
}

export function IssueForm({ pending, error, onSubmit, onCancel }: IssueFormProps) {
  const { t } = useTranslation("serviceTokens");
  const { t: app } = useTranslation();
  const { form, submit } = useIssueForm(error, onSubmit);
  const { values, errors } = form;
  const refused = fieldRefusals(error).get("name");
  return (
    <form {...submit}>
      <Stack gap="lg">
        <TextInput
          label={t("fields.name")}
          description={t("fields.nameMeans")}
          data-autofocus
          autoComplete="off"
          dir="auto"
          {...form.getInputProps("name")}
          error={errors["name"] ?? refused}
        />
        <CoverageField
          coverage={values.coverage}
          organizations={values.organizations}
          onChange={(change) => form.setValues(change)}
          error={errors["organizations"]}
        />
        <LifetimeField
          value={values.lifetime}
          onChange={(lifetime) => form.setFieldValue("lifetime", lifetime)}
        />
        {error !== null && refused === undefined && <ErrorNotice error={error} />}
      </Stack>
      <DialogActions>
        <Button variant="default" onClick={onCancel} disabled={pending}>
          {app("cancel")}
        </Button>
        <Button type="submit" loading={pending}>
          {t("issue.action")}
        </Button>
      </DialogActions>
    </form>
  );
}
