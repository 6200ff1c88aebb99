import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { environmentName } from "../../lib/keys/environments.ts";
import { Mono } from "../../ui/mono.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import type { GroupRow } from "../../lib/usage/usage-group-rows.ts";
import { groupName } from "../../lib/usage/usage-group-name.ts";

interface GroupCellProps {
  readonly organizationId: OrganizationId;
  readonly row: GroupRow;
}

/** A key leads to its page, whatever has become of it. */
export function GroupCell({ organizationId, row }: GroupCellProps) {
  const { t } = useTranslation("usage");
  const { group, key, app, isRest } = row;
  if (isRest) return <Text c="dimmed">{t("rest")}</Text>;
  if (app !== null) return <OfApp organizationId={organizationId} app={app} />;
  if (key === null) return / /.test(group) ? <Mono>{group}</Mono> : groupName(row);
  return (
    <Group gap="xs">
      <TextLink to="/o/$organizationId/settings/keys/$keyId" params={{ organizationId, keyId: key.id }}>
        {key.name}
      </TextLink>
      {key.environment === "test" && (
        <StatusBadge tone="neutral" dot={false}>
          {environmentName(key.environment)}
        </StatusBadge>
      )}
      {key.status === "revoked" && <StatusBadge tone="negative">{t("revoked")}</StatusBadge>}
      {key.status === "expired" && <StatusBadge tone="attention">{t("expired")}</StatusBadge>}
    </Group>
  );
}

interface OfAppProps {
  readonly organizationId: OrganizationId;
  readonly app: NonNullable<GroupRow["app"]>;
}

/** An app leads to what it was granted, in the list of connected apps. */
function OfApp({ organizationId, app: { grantId: grant, name, isEnded } }: OfAppProps) {
  const { t } = useTranslation("usage");
  return (
    <Group gap="xs">
      <TextLink
        to="/o/$organizationId/apps"
        params={{ organizationId }}
        search={{ grant, ...(isEnded && { show: "all" }) }}
      >
        <bdi>{name}</bdi>
      </TextLink>
      <StatusBadge tone={isEnded ? "negative" : "neutral"} dot={isEnded}>
        {t(isEnded ? "disconnected" : "app")}
      </StatusBadge>
    </Group>
  );
}
