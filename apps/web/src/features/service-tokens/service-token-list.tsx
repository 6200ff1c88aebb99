import { Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ServiceTokensSearch } from "../../lib/search/service-tokens-search.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { LoadMore } from "../../ui/load-more.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import { EndOverlapDialog } from "./end-overlap-dialog.tsx";
import { NoServiceTokens } from "./no-service-tokens.tsx";
import { RevokeDialog } from "./revoke-dialog.tsx";
import { RotateDialog } from "./rotate-dialog.tsx";
import { serviceTokenColumns, type Decision } from "./service-token-columns.tsx";
import { useServiceTokens } from "./use-service-tokens.ts";

const dialogs = { rotate: RotateDialog, endOverlap: EndOverlapDialog, revoke: RevokeDialog } as const;

export function ServiceTokenList({ search }: { readonly search: ServiceTokensSearch }) {
  const { t } = useTranslation("serviceTokens");
  const list = useServiceTokens(search);
  const [decision, setDecision] = useState<Decision | null>(null);
  if (list.isPending) return <TableSkeleton label={t("loading")} />;
  if (list.data === undefined) {
    return <ErrorNotice error={list.error} title={t("notLoaded")} onRetry={() => void list.refetch()} />;
  }
  const rows = list.data.pages.flatMap(({ items }) => items);
  const Dialog = decision && dialogs[decision.what];
  return (
    <Stack gap="md">
      {rows.length === 0 ? (
        <NoServiceTokens />
      ) : (
        <DataTable
          label={t("title")}
          columns={serviceTokenColumns(setDecision)}
          rows={rows}
          rowKey={({ id }) => id}
          stale={list.isPlaceholderData}
        />
      )}
      <LoadMore pages={list} />
      {decision && Dialog && (
        <Dialog
          key={decision.serviceToken.id}
          // As it is now: it may be in use while somebody decides.
          serviceToken={rows.find(({ id }) => id === decision.serviceToken.id) ?? decision.serviceToken}
          onClose={() => setDecision(null)}
        />
      )}
    </Stack>
  );
}
