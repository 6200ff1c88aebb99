import { Group, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { useMembership } from "../../lib/sign-in/session.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { LoadMore } from "../../ui/load-more.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import { ConnectedAppList } from "./connected-app-list.tsx";
import type { ConnectedAppsSearch } from "./connected-apps-search.ts";
import { NoConnectedApps } from "./no-connected-apps.tsx";
import { useConnectedApps } from "./use-connected-apps.ts";

interface ConnectedAppsPageProps {
  readonly organizationId: OrganizationId;
  readonly search: ConnectedAppsSearch;
  readonly onSearch: (search: ConnectedAppsSearch) => void;
}

/** The apps of others that work with the organization's data: by whose leave, and the way to end it. */
export function ConnectedAppsPage({ organizationId, search, onSearch }: ConnectedAppsPageProps) {
  const { t } = useTranslation("connectedApps");
  const membership = useMembership(organizationId);
  const { list, ended, shown, hasEnded } = useConnectedApps(organizationId, search);
  return (
    <>
      <PageHeader title={t("title")} description={t("description", { organization: membership.name })} />
      {hasEnded && (
        <Group mb="md">
          <Switch
            label={t("showEnded")}
            checked={search.show === "all"}
            onChange={({ currentTarget }) => onSearch(currentTarget.checked ? { show: "all" } : {})}
          />
        </Group>
      )}
      {list.isPending && <TableSkeleton label={t("loading")} rows={3} />}
      {list.isLoadingError && (
        <ErrorNotice error={list.error} title={t("notLoaded")} onRetry={() => void list.refetch()} />
      )}
      {list.isSuccess && shown.length === 0 && <NoConnectedApps membership={membership} />}
      {shown.length > 0 && (
        <ConnectedAppList
          membership={membership}
          rows={shown}
          opened={search.grant ?? null}
          onOpen={(grant) => onSearch({ ...search, grant: grant ?? undefined })}
        />
      )}
      {search.show === "all" && <LoadMore pages={ended} />}
    </>
  );
}
