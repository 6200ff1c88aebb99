import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Member } from "../../lib/api/api-types.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";

interface MemberNameProps {
  readonly member: Member;
  readonly isMe: boolean;
}

export function MemberName({ member, isMe }: MemberNameProps) {
  const { t } = useTranslation("members");
  return (
    <>
      <Group gap={8}>
        <Text component="span" fw={550}>
          {member.name}
        </Text>
        {isMe && (
          <StatusBadge tone="neutral" dot={false}>
            {t("you")}
          </StatusBadge>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {member.email}
      </Text>
    </>
  );
}
