import { Button } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PeopleSearch } from "../../lib/search/people-search.ts";
import { useMe } from "../../lib/sign-in/session.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { LoadMore } from "../../ui/load-more.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import { BanDialog } from "./ban-dialog.tsx";
import { PasswordLinkDialog } from "./password-link-dialog.tsx";
import { personColumns, type Decision } from "./person-columns.tsx";
import { UnbanDialog } from "./unban-dialog.tsx";
import { usePeople } from "./use-people.ts";

interface PeopleListProps {
  readonly search: PeopleSearch;
  readonly onSearch: (search: PeopleSearch) => void;
}

export function PeopleList({ search, onSearch }: PeopleListProps) {
  const { t } = useTranslation("people");
  const { user: me } = useMe();
  const list = usePeople(search);
  const [decided, decide] = useState<Decision | null>(null);
  const rows = list.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      {list.isPending && <TableSkeleton label={t("loading")} />}
      {list.isLoadingError && (
        <ErrorNotice error={list.error} title={t("notLoaded")} onRetry={() => void list.refetch()} />
      )}
      {rows?.length === 0 && <NobodyMatches onShowAll={() => onSearch({})} />}
      {rows !== undefined && rows.length > 0 && (
        <DataTable
          label={t("title")}
          columns={personColumns({ myId: me.id, onDecide: decide })}
          rows={rows}
          rowKey={({ id }) => id}
          stale={list.isPlaceholderData}
        />
      )}
      <LoadMore pages={list} />
      {decided && <DecisionDialog {...decided} onClose={() => decide(null)} />}
    </>
  );
}

interface DecisionDialogProps extends Decision {
  readonly onClose: () => void;
}

function DecisionDialog({ what, ...rest }: DecisionDialogProps) {
  if (what === "passwordLink") return <PasswordLinkDialog {...rest} />;
  return what === "ban" ? <BanDialog {...rest} /> : <UnbanDialog {...rest} />;
}

function NobodyMatches({ onShowAll }: { readonly onShowAll: () => void }) {
  const { t } = useTranslation("people");
  return (
    <EmptyState
      icon={<IconUsers size={22} />}
      title={t("noMatch.title")}
      action={
        <Button variant="default" onClick={onShowAll}>
          {t("noMatch.action")}
        </Button>
      }
    >
      {t("noMatch.text")}
    </EmptyState>
  );
}
