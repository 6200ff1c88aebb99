import type { TFunction } from "i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { countWords, shareWords } from "../../lib/words/count-words.ts";
import { problemSection } from "../../lib/documentation.ts";
import { problemName } from "../../lib/api/problem-name.ts";
import type { Column } from "../../ui/data-table.tsx";
import { NewTabLink } from "../../ui/new-tab-link.tsx";
import { ShareBar } from "../../ui/share-bar.tsx";
import { SparkBars } from "../../ui/spark-bars.tsx";
import { TextLink } from "../../ui/text-link.tsx";
import type { ProblemRow } from "./problem-rows.ts";

interface ProblemColumnsOptions {
  readonly organizationId: OrganizationId;
  readonly search: { readonly by: "cause"; readonly range: "24h" | undefined };
  readonly t: TFunction<"home">;
}

export function problemColumns(options: ProblemColumnsOptions): readonly Column<ProblemRow>[] {
  const { organizationId, search, t } = options;
  return [
    {
      key: "cause",
      header: t("problems.cause"),
      place: "title",
      cell: ({ code }) => (
        <TextLink covers="row" to="/o/$organizationId/usage" params={{ organizationId }} search={search}>
          {problemName(code)}
        </TextLink>
      ),
    },
    {
      key: "requests",
      header: t("problems.requests"),
      width: "120px",
      cell: ({ requests }) => countWords(requests),
    },
    {
      key: "share",
      header: t("problems.share"),
      width: "190px",
      cell: ({ share }) => <ShareBar share={share} words={shareWords(share)} />,
    },
    {
      key: "course",
      header: t("problems.course"),
      width: "152px",
      cell: ({ course }) => <SparkBars values={course} />,
    },
    {
      key: "meaning",
      header: t("problems.meaning"),
      width: "150px",
      place: "actions",
      cell: ({ code }) => (
        <NewTabLink href={problemSection(code)}>
          <span aria-hidden>{t("problems.meaning")}</span>
          <span className="visually-hidden">{t("problems.meaningOf", { cause: problemName(code) })}</span>
        </NewTabLink>
      ),
    },
  ];
}
