import { useTranslation } from "react-i18next";
import type { StatementView } from "../../lib/api/api-types.ts";
import { planName } from "../../lib/organization/plans.ts";
import { exactTime } from "../../lib/words/time-words.ts";
import { daysWords } from "../../lib/words/utc-words.ts";
import { Card } from "../../ui/card.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Panel } from "../../ui/panel.tsx";
import { StatementLines } from "./statement-lines.tsx";

interface StatementSheetProps {
  readonly statement: StatementView;
  readonly organization: string;
}

export function StatementSheet({ statement, organization }: StatementSheetProps) {
  const { t } = useTranslation("billing");
  const { from, to, plan, closedAt, amounts } = statement;
  return (
    <>
      <Card>
        <Facts
          facts={[
            { label: t("statement.organization"), value: organization },
            {
              label: t("month"),
              value: t("statement.utc", { days: daysWords(Date.parse(from), Date.parse(to)) }),
            },
            { label: t("plan"), value: planName(plan) },
            { label: t("statement.currency"), value: amounts.total.currency },
            { label: t("statement.closedAt"), value: exactTime(closedAt) },
          ]}
        />
      </Card>
      <Panel title={t("statement.lines")} description={t("statement.frozen")}>
        <StatementLines statement={statement} />
      </Panel>
    </>
  );
}
