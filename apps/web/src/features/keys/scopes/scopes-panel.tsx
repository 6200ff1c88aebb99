import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Trans, useTranslation } from "react-i18next";
import type { KeyView, OrganizationId, ScopeReview } from "../../../lib/api/api-types.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { ErrorNotice } from "../../../ui/error-notice.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { useOwnScopes } from "../../../lib/keys/own-scopes.ts";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { TableSkeleton } from "../../../ui/table-skeleton.tsx";
import { NarrowButton } from "./narrow-button.tsx";
import { scopeColumns } from "./scope-columns.tsx";
import { unusedScopesOf } from "./unused-scopes.ts";

interface ScopesPanelProps {
  readonly organizationId: OrganizationId;
  readonly apiKey: KeyView;
  /** Why this member cannot edit the key; `null` when they can. */
  readonly reason: string | null;
}

/** What the key may do beside what it does, and the one step that takes the difference away. */
export function ScopesPanel({ organizationId, apiKey, reason }: ScopesPanelProps) {
  const { t } = useTranslation("traffic");
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(
    trpc.keyTraffic.scopes.queryOptions({ organizationId, keyId: apiKey.id }),
  );
  return (
    <Panel
      id="scopes"
      title={t("scopes.title")}
      description={<Since apiKey={apiKey} review={data} />}
      actions={
        data !== undefined &&
        unusedScopesOf(data).length > 0 && (
          <NarrowButton
            organizationId={organizationId}
            apiKey={apiKey}
            unused={unusedScopesOf(data)}
            since={data.since}
            reason={reason}
          />
        )
      }
    >
      {data === undefined && error !== null && (
        <ErrorNotice error={error} title={t("scopes.notLoaded")} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && (
        <TableSkeleton label={t("scopes.loading")} rows={apiKey.scopes.length} />
      )}
      {data !== undefined && <Found review={data} />}
    </Panel>
  );
}

/** Since when: 30 days, or the key's whole life. */
function Since({ apiKey, review }: { readonly apiKey: KeyView; readonly review: ScopeReview | undefined }) {
  const { t } = useTranslation("traffic");
  if (review?.since !== apiKey.createdAt) return t("scopes.recent");
  return (
    <Trans t={t} i18nKey="scopes.sinceIssue" components={{ time: <RelativeTime at={apiKey.createdAt} /> }} />
  );
}

function Found({ review }: { readonly review: ScopeReview }) {
  const { t } = useTranslation("traffic");
  const { scopes, requests } = review;
  const own = useOwnScopes();
  if (scopes.length === 0) return <Text c="dimmed">{t("scopes.none")}</Text>;
  const allUsed = scopes.every((scope) => scope.requests !== null && scope.requests > 0);
  const isUntold = scopes.some((scope) => scope.requests === null);
  return (
    <>
      <DataTable
        label={t("scopes.title")}
        columns={scopeColumns(requests, own)}
        rows={scopes}
        rowKey={({ scope }) => scope}
      />
      {(requests === 0 || allUsed) && (
        <Text size="sm" c="dimmed" mt="xs">
          {t(requests === 0 ? "scopes.silent" : "scopes.allUsed")}
        </Text>
      )}
      {isUntold && (
        <Text size="sm" c="dimmed" mt="xs">
          {t("scopes.whyUntold")}
        </Text>
      )}
    </>
  );
}
