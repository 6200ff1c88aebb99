import { Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { OrganizationSettings } from "../../lib/api/api-types.ts";
import { Card } from "../../ui/card.tsx";
import { Mono } from "../../ui/mono.tsx";
import { Panel } from "../../ui/panel.tsx";
import { LeakPolicyForm } from "./leak-policy-form.tsx";

interface LeakPolicyProps {
  readonly settings: OrganizationSettings;
  readonly manages: boolean;
}

/** What becomes of a key of which a token is found where others can read it. */
export function LeakPolicy({ settings, manages }: LeakPolicyProps) {
  const { t } = useTranslation("settings");
  const { leakPolicy } = settings;
  return (
    <Panel
      title={t("leaks.title")}
      description={<Trans t={t} i18nKey="leaks.means" components={{ code: <Mono>{null}</Mono> }} />}
    >
      <Card>
        {manages ? (
          <LeakPolicyForm settings={settings} />
        ) : (
          <>
            <Text fw={550}>{t(`leaks.${leakPolicy}`)}</Text>
            <Text size="sm" c="dimmed">
              {t(`leaks.${leakPolicy}Means`)}
            </Text>
          </>
        )}
      </Card>
    </Panel>
  );
}
