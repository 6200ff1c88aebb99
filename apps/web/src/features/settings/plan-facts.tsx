import { useTranslation } from "react-i18next";
import type { OrganizationSettings } from "../../lib/api/api-types.ts";
import { numberWords } from "../../lib/words/number-words.ts";
import { planName } from "../../lib/organization/plans.ts";
import { Card } from "../../ui/card.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Panel } from "../../ui/panel.tsx";

/** What the operator has decided. */
export function PlanFacts({ settings }: { readonly settings: OrganizationSettings }) {
  const { t } = useTranslation("settings");
  const { plan, keysInUse: used, keyLimit: limit, requestsPerMinute } = settings;
  return (
    <Panel title={t("plan.title")} description={t("plan.means")}>
      <Card>
        <Facts
          facts={[
            { label: t("plan.name"), value: planName(plan) },
            {
              label: t("plan.keys"),
              value: limit === null ? numberWords(used) : t("plan.keysOf", { used, limit }),
            },
            { label: t("plan.requests"), value: numberWords(requestsPerMinute) },
          ]}
        />
      </Card>
    </Panel>
  );
}
