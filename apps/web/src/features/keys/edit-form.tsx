import { Button, Stack } from "@mantine/core";
import { useState } from "react";
import type { KeyView, OrganizationId, Role } from "../../lib/api-types.ts";
import { isManager } from "../../lib/roles.ts";
import { DialogActions } from "../../ui/dialog-actions.tsx";
import { AddressesField } from "./addresses-field.tsx";
import { EditExpiryField } from "./edit-expiry-field.tsx";
import { KeyRefusal } from "./key-refusal.tsx";
import { NameField } from "./name-field.tsx";
import { NoteField } from "./note-field.tsx";
import { patchOf, type KeyPatch } from "./key-patch.ts";
import { refusedFields } from "./refused-fields.ts";
import { ResponsibleField } from "./responsible-field.tsx";
import { allScopes, grantableScopes } from "./scopes.ts";
import { ScopesField } from "./scopes-field.tsx";
import { useEditForm } from "./use-edit-form.ts";

interface EditFormProps {
  readonly organizationId: OrganizationId;
  readonly apiKey: KeyView;
  readonly role: Role;
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: (patch: KeyPatch, onRefused: (error: unknown) => void) => void;
  readonly onCancel: () => void;
}

export function EditForm({
  organizationId,
  apiKey,
  role,
  pending,
  error,
  onSubmit,
  onCancel,
}: EditFormProps) {
  // As it was when the form opened, so that only what this person changed is sent.
  const [before] = useState(apiKey);
  const form = useEditForm(before);
  const { values, errors } = form;
  const submit = form.onSubmit((wanted) =>
    onSubmit(patchOf(before, wanted, Date.now()), (refusal) => form.setErrors(refusedFields(refusal))),
  );
  // A scope that the key has may stay, even where this role could not grant it.
  const offered = allScopes.filter(
    (scope) => grantableScopes(role).includes(scope) || before.scopes.includes(scope),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <NameField {...form.getInputProps("name")} />
        <ScopesField
          offered={offered}
          value={values.scopes}
          onChange={(scopes) => form.setFieldValue("scopes", scopes)}
          error={errors["scopes"]}
        />
        <EditExpiryField
          apiKey={before}
          role={role}
          value={values.expiry}
          onChange={(expiry) => form.setFieldValue("expiry", expiry)}
          error={errors["expiry"]}
        />
        <AddressesField
          value={values.addresses}
          onChange={(addresses) => form.setFieldValue("addresses", addresses)}
          error={errors["addresses"]}
        />
        {isManager(role) && (
          <ResponsibleField
            organizationId={organizationId}
            value={values.responsibleMemberId}
            onChange={(memberId) => form.setFieldValue("responsibleMemberId", memberId)}
            error={errors["responsibleMemberId"]}
          />
        )}
        <NoteField {...form.getInputProps("note")} />
        <KeyRefusal error={error} />
      </Stack>
      <DialogActions>
        <Button variant="default" onClick={onCancel} disabled={pending}>
          Cancel
        </Button>
        <Button type="submit" loading={pending}>
          Save changes
        </Button>
      </DialogActions>
    </form>
  );
}
