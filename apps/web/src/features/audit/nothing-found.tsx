import { Button } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/empty-state.tsx";
import { auditSearchOf, isFiltered, type AuditSearch } from "./audit-search.ts";

interface NothingFoundProps {
  readonly search: AuditSearch;
  readonly onSearch: (search: AuditSearch) => void;
}

/** Every log begins with its organization: without a filter there is nothing only where the entries were taken away. */
export function NothingFound({ search, onSearch }: NothingFoundProps) {
  const { t } = useTranslation("audit");
  const some = isFiltered(search) || search.entry !== undefined;
  return (
    <EmptyState
      icon={<IconHistory size={22} />}
      title={t(some ? "nothing.title" : "empty.title")}
      action={
        some && (
          <Button variant="default" onClick={() => onSearch(auditSearchOf({}))}>
            {t("nothing.action")}
          </Button>
        )
      }
    >
      {t(some ? "nothing.text" : "empty.text")}
    </EmptyState>
  );
}
