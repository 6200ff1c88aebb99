import type { KeyView, OrganizationId, Role } from "../../../lib/api/api-types.ts";
import type { EditField } from "../../../lib/search/key-page-search.ts";
import { useOwnScopes } from "../../../lib/keys/own-scopes.ts";
import { isManager } from "../../../lib/organization/roles.ts";
import { allScopes, grantableScopes, withdrawnScopes } from "../../../lib/keys/scopes.ts";
import { AddressesField } from "../fields/addresses-field.tsx";
import { EditExpiryField } from "./edit-expiry-field.tsx";
import type { ExpiryRules } from "../fields/expiry-rules.ts";
import { NameField } from "../fields/name-field.tsx";
import { NoteField } from "../fields/note-field.tsx";
import { RegainedNotice } from "./regained-notice.tsx";
import { ResponsibleField } from "./responsible-field.tsx";
import { ScopesField } from "../fields/scopes-field.tsx";
import type { EditForm } from "./use-edit-form.ts";

interface EditFieldsProps {
  readonly form: EditForm;
  readonly before: KeyView;
  /** What somebody has come for. */
  readonly wanted: EditField | undefined;
  readonly organizationId: OrganizationId;
  readonly role: Role;
  readonly rules: ExpiryRules;
}

export function EditFields({ form, before, wanted, organizationId, role, rules }: EditFieldsProps) {
  const { values, errors } = form;
  // A scope that the key has may stay, even where this role could not grant it.
  const own = useOwnScopes();
  const grantable = grantableScopes(role, own);
  const offered = [...allScopes(own), ...withdrawnScopes(before.scopes, own)].filter(
    (scope) => grantable.includes(scope) || before.scopes.includes(scope),
  );
  return (
    <>
      <NameField {...form.getInputProps("name")} data-autofocus={wanted === undefined || undefined} />
      <ScopesField
        offered={offered}
        value={values.scopes}
        onChange={(scopes) => form.setFieldValue("scopes", scopes)}
        error={errors["scopes"]}
      />
      <EditExpiryField
        apiKey={before}
        role={role}
        rules={rules}
        isWanted={wanted === "expiry"}
        value={values.expiry}
        onChange={(expiry) => form.setFieldValue("expiry", expiry)}
        error={errors["expiry"]}
      />
      <AddressesField {...form.getInputProps("addresses")} />
      {isManager(role) && (
        <ResponsibleField
          organizationId={organizationId}
          isWanted={wanted === "responsible"}
          value={values.responsibleMemberId}
          onChange={(memberId) => form.setFieldValue("responsibleMemberId", memberId)}
          error={errors["responsibleMemberId"]}
        />
      )}
      <RegainedNotice
        organizationId={organizationId}
        before={before}
        scopes={values.scopes}
        responsibleMemberId={values.responsibleMemberId}
      />
      <NoteField {...form.getInputProps("note")} />
    </>
  );
}
