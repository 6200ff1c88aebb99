import { Text } from "@mantine/core";
import { countWords, shareWords } from "../../../lib/words/count-words.ts";
import { wordsOf } from "../../../lib/language/i18n.ts";
import { groupName } from "../../../lib/usage/usage-group-name.ts";
import type { GroupRow } from "../../../lib/usage/usage-group-rows.ts";
import type { Column } from "../../../ui/data-table.tsx";
import { Mono } from "../../../ui/mono.tsx";
import { ShareBar } from "../../../ui/share-bar.tsx";

const outcomes = ["served", "refused", "failed"] as const;

/** The routes or statuses of a key, with their parts of the whole. */
export function keyUsageColumns(by: "route" | "status"): readonly Column<GroupRow>[] {
  const t = wordsOf("usage");
  return [
    { key: "group", header: t(`group.${by}`), place: "title", cell: (row) => <Group row={row} by={by} /> },
    {
      key: "share",
      header: t("share"),
      width: "190px",
      cell: ({ share }) => <ShareBar share={share} words={shareWords(share)} />,
    },
    ...outcomes.map((outcome) => ({
      key: outcome,
      header: t(outcome),
      width: "110px",
      cell: (row: GroupRow) => countWords(row[outcome]),
    })),
  ];
}

function Group({ row, by }: { readonly row: GroupRow; readonly by: "route" | "status" }) {
  if (row.isRest) return <Text c="dimmed">{wordsOf("usage")("rest")}</Text>;
  return by === "route" ? <Mono>{row.group}</Mono> : groupName(row);
}
