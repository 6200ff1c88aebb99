import { Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Trans, useTranslation } from "react-i18next";
import type { OrganizationSettings } from "../../lib/api/api-types.ts";
import { Card } from "../../ui/card.tsx";
import { Mono } from "../../ui/mono.tsx";
import { Panel } from "../../ui/panel.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { ApiAccessDialog } from "./api-access-dialog.tsx";

interface ApiAccessProps {
  readonly settings: OrganizationSettings;
  readonly manages: boolean;
}

/** The switch for every key at once. */
export function ApiAccess({ settings, manages }: ApiAccessProps) {
  const { t } = useTranslation("settings");
  const { apiAccess, suspension } = settings;
  const on = suspension === null ? "api.onMeans" : "api.onSuspended";
  const meaning = apiAccess ? on : "api.offMeans";
  const [opened, { open, close }] = useDisclosure();
  return (
    <Panel title={t("api.title")} description={t("api.means")}>
      <Card>
        <Group justify="space-between">
          <Group gap="sm">
            <StatusBadge tone={!apiAccess ? "negative" : suspension === null ? "positive" : "attention"}>
              {t(apiAccess ? "api.on" : "api.off")}
            </StatusBadge>
            <Text>
              <Trans t={t} i18nKey={meaning} components={{ code: <Mono>{null}</Mono> }} />
            </Text>
          </Group>
          {manages && (
            <Button variant="default" onClick={open}>
              {t(apiAccess ? "api.turnOff" : "api.turnOn")}
            </Button>
          )}
        </Group>
      </Card>
      {opened && <ApiAccessDialog settings={settings} onClose={close} />}
    </Panel>
  );
}
