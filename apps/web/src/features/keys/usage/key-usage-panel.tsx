import { Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { KeyId, OrganizationId } from "../../../lib/api/api-types.ts";
import type { KeyPageSearch } from "../../../lib/search/key-page-search.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { requestsOf } from "../../../lib/usage/usage-count.ts";
import { ChartSkeleton } from "../../../ui/chart.tsx";
import { ErrorNotice } from "../../../ui/error-notice.tsx";
import { LinkButton } from "../../../ui/link-button.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { KeyUsageFilters } from "./key-usage-filters.tsx";
import { KeyUsageFound } from "./key-usage-found.tsx";

const everyMinute = 60_000;

interface KeyUsagePanelProps {
  readonly organizationId: OrganizationId;
  readonly keyId: KeyId;
  readonly search: KeyPageSearch;
  readonly onSearch: (search: KeyPageSearch) => void;
}

/** How much the key was used over time, by status or by route. */
export function KeyUsagePanel({ organizationId, keyId, search, onSearch }: KeyUsagePanelProps) {
  const { t } = useTranslation("traffic");
  const trpc = useTRPC();
  const { range = "30d", by = "status" } = search;
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...trpc.keyTraffic.usage.queryOptions({ organizationId, keyId, range, groupBy: by }),
    placeholderData: keepPreviousData,
    refetchInterval: everyMinute,
  });
  return (
    <Panel
      id="requests"
      title={t("usage.title")}
      description={t("usage.description")}
      actions={
        <LinkButton
          to="/o/$organizationId/refusals"
          params={{ organizationId }}
          search={{ key: keyId }}
          variant="default"
        >
          {t("usage.refusals")}
        </LinkButton>
      }
    >
      <KeyUsageFilters search={search} onSearch={onSearch}>
        <Text size="sm" c="dimmed" aria-live="polite">
          {data !== undefined && !isPlaceholderData && t("usage.total", { count: requestsOf(data.total) })}
        </Text>
      </KeyUsageFilters>
      {data === undefined && error !== null && (
        <ErrorNotice error={error} title={t("usage.notLoaded")} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <ChartSkeleton label={t("usage.loading")} />}
      {data !== undefined && (
        <KeyUsageFound report={data} stale={isPlaceholderData} search={search} onSearch={onSearch} />
      )}
    </Panel>
  );
}
