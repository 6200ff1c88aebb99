import { Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member, Membership } from "../../lib/api/api-types.ts";
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
  const { t } = useTranslation("members");
  const isMe = member.id === membership.memberId;
  const words = { organization: membership.name, name: member.name, email: member.email };
  const keys = useKeysToSettle({ organizationId: membership.id, memberId: member.id });
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const remove = useRemoveMember({ membership, member, onDone: onClose });
  const settlements = keys.data === undefined ? null : settlementsOf(keys.data, decisions);
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={isMe ? t("removal.titleSelf", words) : t("removal.title", words)}
      action={isMe ? t("removal.actionSelf") : t("removal.action")}
      danger
      size={keys.data !== undefined && keys.data.length > 0 ? "xl" : "md"}
      onConfirm={() => settlements !== null && remove.mutate({ settlements })}
      pending={remove.isPending}
      disabled={settlements === null}
      error={remove.error}
    >
      <Text>{isMe ? t("removal.textSelf", words) : t("removal.text", words)}</Text>
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
