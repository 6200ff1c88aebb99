import { useTranslation } from "react-i18next";
import type { OrganizationSurvey } from "../../lib/api/api-types.ts";
import { numberWords } from "../../lib/words/number-words.ts";
import { dayOf } from "../../lib/words/time-words.ts";
import { Card } from "../../ui/card.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Mono } from "../../ui/mono.tsx";
import { Panel } from "../../ui/panel.tsx";

export function OrganizationFacts({ organization }: { readonly organization: OrganizationSurvey }) {
  const { t } = useTranslation("instance");
  const { id, createdAt, keysInUse: used, keyLimit: limit, requestsThisMonth } = organization;
  return (
    <Panel title={t("numbers")} description={t("numbersMean")}>
      <Card>
        <Facts
          facts={[
            { label: t("requests"), value: numberWords(requestsThisMonth) },
            {
              label: t("keysInUse"),
              value: limit === null ? numberWords(used) : t("keysOf", { used, limit }),
            },
            { label: t("created"), value: dayOf(createdAt) },
            { label: t("id"), value: <Mono>{id}</Mono> },
          ]}
        />
      </Card>
    </Panel>
  );
}
