import { Text } from "@mantine/core";
import type { ScopeReview } from "../../../lib/api-types.ts";
import { countWords } from "../../../lib/count-words.ts";
import { wordsOf } from "../../../lib/i18n.ts";
import { scopeGroups } from "../../../lib/scopes.ts";
import { shortWords } from "../../../lib/utc-words.ts";
import type { Column } from "../../../ui/data-table.tsx";
import { Mono } from "../../../ui/mono.tsx";
import { StatusBadge } from "../../../ui/status-badge.tsx";

type ScopeUse = ScopeReview["scopes"][number];

/** Each granted scope, and how much the key's requests needed it. */
export function scopeColumns(requests: number): readonly Column<ScopeUse>[] {
  const t = wordsOf("traffic");
  const means = new Map<string, string>(
    scopeGroups().flatMap(({ scopes }) => scopes.map(({ scope, means }) => [scope, means] as const)),
  );
  return [
    {
      key: "scope",
      header: t("scopes.scope"),
      place: "title",
      width: "170px",
      cell: ({ scope }) => <Mono>{scope}</Mono>,
    },
    {
      key: "means",
      header: t("scopes.means"),
      cell: ({ scope }) => (
        <Text size="sm" c="dimmed">
          {means.get(scope)}
        </Text>
      ),
    },
    {
      key: "requests",
      header: t("scopes.requests"),
      width: "150px",
      cell: (use) =>
        use.requests === 0 && requests > 0 ? (
          <StatusBadge tone="attention">{t("scopes.unused")}</StatusBadge>
        ) : (
          countWords(use.requests)
        ),
    },
    {
      key: "last",
      header: t("scopes.last"),
      width: "150px",
      cell: ({ lastAt }) => (lastAt === null ? "–" : shortWords("day", Date.parse(lastAt))),
    },
  ];
}
