import { IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { OrganizationId, UsageReport } from "../../lib/api/api-types.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import type { HomeRange } from "./home-search.ts";
import { problemColumns } from "./problem-columns.tsx";
import { problemRowsOf } from "./problem-rows.ts";

interface ProblemsProps {
  readonly organizationId: OrganizationId;
  readonly report: UsageReport;
  readonly range: HomeRange;
}

/** More would bury the first ones; the page of usage has all. */
const mostRows = 6;

/** What went wrong most, in plain words. */
export function Problems({ organizationId, report, range }: ProblemsProps) {
  const { t } = useTranslation("home");
  const rows = problemRowsOf(report);
  const search = { by: "cause", range: range === "30d" ? undefined : range } as const;
  const more = rows.length - mostRows;
  if (rows.length === 0) {
    return (
      <Panel title={t("problems.title")}>
        <EmptyState icon={<IconCircleCheck size={22} />} title={t("problems.none")}>
          {t(`problems.noneText.${range}`)}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel
      title={t("problems.title")}
      description={t(`problems.description.${range}`)}
      actions={
        more > 0 && (
          <TextLink to="/o/$organizationId/usage" params={{ organizationId }} search={search}>
            {t("problems.more", { count: more })}
          </TextLink>
        )
      }
    >
      <DataTable
        label={t("problems.label")}
        columns={problemColumns({ organizationId, search, t })}
        rows={rows.slice(0, mostRows)}
        rowKey={({ code }) => code}
      />
    </Panel>
  );
}
