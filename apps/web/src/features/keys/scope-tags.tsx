import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Scope } from "../../lib/api/api-types.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";

interface ScopeTagsProps {
  readonly scopes: readonly Scope[];
  /** The ones that work, when not all do. */
  readonly withheldBut?: readonly Scope[];
}

export function ScopeTags({ scopes, withheldBut = scopes }: ScopeTagsProps) {
  const { t } = useTranslation("keys");
  if (scopes.length === 0) return <Text c="dimmed">{t("effective.none")}</Text>;
  return (
    <Group gap={6}>
      {scopes.map((scope) => (
        <StatusBadge key={scope} tone="neutral" dot={false}>
          {withheldBut.includes(scope) ? (
            scope
          ) : (
            <s aria-label={t("effective.refusedScope", { scope })}>{scope}</s>
          )}
        </StatusBadge>
      ))}
    </Group>
  );
}
