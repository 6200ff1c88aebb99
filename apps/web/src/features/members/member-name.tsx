import { Group, Text } from "@mantine/core";
import type { Member } from "../../lib/api-types.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";

interface MemberNameProps {
  readonly member: Member;
  readonly isMe: boolean;
}

export function MemberName({ member, isMe }: MemberNameProps) {
  return (
    <>
      <Group gap={8}>
        <Text component="span" fw={550}>
          {member.name}
        </Text>
        {isMe && (
          <StatusBadge tone="neutral" dot={false}>
            You
          </StatusBadge>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {member.email}
      </Text>
    </>
  );
}
