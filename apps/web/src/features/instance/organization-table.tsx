import { useTranslation } from "react-i18next";
import type { OrganizationSurvey } from "../../lib/api/api-types.ts";
import { wordsOf } from "../../lib/language/i18n.ts";
import { numberWords } from "../../lib/words/number-words.ts";
import { planName } from "../../lib/organization/plans.ts";
import { dayOf } from "../../lib/words/time-words.ts";
import { DataTable, type Column } from "../../ui/data-table.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import { OrganizationStatus } from "./organization-status.tsx";

interface OrganizationTableProps {
  readonly rows: readonly OrganizationSurvey[];
  readonly stale: boolean;
}

/** The organizations, each row as a whole a link to its page. */
export function OrganizationTable({ rows, stale }: OrganizationTableProps) {
  const { t } = useTranslation("instance");
  return (
    <DataTable
      label={t("organizations")}
      columns={columns()}
      rows={rows}
      rowKey={({ id }) => id}
      stale={stale}
    />
  );
}

function columns(): readonly Column<OrganizationSurvey>[] {
  const t = wordsOf("instance");
  return [
    {
      key: "name",
      header: t("name"),
      place: "title",
      cell: ({ id, name }) => (
        <TextLink to="/instance/$organizationId" params={{ organizationId: id }} covers="row">
          <bdi>{name}</bdi>
        </TextLink>
      ),
    },
    { key: "plan", header: t("plan"), width: "14%", cell: ({ plan }) => planName(plan) },
    {
      key: "keys",
      header: t("keysInUse"),
      width: "14%",
      cell: ({ keysInUse: used, keyLimit: limit }) =>
        limit === null ? numberWords(used) : t("keysOf", { used, limit }),
    },
    {
      key: "requests",
      header: t("requests"),
      width: "19%",
      cell: ({ requestsThisMonth }) => numberWords(requestsThisMonth),
    },
    { key: "created", header: t("created"), width: "14%", cell: ({ createdAt }) => dayOf(createdAt) },
    {
      key: "status",
      header: t("status"),
      width: "15%",
      cell: (organization) => <OrganizationStatus organization={organization} />,
    },
  ];
}
