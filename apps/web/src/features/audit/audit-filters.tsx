import { Button, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api-types.ts";
import { actionGroups } from "./audit-actions.ts";
import classes from "./audit-filters.module.css";
import { auditSearchOf, isFiltered, type AuditSearch } from "./audit-search.ts";
import { ObjectFilter } from "./object-filter.tsx";
import { TimeFilter } from "./time-filter.tsx";
import { useActorChoices } from "./use-actor-choices.ts";

interface AuditFiltersProps {
  readonly organizationId: OrganizationId;
  readonly search: AuditSearch;
  readonly onSearch: (search: AuditSearch) => void;
}

/** Which entries the log shows. All of it is in the address, so that it can be shared and reloaded. */
export function AuditFilters({ organizationId, search, onSearch }: AuditFiltersProps) {
  const { t } = useTranslation("audit");
  const actors = useActorChoices(organizationId, search.actor);
  // Whatever means "no filter" falls out again when it is read like an address.
  const change = (part: Readonly<Record<string, string | null>>) =>
    onSearch(auditSearchOf({ ...search, ...part, entry: undefined }));
  return (
    <search className={classes.bar} aria-label={t("filters.region")}>
      <Select
        label={t("filters.actor")}
        placeholder={t("filters.anybody")}
        w={200}
        data={[...actors]}
        value={search.actor ?? null}
        onChange={(actor) => change({ actor })}
        nothingFoundMessage={t("filters.nothing")}
        searchable
        clearable
      />
      <Select
        label={t("filters.action")}
        placeholder={t("allChanges")}
        w={200}
        data={actionGroups()}
        value={search.action ?? null}
        onChange={(action) => change({ action })}
        nothingFoundMessage={t("filters.nothing")}
        searchable
        clearable
      />
      <ObjectFilter
        organizationId={organizationId}
        value={search.object}
        onChange={(object) => change({ object })}
      />
      <TimeFilter search={search} onChange={change} />
      {isFiltered(search) && (
        <Button
          className={classes.clear}
          variant="subtle"
          color="gray"
          onClick={() => onSearch(auditSearchOf({}))}
        >
          {t("filters.clear")}
        </Button>
      )}
    </search>
  );
}
