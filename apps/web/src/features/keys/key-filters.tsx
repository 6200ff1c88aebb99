import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { environmentName } from "../../lib/environments.ts";
import { keyListSearchOf, type KeyListSearch } from "../../lib/key-list-search.ts";
import classes from "./key-filters.module.css";
import { SearchBox } from "./search-box.tsx";

interface KeyFiltersProps {
  readonly search: KeyListSearch;
  readonly onSearch: (search: KeyListSearch) => void;
}

const keyStatuses = ["active", "rotating", "expired", "revoked"] as const;

/** Which keys the list shows. All of it is in the address, so that it can be shared and reloaded. */
export function KeyFilters({ search, onSearch }: KeyFiltersProps) {
  const { t } = useTranslation("keys");
  // Whatever means "no filter" falls out again when it is read like an address.
  const change = (part: Readonly<Record<string, string | null>>) =>
    onSearch(keyListSearchOf({ ...search, ...part }));
  const statuses = [
    { value: "in_use", label: t("search.inUse") },
    ...keyStatuses.map((status) => ({ value: status, label: t(`statuses.${status}`) })),
    { value: "all", label: t("search.allStatuses") },
  ];
  const environments = [
    { value: "both", label: t("search.bothEnvironments") },
    { value: "live", label: environmentName("live") },
    { value: "test", label: environmentName("test") },
  ];
  return (
    <search className={classes.bar} aria-label={t("search.region")}>
      <div className={classes.text}>
        <SearchBox value={search.q ?? ""} onChange={(q) => change({ q })} />
      </div>
      <Select
        aria-label={t("status")}
        w={150}
        data={statuses}
        value={search.status ?? "in_use"}
        onChange={(status) => change({ status })}
      />
      <Select
        aria-label={t("environment")}
        w={150}
        data={environments}
        value={search.environment ?? "both"}
        onChange={(environment) => change({ environment })}
      />
    </search>
  );
}
