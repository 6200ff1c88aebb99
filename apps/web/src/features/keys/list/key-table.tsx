import { useTranslation } from "react-i18next";
import type { KeySort, KeyView, OrganizationId } from "../../../lib/api/api-types.ts";
import { wordsOf } from "../../../lib/language/i18n.ts";
import { DataTable, type Column } from "../../../ui/data-table.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { KeyNameCell } from "./key-name-cell.tsx";
import { columnOf, isDescending, nextSort } from "./key-sorting.ts";
import { KeyStatusCell } from "./key-status-cell.tsx";
import { Lifted } from "./lifted.tsx";
import { ScopeSummary } from "./scope-summary.tsx";
import { ChoiceBox } from "../several/choice-box.tsx";
import type { KeySelection } from "../several/use-key-selection.ts";

interface KeyTableProps {
  readonly organizationId: OrganizationId;
  readonly keys: readonly KeyView[];
  readonly stale: boolean;
  readonly sort: KeySort | undefined;
  readonly onSort: (sort: KeySort | undefined) => void;
  /** `null` for those who can change no key. */
  readonly selection: KeySelection | null;
}

function otherColumns(): readonly Column<KeyView>[] {
  const t = wordsOf("keys");
  return [
    {
      key: "scopes",
      header: t("scopes"),
      width: "19%",
      cell: (key) => <ScopeSummary apiKey={key} />,
    },
    {
      key: "createdAt",
      header: t("created"),
      width: "13%",
      sortable: true,
      cell: ({ createdAt }) => (
        <Lifted>
          <RelativeTime at={createdAt} />
        </Lifted>
      ),
    },
    {
      key: "lastUsed",
      header: t("lastUsed"),
      width: "13%",
      cell: ({ lastUse }) =>
        lastUse === null ? (
          <Lifted dimmed>{t("neverUsed")}</Lifted>
        ) : (
          <Lifted>
            <RelativeTime at={lastUse.at} />
          </Lifted>
        ),
    },
    {
      key: "expiresAt",
      header: t("expiry"),
      width: "13%",
      sortable: true,
      cell: ({ expiresAt }) =>
        expiresAt === null ? (
          <Lifted dimmed>{t("facts.never")}</Lifted>
        ) : (
          <Lifted>
            <RelativeTime at={expiresAt} />
          </Lifted>
        ),
    },
    { key: "status", header: t("status"), width: "14%", cell: (key) => <KeyStatusCell apiKey={key} /> },
  ];
}

/** The keys, each row as a whole a link to its page. */
export function KeyTable({ organizationId, keys, stale, sort, onSort, selection }: KeyTableProps) {
  const { t } = useTranslation("keys");
  const sorting = {
    by: columnOf(sort),
    descending: isDescending(sort),
    onSort: (column: string) => onSort(nextSort(sort, column)),
  };
  return (
    <DataTable
      label={t("title")}
      columns={columnsFor(organizationId, selection)}
      rows={keys}
      rowKey={({ id }) => id}
      stale={stale}
      sorting={sorting}
    />
  );
}

function columnsFor(
  organizationId: OrganizationId,
  selection: KeySelection | null,
): readonly Column<KeyView>[] {
  const name: Column<KeyView> = {
    key: "name",
    header: wordsOf("keys")("name"),
    place: "title",
    sortable: true,
    cell: (key) => <KeyNameCell organizationId={organizationId} apiKey={key} />,
  };
  return [...(selection === null ? [] : [choiceColumn(selection)]), name, ...otherColumns()];
}

function choiceColumn({ isSelectable, isSelected, toggle }: KeySelection): Column<KeyView> {
  const t = wordsOf("keys");
  return {
    key: "choice",
    header: t("many.choice"),
    place: "corner",
    width: "40px",
    cell: (key) => (
      <ChoiceBox apiKey={key} checked={isSelected(key)} disabled={!isSelectable(key)} onToggle={toggle} />
    ),
  };
}
