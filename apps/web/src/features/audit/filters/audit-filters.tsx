import { Button, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../../lib/api/api-types.ts";
import { FoldedFilters } from "../../../ui/folded-filters.tsx";
import { actionGroups } from "../audit-actions.ts";
import classes from "./audit-filters.module.css";
import { auditFilterOf, auditSearchOf, type AuditSearch } from "../audit-search.ts";
import { ObjectFilter } from "./object-filter.tsx";
import { TimeFilter } from "./time-filter.tsx";
import { useActorChoices } from "./use-actor-choices.ts";

interface AuditFiltersProps {
  readonly organizationId: OrganizationId;
  readonly search: AuditSearch;
  readonly onSearch: (search: AuditSearch) => void;
}

const picked = { w: 200, searchable: true, clearable: true } as const;

/** Which entries the log shows. All of it is in the address, so that it can be shared and reloaded. */
export function AuditFilters({ organizationId, search, onSearch }: AuditFiltersProps) {
  const { t } = useTranslation("audit");
  const actors = useActorChoices(organizationId, search.actor);
  // Whatever means "no filter" falls out again when it is read like an address.
  const change = (part: Readonly<Record<string, string | null>>) =>
    onSearch(auditSearchOf({ ...search, ...part, entry: undefined }));
  const inUse = Object.keys(auditFilterOf(search)).length;
  return (
    <search className={classes.bar} aria-label={t("filters.region")}>
      <FoldedFilters inUse={inUse}>
        <Select
          label={t("filters.actor")}
          placeholder={t("filters.anybody")}
          data={[...actors]}
          value={search.actor ?? null}
          onChange={(actor) => change({ actor })}
          nothingFoundMessage={t("filters.nothing")}
          {...picked}
        />
        <Select
          label={t("filters.action")}
          placeholder={t("allChanges")}
          data={actionGroups()}
          value={search.action ?? null}
          onChange={(action) => change({ action })}
          nothingFoundMessage={t("filters.nothing")}
          {...picked}
        />
        <ObjectFilter
          organizationId={organizationId}
          value={search.object}
          onChange={(object) => change({ object })}
        />
        <TimeFilter search={search} onChange={change} />
        {inUse > 0 && (
          <Button
            className={classes.clear}
            variant="subtle"
            color="gray"
            onClick={() => onSearch(auditSearchOf({}))}
          >
            {t("filters.clear")}
          </Button>
        )}
      </FoldedFilters>
    </search>
  );
}
