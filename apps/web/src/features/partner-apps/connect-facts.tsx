import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PartnerApp } from "../../lib/api/api-types.ts";
import { documentation } from "../../lib/documentation.ts";
import { Card } from "../../ui/card.tsx";
import { CopyField } from "../../ui/copy-field.tsx";
import { NewTabLink } from "../../ui/new-tab-link.tsx";
import { Panel } from "../../ui/panel.tsx";

/** What the app's code is to know. */
export function ConnectFacts({ app }: { readonly app: PartnerApp }) {
  const { t } = useTranslation("partnerApps");
  const { origin } = window.location;
  const values = [
    { label: t("clientId"), value: app.id },
    { label: t("issuer"), value: `${origin}/oauth` },
    { label: t("resource"), value: `${origin}/v1` },
  ];
  return (
    <Panel
      title={t("code.title")}
      description={
        <>
          {t("code.description")} <NewTabLink href={documentation.partnerApps}>{t("code.guide")}</NewTabLink>
        </>
      }
    >
      <Card>
        <Stack gap="md" maw={620}>
          {values.map(({ label, value }) => (
            <Stack key={label} gap={4}>
              <Text size="sm" fw={550}>
                {label}
              </Text>
              <CopyField value={value} what={label} />
            </Stack>
          ))}
        </Stack>
      </Card>
    </Panel>
  );
}
