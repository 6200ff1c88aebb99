import type { TFunction } from "i18next";
import { amountWords } from "../../lib/words/amount-words.ts";
import type { OrganizationId, StatementView } from "../../lib/api/api-types.ts";
import { countWords } from "../../lib/words/count-words.ts";
import { isMonth, monthWords } from "../../lib/words/month-words.ts";
import { planName } from "../../lib/organization/plans.ts";
import type { Column } from "../../ui/data-table.tsx";
import { TextLink } from "../../ui/text-link.tsx";

interface StatementColumnsOptions {
  readonly organizationId: OrganizationId;
  readonly t: TFunction<"billing">;
}

export function statementColumns({
  organizationId,
  t,
}: StatementColumnsOptions): readonly Column<StatementView>[] {
  return [
    {
      key: "month",
      header: t("month"),
      place: "title",
      cell: ({ month }) =>
        isMonth(month) ? (
          <TextLink covers="row" to="/o/$organizationId/billing/$month" params={{ organizationId, month }}>
            {monthWords(month)}
          </TextLink>
        ) : (
          month
        ),
    },
    { key: "plan", header: t("plan"), width: "20%", cell: ({ plan }) => planName(plan) },
    { key: "requests", header: t("requests"), width: "20%", cell: ({ requests }) => countWords(requests) },
    { key: "total", header: t("total"), width: "20%", cell: ({ amounts }) => amountWords(amounts.total) },
  ];
}
