import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Person } from "../../lib/api/api-types.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useDecision } from "../../ui/use-decision.ts";
import { usePeopleChanged } from "./use-people-changed.ts";

interface UnbanDialogProps {
  readonly person: Person;
  readonly onClose: () => void;
}

export function UnbanDialog({ person: { id, name }, onClose }: UnbanDialogProps) {
  const { t } = useTranslation("people");
  const trpc = useTRPC();
  const unban = useDecision(trpc.instance.people.unban.mutationOptions({ onSettled: usePeopleChanged() }), {
    done: t("unban.done", { name }),
    onClose,
  });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t("unban.title", { name })}
      action={t("unban.action")}
      onConfirm={() => unban.mutate({ id })}
      pending={unban.isPending}
      error={unban.error}
    >
      <Text>{t("unban.means")}</Text>
    </ConfirmDialog>
  );
}
