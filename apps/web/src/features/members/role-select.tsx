import { Select } from "@mantine/core";
import { useState } from "react";
import type { Member, Membership, Role } from "../../lib/api-types.ts";
import { canAssign, roleNames, roles } from "../../lib/roles.ts";
import { ChangeRoleDialog } from "./change-role-dialog.tsx";

interface RoleSelectProps {
  readonly membership: Membership;
  readonly member: Member;
}

/** Offers only what the server would allow; everybody else reads the role. */
export function RoleSelect({ membership, member }: RoleSelectProps) {
  const [wanted, setWanted] = useState<Role | null>(null);
  if (!canAssign(membership.role, member.role)) return roleNames[member.role];

  const offered = roles.filter((role) => canAssign(membership.role, role));
  const choose = (value: string | null) => {
    const role = offered.find((one) => one === value) ?? null;
    if (role !== member.role) setWanted(role);
  };
  return (
    <>
      <Select
        aria-label={`Role of ${member.name}`}
        data={offered.map((role) => ({ value: role, label: roleNames[role] }))}
        value={member.role}
        onChange={choose}
        w={150}
      />
      {wanted !== null && (
        <ChangeRoleDialog
          membership={membership}
          member={member}
          role={wanted}
          onClose={() => setWanted(null)}
        />
      )}
    </>
  );
}
