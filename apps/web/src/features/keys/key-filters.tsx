import { Select } from "@mantine/core";
import { keyListSearchOf, type KeyListSearch } from "../../lib/key-list-search.ts";
import classes from "./key-filters.module.css";
import { SearchBox } from "./search-box.tsx";

interface KeyFiltersProps {
  readonly search: KeyListSearch;
  readonly onSearch: (search: KeyListSearch) => void;
}

const statuses = [
  { value: "in_use", label: "In use" },
  { value: "active", label: "Active" },
  { value: "rotating", label: "Rotating" },
  { value: "expired", label: "Expired" },
  { value: "revoked", label: "Revoked" },
  { value: "all", label: "All" },
];

const environments = [
  { value: "both", label: "Live and test" },
  { value: "live", label: "Live" },
  { value: "test", label: "Test" },
];

/** Which keys the list shows. All of it is in the address, so that it can be shared and reloaded. */
export function KeyFilters({ search, onSearch }: KeyFiltersProps) {
  // Whatever means "no filter" falls out again when it is read like an address.
  const change = (part: Readonly<Record<string, string | null>>) =>
    onSearch(keyListSearchOf({ ...search, ...part }));
  return (
    <search className={classes.bar} aria-label="Keys">
      <div className={classes.text}>
        <SearchBox value={search.q ?? ""} onChange={(q) => change({ q })} />
      </div>
      <Select
        aria-label="Status"
        w={150}
        data={statuses}
        value={search.status ?? "in_use"}
        onChange={(status) => change({ status })}
      />
      <Select
        aria-label="Environment"
        w={150}
        data={environments}
        value={search.environment ?? "both"}
        onChange={(environment) => change({ environment })}
      />
    </search>
  );
}
