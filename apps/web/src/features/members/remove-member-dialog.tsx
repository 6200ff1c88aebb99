import { Text } from "@mantine/core";
import { useState } from "react";
import type { Member, Membership } from "../../lib/api-types.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { settlementsOf, type Decisions } from "./settlement.ts";
import { TheirKeys } from "./their-keys.tsx";
import { useKeysToSettle } from "./use-keys-to-settle.ts";
import { useRemoveMember } from "./use-remove-member.ts";

interface RemoveMemberDialogProps {
  readonly membership: Membership;
  readonly member: Member;
  readonly others: readonly Member[];
  readonly onClose: () => void;
}

/** Nobody leaves access behind: each of their keys is decided about in the same step. */
export function RemoveMemberDialog({ membership, member, others, onClose }: RemoveMemberDialogProps) {
  const isMe = member.id === membership.memberId;
  const keys = useKeysToSettle({ organizationId: membership.id, memberId: member.id });
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const remove = useRemoveMember({ membership, member, onDone: onClose });
  const settlements = keys.data === undefined ? null : settlementsOf(keys.data, decisions);
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={isMe ? `Leave ${membership.name}?` : `Remove ${member.name}?`}
      action={isMe ? "Leave organization" : "Remove member"}
      danger
      size={keys.data !== undefined && keys.data.length > 0 ? "xl" : "md"}
      onConfirm={() => settlements !== null && remove.mutate({ settlements })}
      pending={remove.isPending}
      disabled={settlements === null}
      error={remove.error}
    >
      <Text>
        {isMe ? "You lose" : `${member.name} (${member.email}) loses`} access to {membership.name} at once.
      </Text>
      <TheirKeys
        keys={keys}
        membership={membership}
        isMe={isMe}
        others={others}
        decisions={decisions}
        onDecide={setDecisions}
      />
    </ConfirmDialog>
  );
}
