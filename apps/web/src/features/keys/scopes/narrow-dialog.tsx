import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Trans, useTranslation } from "react-i18next";
import type { Scope } from "../../../lib/api/api-types.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { useOnce } from "../../../lib/api/use-once.ts";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { toastUndoable } from "../../../ui/toast-undoable.tsx";
import type { KeyDialogProps } from "../key-types.ts";
import { PreviewPanel } from "../preview/preview-panel.tsx";
import { ScopeTags } from "../scope-tags.tsx";
import { useKeysChanged } from "../use-keys-changed.ts";
import { useUndoEdit } from "../use-undo-edit.ts";

interface NarrowDialogProps extends KeyDialogProps {
  /** RFC 3339: how far back the requests were looked through. */
  readonly since: string;
  readonly unused: readonly Scope[];
}

/** Takes the scopes away that no request needed, after showing what that would have refused. */
export function NarrowDialog(props: NarrowDialogProps) {
  const { organizationId, apiKey, unused, since, onClose } = props;
  const { t } = useTranslation("traffic");
  const trpc = useTRPC();
  const edit = useOnce(trpc.keys.edit.mutationOptions({ onSettled: useKeysChanged() }));
  const scopes = apiKey.scopes.filter((scope) => !unused.includes(scope));
  const asked = { organizationId, keyId: apiKey.id, patch: { scopes } };
  const preview = useQuery(trpc.keyTraffic.previewEdit.queryOptions(asked));
  const unusedCount = { count: unused.length };
  const undoEdit = useUndoEdit(organizationId, apiKey.id);
  const done = (edited: { readonly revision: number }) => {
    toastUndoable(t("narrow.done", unusedCount), () => undoEdit({ scopes: [...apiKey.scopes] }, edited));
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t("narrow.title", unusedCount)}
      action={t("narrow.action", unusedCount)}
      pending={edit.isPending}
      error={edit.error}
      onConfirm={() => edit.mutate(asked, { onSuccess: done })}
      size="lg"
    >
      <Stack gap="md">
        <Text>{t("narrow.consequence")}</Text>
        <Facts
          facts={[
            { label: t("narrow.removed"), value: <ScopeTags scopes={unused} /> },
            {
              label: t("narrow.left"),
              value: scopes.length === 0 ? t("narrow.nothingLeft") : <ScopeTags scopes={scopes} />,
            },
          ]}
        />
        <PreviewPanel preview={preview} />
        {since === apiKey.createdAt && (
          <Notice tone="info">
            <Trans t={t} i18nKey="narrow.young" components={{ time: <RelativeTime at={since} /> }} />
          </Notice>
        )}
      </Stack>
    </ConfirmDialog>
  );
}
