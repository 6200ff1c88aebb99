import { Button, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { KeyView, OrganizationId, Role } from "../../../lib/api/api-types.ts";
import { DialogActions } from "../../../ui/dialog-actions.tsx";
import { EditFields } from "./edit-fields.tsx";
import { EditPreview } from "./edit-preview.tsx";
import { FilledInNotice } from "./filled-in-notice.tsx";
import { noRules } from "../fields/expiry-rules.ts";
import { additionsOf, type EditValues, type EditWishes } from "./key-patch.ts";
import { KeyRefusal } from "../key-refusal.tsx";
import { useEditForm } from "./use-edit-form.ts";
import { useEditGuard } from "./use-edit-guard.ts";
import { useKeyRules } from "../fields/use-key-rules.ts";
import { useKeySubmit } from "../use-key-submit.ts";

interface EditFormProps {
  readonly organizationId: OrganizationId;
  readonly apiKey: KeyView;
  readonly wishes: EditWishes;
  readonly role: Role;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: (before: KeyView, wanted: EditValues, onRefused: (error: unknown) => void) => void;
  readonly onCancel: () => void;
}

export function EditForm(props: EditFormProps) {
  const { organizationId, apiKey, wishes, role, pending, error, onSubmit, onCancel } = props;
  const { t } = useTranslation("keys");
  const { t: app } = useTranslation();
  // As it was when the form opened, so that only what this person changed is sent.
  const [before] = useState(apiKey);
  const rules = useKeyRules(organizationId)?.expiry ?? noRules;
  const form = useEditForm(before, rules, wishes);
  const [additions] = useState(() => additionsOf(before, form.values));
  const guard = useEditGuard(organizationId, before);
  const submit = useKeySubmit(form, error, (wanted, onRefused) => {
    void guard.check(wanted, () => onSubmit(before, wanted, onRefused));
  });
  const isWarned = guard.isWarned(form.values);
  return (
    <form {...submit}>
      <Stack gap="lg">
        <FilledInNotice additions={additions} />
        <EditFields
          form={form}
          before={before}
          wanted={wishes.field}
          organizationId={organizationId}
          role={role}
          rules={rules}
        />
        <EditPreview
          organizationId={organizationId}
          keyId={before.id}
          narrowing={guard.narrowing(form.values)}
          isDue={isWarned}
        />
        <KeyRefusal error={error} />
      </Stack>
      <DialogActions>
        <Button variant="default" onClick={onCancel} disabled={pending}>
          {app("cancel")}
        </Button>
        <Button type="submit" color={isWarned ? "red" : undefined} loading={pending || guard.isChecking}>
          {isWarned ? t("edit.anyway") : t("edit.action")}
        </Button>
      </DialogActions>
    </form>
  );
}
