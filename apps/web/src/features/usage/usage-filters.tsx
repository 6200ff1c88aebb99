import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { UsageReport } from "../../lib/api/api-types.ts";
import { environmentName } from "../../lib/keys/environments.ts";
import { OwnRange } from "./own-range.tsx";
import classes from "./usage-filters.module.css";
import { usageSearchOf, type UsageSearch } from "./usage-search.ts";

interface UsageFiltersProps {
  readonly search: UsageSearch;
  readonly report: UsageReport | undefined;
  readonly onSearch: (search: UsageSearch) => void;
}

const ranges = ["24h", "7d", "30d", "12mo", "own"] as const;
const environments = ["live", "test"] as const;
const groups = ["none", "key", "route", "status", "cause"] as const;

/** What the page shows. All of it is in the address, so that it can be shared and reloaded. */
export function UsageFilters({ search, report, onSearch }: UsageFiltersProps) {
  const { t } = useTranslation("usage");
  // Whatever means nothing falls out again when it is read like an address.
  const change = (part: Readonly<Record<string, string | null>>) =>
    onSearch(usageSearchOf({ ...search, ...part }));
  const changeRange = (range: string | null) => {
    const own = range === "own" && report !== undefined ? daysOf(report) : { from: null, to: null };
    change({ ...own, range });
  };
  return (
    <search className={classes.bar} aria-label={t("filters")}>
      <Select
        label={t("range.label")}
        w={150}
        data={ranges.map((value) => ({ value, label: t(`range.${value}`) }))}
        value={search.from === undefined ? (search.range ?? "30d") : "own"}
        onChange={changeRange}
      />
      <OwnRange search={search} onChange={change} />
      <Select
        label={t("environment.label")}
        w={180}
        data={[
          { value: "both", label: t("environment.both") },
          ...environments.map((value) => ({ value, label: environmentName(value) })),
        ]}
        value={search.environment ?? "both"}
        onChange={(environment) => change({ environment })}
      />
      <Select
        label={t("by.label")}
        w={150}
        data={groups.map((value) => ({ value, label: t(`by.${value}`) }))}
        value={search.by ?? "none"}
        onChange={(by) => change({ by })}
      />
    </search>
  );
}

/** The days that a report covers, to begin with when somebody chooses days of their own. */
function daysOf({ from, to }: UsageReport) {
  const last = new Date(Date.parse(to) - 1).toISOString();
  return { from: from.slice(0, "yyyy-mm-dd".length), to: last.slice(0, "yyyy-mm-dd".length) };
}
