import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { MemberId, OrganizationId } from "../../../lib/api/api-types.ts";
import { canHoldKeys, roleName } from "../../../lib/organization/roles.ts";
import { wantedField } from "../fields/wanted-field.ts";
import { memberLabel, useMembers } from "../use-members.ts";

interface ResponsibleFieldProps {
  readonly organizationId: OrganizationId;
  readonly value: MemberId;
  readonly isWanted: boolean;
  readonly onChange: (memberId: MemberId) => void;
  readonly error?: ReactNode;
}

/** Whose role caps the key. */
export function ResponsibleField(props: ResponsibleFieldProps) {
  const { organizationId, value, isWanted, onChange, error } = props;
  const { t } = useTranslation("keys");
  // Who answers for the key now is shown even where their role has shrunk since.
  const members = useMembers(organizationId).filter(({ id, role }) => canHoldKeys(role) || id === value);
  return (
    <Select
      {...wantedField(isWanted)}
      label={t("fields.responsible")}
      description={t("fields.responsibleMeans")}
      placeholder={t("fields.responsibleLeft")}
      searchable={members.length > 8}
      data={members.map((member) => ({
        value: member.id,
        label: `${memberLabel(member)} (${roleName(member.role)})`,
      }))}
      value={value}
      onChange={(chosen) => {
        const member = members.find(({ id }) => id === chosen);
        if (member !== undefined) onChange(member.id);
      }}
      error={error}
    />
  );
}
