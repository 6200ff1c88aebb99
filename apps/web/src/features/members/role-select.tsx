import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member, Membership, Role } from "../../lib/api/api-types.ts";
import { canAssign, roleName, roles } from "../../lib/organization/roles.ts";
import { ChangeRoleDialog } from "./change-role-dialog.tsx";
import { OnlyOwnerDialog } from "./only-owner-dialog.tsx";

interface RoleSelectProps {
  readonly membership: Membership;
  readonly member: Member;
  readonly isOnlyOwner: boolean;
}

/** Offers only what the server would allow; everybody else reads the role. */
export function RoleSelect({ membership, member, isOnlyOwner }: RoleSelectProps) {
  const { t } = useTranslation("members");
  const [wanted, setWanted] = useState<Role | null>(null);
  if (!canAssign(membership.role, member.role)) return roleName(member.role);

  const offered = roles.filter((role) => canAssign(membership.role, role));
  const choose = (value: string | null) => {
    const role = offered.find((one) => one === value) ?? null;
    if (role !== member.role) setWanted(role);
  };
  return (
    <>
      <Select
        aria-label={t("roleOf", { name: member.name })}
        data={offered.map((role) => ({ value: role, label: roleName(role) }))}
        value={member.role}
        onChange={choose}
        w={150}
      />
      {wanted !== null && isOnlyOwner && (
        <OnlyOwnerDialog organization={membership.name} onClose={() => setWanted(null)} />
      )}
      {wanted !== null && !isOnlyOwner && (
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
