import { Alert, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Trans, useTranslation } from "react-i18next";
import type { ChangePreview } from "../../../lib/api/api-types.ts";
import { dayOf, exactTime } from "../../../lib/words/time-words.ts";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { ClientUses } from "./client-uses.tsx";
import { RouteUses } from "./route-uses.tsx";

interface EffectNoticeProps {
  readonly effect: ChangePreview["effects"][number];
  readonly preview: ChangePreview;
}

/** How many requests would have been refused, where they went and who made them. */
export function EffectNotice({ effect, preview }: EffectNoticeProps) {
  const { t } = useTranslation("traffic");
  const { by, requests, lastAt, routes, clients, unknown } = effect;
  const { since } = preview;
  return (
    <Alert color="yellow" variant="light" icon={<IconAlertTriangle size={18} />}>
      <Stack gap="xs">
        {requests > 0 && (
          <Text size="sm" fw={600}>
            <Trans
              t={t}
              i18nKey={`preview.${by}`}
              count={requests}
              values={{ day: dayOf(since), time: exactTime(since) }}
              components={{ time: <RelativeTime at={lastAt ?? since} /> }}
            />
          </Text>
        )}
        {unknown > 0 && (
          <Text size="sm">
            {t(by === "scopes" ? "preview.unknownNeeds" : "preview.unknown", { count: unknown })}
          </Text>
        )}
        {routes !== null && <RouteUses routes={routes} />}
        {clients !== null && (
          <ClientUses label={t("preview.clients")} clients={clients} counted={by !== "overlap_end"} />
        )}
        {routes !== null && clients === null && (
          <ClientUses label={t("preview.everybody")} clients={preview.clients} counted={false} />
        )}
      </Stack>
    </Alert>
  );
}
