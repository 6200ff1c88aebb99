import { Group, Text } from "@mantine/core";
import type { Scope } from "../../lib/api-types.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";

interface ScopeTagsProps {
  readonly scopes: readonly Scope[];
  /** The ones that work, when not all do. */
  readonly withheldBut?: readonly Scope[];
}

export function ScopeTags({ scopes, withheldBut = scopes }: ScopeTagsProps) {
  if (scopes.length === 0) return <Text c="dimmed">None: the key can only ask who it is</Text>;
  return (
    <Group gap={6}>
      {scopes.map((scope) => (
        <StatusBadge key={scope} tone="neutral" dot={false}>
          {withheldBut.includes(scope) ? scope : <s aria-label={`${scope}, refused now`}>{scope}</s>}
        </StatusBadge>
      ))}
    </Group>
  );
}
