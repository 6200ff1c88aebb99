import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member, Membership } from "../../lib/api/api-types.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { memberColumns } from "./member-columns.tsx";
import { isOnlyOwner } from "./only-owner.ts";
import { OnlyOwnerDialog } from "./only-owner-dialog.tsx";
import { RemoveMemberDialog } from "./remove-member-dialog.tsx";

interface MembersTableProps {
  readonly membership: Membership;
  readonly members: readonly Member[];
}

export function MembersTable({ membership, members }: MembersTableProps) {
  const { t } = useTranslation("members");
  const [leaving, setLeaving] = useState<Member | null>(null);
  const stay = () => setLeaving(null);
  return (
    <>
      <DataTable
        label={t("title")}
        columns={memberColumns({ membership, members, onLeave: setLeaving })}
        rows={members}
        rowKey={({ id }) => id}
      />
      {leaving !== null && isOnlyOwner(leaving, members) && (
        <OnlyOwnerDialog organization={membership.name} onClose={stay} />
      )}
      {leaving !== null && !isOnlyOwner(leaving, members) && (
        <RemoveMemberDialog
          key={leaving.id}
          membership={membership}
          member={leaving}
          others={members.filter(({ id }) => id !== leaving.id)}
          onClose={stay}
        />
      )}
    </>
  );
}
