import { Select } from "@mantine/core";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Member, MemberId, OrganizationId, Scope } from "../../../lib/api/api-types.ts";
import { environmentName } from "../../../lib/keys/environments.ts";
import { keyListSearchOf, keySorts, type KeyListSearch } from "../../../lib/search/key-list-search.ts";
import { useOwnScopes } from "../../../lib/keys/own-scopes.ts";
import { allScopes } from "../../../lib/keys/scopes.ts";
import { withoutSecret } from "../../../lib/keys/token-form.ts";
import { FoldedFilters } from "../../../ui/folded-filters.tsx";
import { SearchField } from "../../../ui/search-field.tsx";
import classes from "./key-filters.module.css";
import { nearDays } from "./key-query.ts";
import { memberLabel, useMembers } from "../use-members.ts";

interface KeyFiltersProps {
  readonly organizationId: OrganizationId;
  readonly search: KeyListSearch;
  readonly onSearch: (search: KeyListSearch) => void;
}

const keyStatuses = ["active", "rotating", "expired", "revoked"] as const;

/** Which keys the list shows. All of it is in the address, so that it can be shared and reloaded. */
export function KeyFilters({ organizationId, search, onSearch }: KeyFiltersProps) {
  const { t } = useTranslation("keys");
  const members = useMembers(organizationId);
  // Whatever means "no filter" falls out again when it is read like an address.
  const change = (part: Readonly<Record<string, string | null>>) =>
    onSearch(keyListSearchOf({ ...search, ...part }));
  const choices = {
    ...choicesOf(t),
    scope: scopeChoices(useOwnScopes(), search.scope, t),
    member: memberChoices(members, search.member, t),
  };
  return (
    <search className={classes.bar} aria-label={t("search.region")}>
      <div className={classes.text}>
        <SearchField
          label={t("search.label")}
          placeholder={t("search.placeholder")}
          clear={t("search.clear")}
          value={search.q ?? ""}
          onChange={(q) => change({ q })}
          // Not only in the address: what stays in the field can be seen and copied too.
          kept={withoutSecret}
        />
      </div>
      <Select
        className={classes.order}
        hiddenFrom="sm"
        aria-label={t("sort.label")}
        data={sortChoices(t)}
        value={search.sort ?? "usual"}
        onChange={(sort) => change({ sort })}
      />
      <FoldedFilters inUse={filters.filter(({ field }) => search[field] !== undefined).length}>
        {filters.map(({ field, label, none, width }) => (
          <Select
            key={field}
            className={field === "attention" ? classes.long : undefined}
            aria-label={t(label)}
            w={width}
            data={choices[field]}
            searchable={choices[field].length > 12}
            value={search[field] ?? none}
            onChange={(value) => change({ [field]: value })}
          />
        ))}
      </FoldedFilters>
    </search>
  );
}

/** Each with the value that means that it filters nothing. */
const filters = [
  { field: "status", label: "status", none: "in_use", width: 150 },
  { field: "environment", label: "environment", none: "both", width: 150 },
  { field: "scope", label: "search.scope", none: "any", width: 160 },
  { field: "member", label: "fields.responsible", none: "any", width: 190 },
  { field: "attention", label: "search.attention", none: "any", width: 235 },
] as const;

function choicesOf(t: TFunction<"keys">) {
  return {
    status: [
      { value: "in_use", label: t("search.inUse") },
      ...keyStatuses.map((status) => ({ value: status, label: t(`statuses.${status}`) })),
      { value: "all", label: t("search.allStatuses") },
    ],
    environment: [
      { value: "both", label: t("search.bothEnvironments") },
      { value: "live", label: environmentName("live") },
      { value: "test", label: environmentName("test") },
    ],
    attention: [
      { value: "any", label: t("search.noAttention") },
      { value: "exposed", label: t("exposed") },
      { value: "curtailed", label: t("search.curtailed") },
      { value: "expiring", label: t("search.expiring", { count: nearDays }) },
      { value: "safe_to_end", label: t("search.safeToEnd") },
      { value: "never_used", label: t("neverUsed") },
      { value: "unused", label: t("search.unused") },
    ],
  };
}

/** A key can still hold one that is declared no more, and such a one be in an address. */
function scopeChoices(own: readonly Scope[], chosen: Scope | undefined, t: TFunction<"keys">) {
  const known = allScopes(own);
  const gone = chosen !== undefined && !known.includes(chosen) ? [chosen] : [];
  const scopes = [...known, ...gone].map((scope) => ({ value: scope, label: scope }));
  return [{ value: "any", label: t("search.anyScope") }, ...scopes];
}

/** For narrow screens, which have no heads to click on. */
function sortChoices(t: TFunction<"keys">) {
  return [
    { value: "usual", label: t("sort.usual") },
    ...keySorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) })),
  ];
}

/** Somebody who has left can still answer for revoked keys, and be in an address. */
function memberChoices(members: readonly Member[], chosen: MemberId | undefined, t: TFunction<"keys">) {
  const known = members.map((member) => ({ value: member.id, label: memberLabel(member) }));
  const gone = chosen !== undefined && !members.some(({ id }) => id === chosen);
  return [
    { value: "any", label: t("search.anyMember") },
    ...known,
    ...(gone ? [{ value: chosen, label: chosen }] : []),
  ];
}
