import type { TFunction } from "i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { countWords, shareWords } from "../../lib/words/count-words.ts";
import type { Column } from "../../ui/data-table.tsx";
import { ShareBar } from "../../ui/share-bar.tsx";
import { SparkBars } from "../../ui/spark-bars.tsx";
import { GroupCell } from "./group-cell.tsx";
import type { GroupRow } from "../../lib/usage/usage-group-rows.ts";
import type { UsageGroup } from "./usage-search.ts";

interface GroupColumnsOptions {
  readonly organizationId: OrganizationId;
  readonly by: UsageGroup;
  readonly t: TFunction<"usage">;
}

export function groupColumns({ organizationId, by, t }: GroupColumnsOptions): readonly Column<GroupRow>[] {
  const counts = ["served", "refused", "failed"] as const;
  return [
    {
      key: "group",
      header: t(`group.${by}`),
      place: "title",
      cell: (row) => <GroupCell organizationId={organizationId} row={row} />,
    },
    {
      key: "share",
      header: t("share"),
      width: "190px",
      cell: ({ share }) => <ShareBar share={share} words={shareWords(share)} />,
    },
    ...counts.map((outcome) => ({
      key: outcome,
      header: t(outcome),
      width: "100px",
      cell: (row: GroupRow) => countWords(row[outcome]),
    })),
    {
      key: "course",
      header: t("course"),
      width: "152px",
      cell: ({ course }) => <SparkBars values={course} />,
    },
  ];
}
