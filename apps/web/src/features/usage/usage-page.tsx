import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { documentation } from "../../lib/documentation.ts";
import { downloadFile } from "../../lib/api/download-file.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { NewTabLink } from "../../ui/new-tab-link.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import { UsageActions } from "./usage-actions.tsx";
import { UsageFilters } from "./usage-filters.tsx";
import { UsageFound } from "./usage-found.tsx";
import { usageFileOf } from "./usage-file.ts";
import type { UsageSearch } from "./usage-search.ts";
import { useUsage } from "./use-usage.ts";

const route = getRouteApi("/signed-in/o/$organizationId/usage");

/** How much the organization's keys were used, and what for. */
export function UsagePage({ organizationId }: { readonly organizationId: OrganizationId }) {
  const { t } = useTranslation("usage");
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { report, comparison, before } = useUsage(organizationId, search);
  const show = (next: UsageSearch) => void navigate({ search: next, replace: true, resetScroll: false });
  const { data } = report;
  const canExport = data !== undefined && !report.isPlaceholderData;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={
          <>
            {t("description")} <NewTabLink href={documentation.usage}>{t("documentation")}</NewTabLink>
          </>
        }
        actions={
          <UsageActions
            organizationId={organizationId}
            onExport={canExport ? () => downloadFile(usageFileOf(data, search.by)) : undefined}
          />
        }
      />
      <UsageFilters search={search} report={data} onSearch={show} />
      {data === undefined && report.error !== null && (
        <ErrorNotice error={report.error} title={t("notLoaded")} onRetry={() => void report.refetch()} />
      )}
      {report.isPending && <TableSkeleton label={t("loading")} rows={8} />}
      {data !== undefined && (
        <UsageFound
          organizationId={organizationId}
          report={data}
          comparison={comparison}
          before={before}
          search={search}
          stale={report.isPlaceholderData}
          onSearch={show}
        />
      )}
    </>
  );
}
