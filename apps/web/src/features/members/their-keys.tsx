import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Member, Membership } from "../../lib/api/api-types.ts";
import { canHoldKeys, isManager } from "../../lib/organization/roles.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { TextSkeleton } from "../../ui/text-skeleton.tsx";
import { mostSettlements, type Decisions } from "./settlement.ts";
import { SettleKeys } from "./settle-keys.tsx";
import { TooManyKeys } from "./too-many-keys.tsx";
import type { useKeysToSettle } from "./use-keys-to-settle.ts";

interface TheirKeysProps {
  readonly keys: ReturnType<typeof useKeysToSettle>;
  readonly membership: Membership;
  readonly isMe: boolean;
  readonly others: readonly Member[];
  readonly decisions: Decisions;
  readonly onDecide: (decisions: Decisions) => void;
}

/** What a leaving member is responsible for, and the decisions about it. */
export function TheirKeys({ keys, membership, isMe, others, decisions, onDecide }: TheirKeysProps) {
  const { t } = useTranslation("members");
  if (keys.isPending) return <TextSkeleton label={t("removal.loadingKeys")} />;
  if (keys.data === undefined) {
    const title = isMe ? t("removal.keysNotLoadedSelf") : t("removal.keysNotLoaded");
    return <ErrorNotice error={keys.error} title={title} onRetry={() => void keys.refetch()} />;
  }
  if (keys.data.length === 0) {
    return <Text c="dimmed">{isMe ? t("removal.noKeysSelf") : t("removal.noKeys")}</Text>;
  }
  // Who may not decide about members cannot raise their keys to somebody else's role either.
  const canHandOver = isManager(membership.role);
  if (keys.data.length > mostSettlements) {
    return <TooManyKeys organizationId={membership.id} keys={keys.data} canHandOver={canHandOver} />;
  }
  const heirs = canHandOver ? others.filter(({ role }) => canHoldKeys(role)) : [];
  return <SettleKeys keys={keys.data} heirs={heirs} decisions={decisions} onDecide={onDecide} />;
}
