import { Group, Stack } from "@mantine/core";
import { memo } from "react";
import type { KeyView, OrganizationId } from "../../../lib/api/api-types.ts";
import { useLanguage } from "../../../lib/language/use-language.ts";
import { TextLink } from "../../../ui/text-link.tsx";
import { EnvironmentBadge } from "../environment-badge.tsx";
import { newestSecretOf } from "../key-secrets.ts";
import { TokenHint } from "../token-hint.tsx";

interface KeyNameCellProps {
  readonly organizationId: OrganizationId;
  readonly apiKey: KeyView;
}

export const KeyNameCell = memo(function KeyNameCell({ organizationId, apiKey }: KeyNameCellProps) {
  const { id, name, environment } = apiKey;
  const secret = newestSecretOf(apiKey);
  // Nothing else tells a memo that another language is spoken.
  useLanguage();
  return (
    <Stack gap={2}>
      <TextLink
        to="/o/$organizationId/settings/keys/$keyId"
        params={{ organizationId, keyId: id }}
        covers="row"
        dir="auto"
      >
        {name}
      </TextLink>
      <Group gap={8}>
        <EnvironmentBadge environment={environment} />
        {secret !== null && <TokenHint secret={secret} />}
      </Group>
    </Stack>
  );
});
