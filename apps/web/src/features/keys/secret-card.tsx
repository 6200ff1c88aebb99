import { Group, Stack, Text } from "@mantine/core";
import { Card } from "../../ui/card.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import type { SecretView } from "./key-types.ts";
import { LastUseFacts } from "./last-use-facts.tsx";
import { secretStates } from "./secret-states.ts";
import { TokenHint } from "./token-hint.tsx";

interface SecretCardProps {
  readonly secret: SecretView;
}

/** One secret: how to recognize it, how long it lives, who used it last. */
export function SecretCard({ secret }: SecretCardProps) {
  const { state, createdAt, retiresAt, exposure, lastUse } = secret;
  const { title, label, tone } = secretStates[state];
  return (
    <Card>
      <Stack gap={8} component="article" aria-label={title}>
        <Group justify="space-between" gap="xs">
          <Text fw={600}>{title}</Text>
          <Group gap={6}>
            {exposure !== null && <StatusBadge tone="negative">Exposed</StatusBadge>}
            <StatusBadge tone={tone}>{label}</StatusBadge>
          </Group>
        </Group>
        <Group justify="space-between" gap="xs">
          <TokenHint secret={secret} />
          <Text size="sm" c="dimmed">
            {state === "retiring" && retiresAt !== null ? (
              <>
                Ends <RelativeTime at={retiresAt} />
              </>
            ) : (
              <>
                Made <RelativeTime at={createdAt} />
              </>
            )}
          </Text>
        </Group>
        <LastUseFacts lastUse={lastUse} retiring={state === "retiring"} />
      </Stack>
    </Card>
  );
}
