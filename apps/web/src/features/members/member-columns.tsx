import { Button } from "@mantine/core";
import type { Member, Membership } from "../../lib/api-types.ts";
import { canAssign } from "../../lib/roles.ts";
import type { Column } from "../../ui/data-table.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { MemberName } from "./member-name.tsx";
import { isOnlyOwner } from "./only-owner.ts";
import { RoleSelect } from "./role-select.tsx";

type Leave = (member: Member) => void;

interface MemberColumnsOptions {
  readonly membership: Membership;
  readonly members: readonly Member[];
  readonly onLeave: Leave;
}

export function memberColumns({
  membership,
  members,
  onLeave,
}: MemberColumnsOptions): readonly Column<Member>[] {
  const isMe = ({ id }: Member) => id === membership.memberId;
  return [
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
      cell: (member) => (
        <RoleSelect membership={membership} member={member} isOnlyOwner={isOnlyOwner(member, members)} />
      ),
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
      cell: (member) => <LeaveButton membership={membership} member={member} onLeave={onLeave} />,
    },
  ];
}

interface LeaveButtonProps {
  readonly membership: Membership;
  readonly member: Member;
  readonly onLeave: Leave;
}

function LeaveButton({ membership, member, onLeave }: LeaveButtonProps) {
  const isMe = member.id === membership.memberId;
  if (!isMe && !canAssign(membership.role, member.role)) return null;
  return (
    <Button
      variant="subtle"
      color="gray"
      size="xs"
      onClick={() => onLeave(member)}
      aria-label={isMe ? `Leave ${membership.name}` : `Remove ${member.name}`}
    >
      {isMe ? "Leave" : "Remove"}
    </Button>
  );
}
