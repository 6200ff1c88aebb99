import { Button } from "@mantine/core";
import { useState } from "react";
import type { Member, Membership } from "../../lib/api-types.ts";
import { canAssign } from "../../lib/roles.ts";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { MemberName } from "./member-name.tsx";
import { RemoveMemberDialog } from "./remove-member-dialog.tsx";
import { RoleSelect } from "./role-select.tsx";

interface MembersTableProps {
  readonly membership: Membership;
  readonly members: readonly Member[];
}

export function MembersTable({ membership, members }: MembersTableProps) {
  const [leaving, setLeaving] = useState<Member | null>(null);
  const isMe = ({ id }: Member) => id === membership.memberId;
  const columns: readonly Column<Member>[] = [
    {
      key: "name",
      header: "Name",
      place: "title",
      cell: (member) => <MemberName member={member} isMe={isMe(member)} />,
    },
    {
      key: "role",
      header: "Role",
      width: "190px",
      cell: (member) => <RoleSelect membership={membership} member={member} />,
    },
    {
      key: "joined",
      header: "Joined",
      width: "170px",
      cell: ({ joinedAt }) => <RelativeTime at={joinedAt} />,
    },
    {
      key: "actions",
      header: "Actions",
      width: "120px",
      place: "actions",
      cell: (member) =>
        (isMe(member) || canAssign(membership.role, member.role)) && (
          <Button
            variant="subtle"
            color="gray"
            size="xs"
            onClick={() => setLeaving(member)}
            aria-label={isMe(member) ? `Leave ${membership.name}` : `Remove ${member.name}`}
          >
            {isMe(member) ? "Leave" : "Remove"}
          </Button>
        ),
    },
  ];
  return (
    <>
      <DataTable label="Members" columns={columns} rows={members} rowKey={({ id }) => id} />
      {leaving !== null && (
        <RemoveMemberDialog
          key={leaving.id}
          membership={membership}
          member={leaving}
          others={members.filter(({ id }) => id !== leaving.id)}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  );
}
