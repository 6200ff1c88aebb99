import { List, Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { Person } from "../../lib/api/api-types.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useDecision } from "../../ui/use-decision.ts";
import { usePeopleChanged } from "./use-people-changed.ts";

interface BanDialogProps {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Keeps somebody out, after saying what goes on without them. */
export function BanDialog({ person: { id, name, email }, onClose }: BanDialogProps) {
  const { t } = useTranslation("people");
  const trpc = useTRPC();
  const ban = useDecision(trpc.instance.people.ban.mutationOptions({ onSettled: usePeopleChanged() }), {
    done: t("ban.done", { name }),
    onClose,
  });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t("ban.title", { name })}
      action={t("ban.action")}
      danger
      onConfirm={() => ban.mutate({ id })}
      pending={ban.isPending}
      error={ban.error}
    >
      <Text>
        <Trans t={t} i18nKey="ban.means" values={{ email }} components={{ bdi: <bdi /> }} />
      </Text>
      <List spacing={6} withPadding>
        <List.Item>{t("ban.keys")}</List.Item>
        <List.Item>{t("ban.apps")}</List.Item>
        <List.Item>{t("ban.told")}</List.Item>
      </List>
    </ConfirmDialog>
  );
}
