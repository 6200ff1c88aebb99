import { Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Trans, useTranslation } from "react-i18next";
import { Card } from "../../../ui/card.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { StatusBadge } from "../../../ui/status-badge.tsx";
import { sinceRotationOf } from "../key-secrets.ts";
import type { SecretView } from "../key-types.ts";
import { LastUseFacts } from "../last-use-facts.tsx";
import { secretTones } from "./secret-states.ts";
import { TokenHint } from "../token-hint.tsx";

interface SecretCardProps {
  readonly secret: SecretView;
  /** Another secret stands beside it, and both are in use. */
  readonly rotating: boolean;
  /** The wait for its first request, in place of saying that there was none. */
  readonly firstRequest?: ReactNode;
}

/** One secret: how to recognize it, how long it lives, who used it last. */
export function SecretCard({ secret, rotating, firstRequest }: SecretCardProps) {
  const { t } = useTranslation("keys");
  const { state, createdAt, retiresAt, exposure, quarantine, lastUse } = secret;
  const isHeld = quarantine !== null && quarantine.releasedAt === null;
  const title = t(`secrets.${state}`);
  return (
    <Card>
      <Stack gap={8} component="article" aria-label={title}>
        <Group justify="space-between" gap="xs">
          <Text fw={600}>{title}</Text>
          <Group gap={6}>
            {exposure !== null && (
              <StatusBadge tone="negative">{t(isHeld ? "quarantined" : "exposed")}</StatusBadge>
            )}
            <StatusBadge tone={secretTones[state]}>{t(`secrets.${state}Label`)}</StatusBadge>
          </Group>
        </Group>
        <Group justify="space-between" gap="xs">
          <TokenHint secret={secret} />
          <Text size="sm" c="dimmed">
            {state === "retiring" && retiresAt !== null ? (
              <Trans t={t} i18nKey="secrets.ends" components={{ time: <RelativeTime at={retiresAt} /> }} />
            ) : (
              <Trans t={t} i18nKey="secrets.made" components={{ time: <RelativeTime at={createdAt} /> }} />
            )}
          </Text>
        </Group>
        {firstRequest}
        {(lastUse !== null || !firstRequest) && (
          <LastUseFacts lastUse={lastUse} sinceRotation={rotating ? sinceRotationOf(secret) : undefined} />
        )}
      </Stack>
    </Card>
  );
}
