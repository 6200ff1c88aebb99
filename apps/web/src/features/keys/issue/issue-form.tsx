import { Button, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Role } from "../../../lib/api/api-types.ts";
import { useOwnScopes } from "../../../lib/keys/own-scopes.ts";
import { grantableScopes } from "../../../lib/keys/scopes.ts";
import { AddressesField } from "../fields/addresses-field.tsx";
import { EnvironmentField } from "./environment-field.tsx";
import { ExpiryField } from "../fields/expiry-field.tsx";
import { KeyRefusal } from "../key-refusal.tsx";
import { NameField } from "../fields/name-field.tsx";
import { NoteField } from "../fields/note-field.tsx";
import { ScopesField } from "../fields/scopes-field.tsx";
import { DialogActions } from "../../../ui/dialog-actions.tsx";
import { useIssueForm, type IssueValues } from "./use-issue-form.ts";
import type { KeyRules } from "../fields/use-key-rules.ts";
import { useKeySubmit } from "../use-key-submit.ts";

interface IssueFormProps {
  readonly role: Role;
  readonly rules: KeyRules;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: (values: IssueValues, onRefused: (error: unknown) => void) => void;
  readonly onCancel: () => void;
}

export function IssueForm({ role, rules, pending, error, onSubmit, onCancel }: IssueFormProps) {
  const { t } = useTranslation("keys");
  const { t: app } = useTranslation();
  const form = useIssueForm(role, rules);
  const { values, errors } = form;
  const submit = useKeySubmit(form, error, onSubmit);
  return (
    <form {...submit}>
      <Stack gap="lg">
        <NameField {...form.getInputProps("name")} />
        <EnvironmentField
          value={values.environment}
          onChange={(environment) => form.setFieldValue("environment", environment)}
        />
        <ScopesField
          offered={grantableScopes(role, useOwnScopes())}
          value={values.scopes}
          onChange={(scopes) => form.setFieldValue("scopes", scopes)}
          error={errors["scopes"]}
        />
        <ExpiryField
          rules={rules.expiry}
          value={values.expiry}
          onChange={(expiry) => form.setFieldValue("expiry", expiry)}
          error={errors["expiry"]}
        />
        <AddressesField {...form.getInputProps("addresses")} />
        <NoteField {...form.getInputProps("note")} />
        <KeyRefusal error={error} />
      </Stack>
      <DialogActions>
        <Button variant="default" onClick={onCancel} disabled={pending}>
          {app("cancel")}
        </Button>
        <Button type="submit" loading={pending}>
          {t("issueAction")}
        </Button>
      </DialogActions>
    </form>
  );
}
