import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OrganizationSettings } from "../../lib/api/api-types.ts";
import { Card } from "../../ui/card.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Mono } from "../../ui/mono.tsx";
import { Panel } from "../../ui/panel.tsx";
import { KeyRulesForm } from "./key-rules-form.tsx";

interface KeyRulesProps {
  readonly settings: OrganizationSettings;
  readonly manages: boolean;
}

export function KeyRules({ settings, manages }: KeyRulesProps) {
  const { t } = useTranslation("settings");
  return (
    <Panel title={t("rules.title")} description={t("rules.means")}>
      <Card>
        {manages ? (
          <KeyRulesForm key={JSON.stringify(settings.keyRules)} settings={settings} />
        ) : (
          <KeyRulesFacts {...settings.keyRules} />
        )}
      </Card>
    </Panel>
  );
}

function KeyRulesFacts(rules: OrganizationSettings["keyRules"]) {
  const { t } = useTranslation("settings");
  const { maximumLifetimeDays: days, expiryRequired, defaultAddresses } = rules;
  const required = expiryRequired || days !== null;
  return (
    <Facts
      facts={[
        {
          label: t("rules.lifetime"),
          value: days === null ? t("rules.none") : t("rules.days", { count: days }),
        },
        { label: t("rules.expiry"), value: t(required ? "rules.expiryRequired" : "rules.expiryOptional") },
        {
          label: t("rules.addresses"),
          value:
            defaultAddresses.length === 0
              ? t("rules.any")
              : defaultAddresses.map((network) => (
                  <Text key={network}>
                    <Mono>{network}</Mono>
                  </Text>
                )),
        },
      ]}
    />
  );
}
