import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { instanceSearchOf, type InstanceSearch } from "../../lib/search/instance-search.ts";
import { planName } from "../../lib/organization/plans.ts";
import { withoutSecret } from "../../lib/keys/token-form.ts";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { SearchField } from "../../ui/search-field.tsx";

interface OrganizationFiltersProps {
  readonly search: InstanceSearch;
  readonly onSearch: (search: InstanceSearch) => void;
}

/** Which organizations the list shows. All of it is in the address. */
export function OrganizationFilters({ search, onSearch }: OrganizationFiltersProps) {
  const { t } = useTranslation("instance");
  // Whatever means "no filter" falls out again when it is read like an address.
  const change = (part: Readonly<Record<string, string | null>>) =>
    onSearch(instanceSearchOf({ ...search, ...part }));
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
          // Whose key it is, somebody asks with what they have.
          kept={withoutSecret}
        />
      }
    >
      <Select
        aria-label={t("plan")}
        w={190}
        data={[
          { value: "any", label: t("search.anyPlan") },
          { value: "standard", label: planName("standard") },
          { value: "enterprise", label: planName("enterprise") },
        ]}
        value={search.plan ?? "any"}
        onChange={(plan) => change({ plan })}
      />
      <Select
        aria-label={t("status")}
        w={190}
        data={[
          { value: "any", label: t("search.any") },
          { value: "active", label: t("search.active") },
          { value: "suspended", label: t("search.suspended") },
        ]}
        value={search.status ?? "any"}
        onChange={(status) => change({ status })}
      />
    </FilterBar>
  );
}
