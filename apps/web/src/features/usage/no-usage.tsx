import { Button, Group } from "@mantine/core";
import { IconChartBar } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/empty-state.tsx";
import type { UsageSearch } from "./usage-search.ts";

interface NoUsageProps {
  readonly search: UsageSearch;
  readonly onSearch: (search: UsageSearch) => void;
}

export function NoUsage({ search, onSearch }: NoUsageProps) {
  const { t } = useTranslation("usage");
  const { range, environment } = search;
  return (
    <EmptyState
      icon={<IconChartBar size={22} />}
      title={t("empty.title")}
      action={
        <Group gap="xs" justify="center">
          {range !== "12mo" && (
            <Button
              variant="default"
              onClick={() => onSearch({ ...search, range: "12mo", from: undefined, to: undefined })}
            >
              {t("empty.showYear")}
            </Button>
          )}
          {environment !== undefined && (
            <Button variant="default" onClick={() => onSearch({ ...search, environment: undefined })}>
              {t("empty.showBoth")}
            </Button>
          )}
        </Group>
      }
    >
      {t("empty.text")} {t("empty.filtered")}
    </EmptyState>
  );
}
