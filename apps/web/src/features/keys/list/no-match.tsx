import { Button, Group } from "@mantine/core";
import { IconSearchOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { KeyListSearch } from "../../../lib/search/key-list-search.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";

interface NoMatchProps {
  readonly search: KeyListSearch;
  readonly onSearch: (search: KeyListSearch) => void;
}

/** Nothing found here, and where else it could be. */
export function NoMatch({ search, onSearch }: NoMatchProps) {
  const { t } = useTranslation("keys");
  const elsewhere = search.q !== undefined && (search.status !== "all" || search.environment !== undefined);
  return (
    <EmptyState
      icon={<IconSearchOff size={22} />}
      title={t("search.nothing")}
      action={
        <Group gap="xs" justify="center">
          {elsewhere && (
            <Button onClick={() => onSearch({ q: search.q, status: "all", sort: search.sort })}>
              {t("search.everywhere")}
            </Button>
          )}
          <Button variant="default" onClick={() => onSearch({ sort: search.sort })}>
            {t("search.clearFilters")}
          </Button>
        </Group>
      }
    >
      {search.q === undefined ? t("search.nothingOfKind") : t("search.where")}
    </EmptyState>
  );
}
