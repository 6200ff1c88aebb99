import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Member, Membership } from "../../lib/api/api-types.ts";
import { wordsOf } from "../../lib/language/i18n.ts";
import { canAssign, isManager } from "../../lib/organization/roles.ts";
import type { Column } from "../../ui/data-table.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
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
  const [t, app] = [wordsOf("members"), wordsOf("app")];
  const isMe = ({ id }: Member) => id === membership.memberId;
  return [
    {
      key: "name",
      header: t("name"),
      place: "title",
      cell: (member) => <MemberName member={member} isMe={isMe(member)} />,
    },
    {
      key: "role",
      header: t("role"),
      width: "190px",
      cell: (member) => (
        <RoleSelect membership={membership} member={member} isOnlyOwner={isOnlyOwner(member, members)} />
      ),
    },
    ...twoFactorColumn(membership),
    {
      key: "joined",
      header: t("joined"),
      width: "170px",
      cell: ({ joinedAt }) => <RelativeTime at={joinedAt} />,
    },
    {
      key: "actions",
      header: app("actions"),
      width: "120px",
      place: "actions",
      cell: (member) => <LeaveButton membership={membership} member={member} onLeave={onLeave} />,
    },
  ];
}

/** The server tells owners and admins only. */
function twoFactorColumn({ role }: Membership): readonly Column<Member>[] {
  const t = wordsOf("members");
  if (!isManager(role)) return [];
  const cell = ({ twoFactor }: Member) => (
    <StatusBadge tone={twoFactor === true ? "positive" : "neutral"}>
      {t(twoFactor === true ? "twoFactorOn" : "twoFactorOff")}
    </StatusBadge>
  );
  return [{ key: "two-factor", header: t("twoFactor"), width: "150px", cell }];
}

interface LeaveButtonProps {
  readonly membership: Membership;
  readonly member: Member;
  readonly onLeave: Leave;
}

function LeaveButton({ membership, member, onLeave }: LeaveButtonProps) {
  const { t } = useTranslation("members");
  const isMe = member.id === membership.memberId;
  if (!isMe && !canAssign(membership.role, member.role)) return null;
  return (
    <Button
      variant="subtle"
      color="gray"
      size="xs"
      onClick={() => onLeave(member)}
      aria-label={
        isMe ? t("leaveWhat", { organization: membership.name }) : t("removeWhom", { name: member.name })
      }
    >
      {isMe ? t("leave") : t("remove")}
    </Button>
  );
}
