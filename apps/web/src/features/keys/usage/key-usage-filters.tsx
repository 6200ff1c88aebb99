import { SegmentedControl } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { keyPageSearchOf, type KeyPageSearch } from "../../../lib/search/key-page-search.ts";
import classes from "./key-usage-filters.module.css";

const ranges = ["24h", "7d", "30d", "90d"] as const;
const groups = ["status", "route"] as const;

interface KeyUsageFiltersProps {
  readonly search: KeyPageSearch;
  readonly onSearch: (search: KeyPageSearch) => void;
  /** What they come to. */
  readonly children: ReactNode;
}

/** Which requests are shown, and told apart by what. It is in the address, so that it can be shared and reloaded. */
export function KeyUsageFilters({ search, onSearch, children }: KeyUsageFiltersProps) {
  const { t } = useTranslation("traffic");
  // Whatever is shown anyway falls out again when it is read like an address.
  const change = (part: Readonly<Record<string, string>>) =>
    onSearch(keyPageSearchOf({ ...search, ...part }));
  return (
    <div className={classes.bar}>
      <SegmentedControl
        size="xs"
        aria-label={t("usage.range")}
        value={search.range ?? "30d"}
        onChange={(range) => change({ range })}
        data={ranges.map((value) => ({ value, label: t(`usage.${value}`) }))}
      />
      <SegmentedControl
        size="xs"
        aria-label={t("usage.by")}
        value={search.by ?? "status"}
        onChange={(by) => change({ by })}
        data={groups.map((value) => ({ value, label: t(`usage.${value}`) }))}
      />
      {children}
    </div>
  );
}
