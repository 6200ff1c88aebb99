import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { MemberId, OrganizationId } from "../../../lib/api-types.ts";
import { canHoldKeys, roleName } from "../../../lib/roles.ts";
import { memberLabel, useMembers } from "../use-members.ts";

interface ResponsibleFieldProps {
  readonly organizationId: OrganizationId;
  readonly value: MemberId;
  readonly onChange: (memberId: MemberId) => void;
  readonly error?: ReactNode;
}

/** Whose role caps the key. */
export function ResponsibleField({ organizationId, value, onChange, error }: ResponsibleFieldProps) {
  const { t } = useTranslation("keys");
  // Who answers for the key now is shown even where their role has shrunk since.
  const members = useMembers(organizationId).filter(({ id, role }) => canHoldKeys(role) || id === value);
  return (
    <Select
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
