import { Select, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MemberId, OrganizationId } from "../../../lib/api/api-types.ts";
import { canHoldKeys, roleName } from "../../../lib/organization/roles.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { useOnce } from "../../../lib/api/use-once.ts";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { toastDone } from "../../../ui/toast.ts";
import { useNow } from "../../../ui/use-now.ts";
import { ChosenKeys } from "./chosen-keys.tsx";
import type { ManyDialogProps } from "../key-types.ts";
import { wasUsedToday } from "../revoke/revoke-confirmation.ts";
import { useKeysChanged } from "../use-keys-changed.ts";
import { memberLabel, useMembers } from "../use-members.ts";

/** Makes one member answer for several keys. */
export function HandOverDialog(props: ManyDialogProps) {
  const { t } = useTranslation("keys");
  const { organizationId, keys } = props;
  const handOver = useHandOver(props);
  const [to, setTo] = useState<MemberId | null>(null);
  const now = useNow();
  const recent = keys.filter(({ lastUse }) => wasUsedToday(lastUse, now)).length;
  const count = keys.length;
  return (
    <ConfirmDialog
      opened
      onClose={handOver.close}
      title={t("many.handOverTitle", { count })}
      action={t("many.handOverAction", { count })}
      onConfirm={() => to !== null && handOver.start(to)}
      pending={handOver.isPending}
      disabled={to === null}
      error={handOver.error}
      size="lg"
    >
      <Text>{t("many.handOverMeans")}</Text>
      <ChosenKeys keys={keys} recent={recent} />
      <HolderSelect organizationId={organizationId} value={to} onChange={setTo} />
    </ConfirmDialog>
  );
}

function useHandOver({ organizationId, keys, onClose, onDone }: ManyDialogProps) {
  const { t } = useTranslation("keys");
  const trpc = useTRPC();
  const { mutate, reset, isPending, error } = useOnce(
    trpc.keys.handOverMany.mutationOptions({ onSettled: useKeysChanged() }),
  );
  const done = () => {
    toastDone(t("many.handedOver", { count: keys.length }));
    reset();
    onDone();
  };
  return {
    start: (to: MemberId) =>
      mutate({ organizationId, keyIds: keys.map(({ id }) => id), to }, { onSuccess: done }),
    close: () => {
      reset();
      onClose();
    },
    isPending,
    error,
  };
}

interface HolderSelectProps {
  readonly organizationId: OrganizationId;
  readonly value: MemberId | null;
  readonly onChange: (memberId: MemberId | null) => void;
}

function HolderSelect({ organizationId, value, onChange }: HolderSelectProps) {
  const { t } = useTranslation("keys");
  const members = useMembers(organizationId).filter(({ role }) => canHoldKeys(role));
  return (
    <Select
      label={t("many.to")}
      placeholder={t("many.toPlaceholder")}
      searchable={members.length > 8}
      data={members.map((member) => ({
        value: member.id,
        label: `${memberLabel(member)} (${roleName(member.role)})`,
      }))}
      value={value}
      onChange={(chosen) => onChange(members.find(({ id }) => id === chosen)?.id ?? null)}
    />
  );
}
