import { Select } from "@mantine/core";
import type { ReactNode } from "react";
import type { MemberId, OrganizationId } from "../../lib/api-types.ts";
import { canHoldKeys, roleName } from "../../lib/roles.ts";
import { memberLabel, useMembers } from "./use-members.ts";

interface ResponsibleFieldProps {
  readonly organizationId: OrganizationId;
  readonly value: MemberId;
  readonly onChange: (memberId: MemberId) => void;
  readonly error?: ReactNode;
}

/** Whose role caps the key. */
export function ResponsibleField({ organizationId, value, onChange, error }: ResponsibleFieldProps) {
  // Who answers for the key now is shown even where their role has shrunk since.
  const members = useMembers(organizationId).filter(({ id, role }) => canHoldKeys(role) || id === value);
  return (
    <Select
      label="Responsible member"
      description="The key can never do more than this member's role allows at the moment of a request."
      placeholder="The responsible member has left"
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
