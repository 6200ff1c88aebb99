import { Text } from "@mantine/core";
import type { Scope, ScopeReview } from "../../../lib/api/api-types.ts";
import { countWords } from "../../../lib/words/count-words.ts";
import { wordsOf } from "../../../lib/language/i18n.ts";
import { meaningOf } from "../../../lib/keys/scopes.ts";
import { shortWords } from "../../../lib/words/utc-words.ts";
import type { Column } from "../../../ui/data-table.tsx";
import { Mono } from "../../../ui/mono.tsx";
import { StatusBadge } from "../../../ui/status-badge.tsx";

type ScopeUse = ScopeReview["scopes"][number];

/** Each granted scope, and how much the key's requests needed it. */
export function scopeColumns(requests: number, own: readonly Scope[]): readonly Column<ScopeUse>[] {
  const t = wordsOf("traffic");
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
          {meaningOf(scope, own)}
        </Text>
      ),
    },
    {
      key: "requests",
      header: t("scopes.requests"),
      width: "150px",
      cell: (use) => {
        if (use.requests === null) return t("scopes.untold");
        if (use.requests > 0 || requests === 0) return countWords(use.requests);
        return <StatusBadge tone="attention">{t("scopes.unused")}</StatusBadge>;
      },
    },
    {
      key: "last",
      header: t("scopes.last"),
      width: "150px",
      cell: ({ lastAt }) => (lastAt === null ? "–" : shortWords("day", Date.parse(lastAt))),
    },
  ];
}
