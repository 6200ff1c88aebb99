import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { peopleSearchOf, type PeopleSearch } from "../../lib/search/people-search.ts";
import { withoutSecret } from "../../lib/keys/token-form.ts";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { SearchField } from "../../ui/search-field.tsx";

interface PeopleFiltersProps {
  readonly search: PeopleSearch;
  readonly onSearch: (search: PeopleSearch) => void;
}

/** Whom the list shows. All of it is in the address. */
export function PeopleFilters({ search, onSearch }: PeopleFiltersProps) {
  const { t } = useTranslation("people");
  // Whatever means "no filter" falls out again when it is read like an address.
  const change = (part: Readonly<Record<string, string | null>>) =>
    onSearch(peopleSearchOf({ ...search, ...part }));
  return (
    <FilterBar
      label={t("search.region")}
      text={
        <SearchField
          label={t("search.label")}
          placeholder={t("search.placeholder")}
          clear={t("search.clear")}
          value={search.q ?? ""}
          onChange={(q) => change({ q })}
          kept={withoutSecret}
        />
      }
    >
      <Select
        aria-label={t("columns.status")}
        w={190}
        data={[
          { value: "any", label: t("search.any") },
          { value: "active", label: t("search.active") },
          { value: "banned", label: t("search.banned") },
        ]}
        value={search.status ?? "any"}
        onChange={(status) => change({ status })}
      />
    </FilterBar>
  );
}
