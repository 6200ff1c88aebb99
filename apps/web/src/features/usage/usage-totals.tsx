import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { UsageReport } from "../../lib/api/api-types.ts";
import { countWords } from "../../lib/words/count-words.ts";
import { trendWords } from "../../lib/words/trend-words.ts";
import type { Comparison } from "../../lib/usage/usage-comparison.ts";
import { FigureTiles } from "../../ui/figure-tiles.tsx";
import type { UsageCount } from "../../lib/usage/usage-count.ts";

interface UsageTotalsProps {
  readonly report: UsageReport;
  readonly comparison: Comparison | null;
  /** What the time before had; `null` while that is not known. */
  readonly before: UsageCount | null;
}

const outcomes = ["served", "refused", "failed"] as const;

export function UsageTotals({ report, comparison, before }: UsageTotalsProps) {
  const { t } = useTranslation("usage");
  const tiles = outcomes.map((outcome) => ({
    label: t(outcome),
    value: countWords(report.total[outcome]),
    aside:
      comparison === null || before === null
        ? undefined
        : trendWords(before[outcome], comparison.count[outcome]),
    description: t(`${outcome}Means`),
  }));
  return (
    <Stack gap={6}>
      <FigureTiles label={t("totals")} tiles={tiles} />
      <Text size="sm" c="dimmed" mih="1.5em">
        {comparison !== null && (
          <>
            {t(`compared.${report.granularity}`, { count: comparison.slots })}
            {comparison.withoutRunning && ` ${t(`running.${report.granularity}`)}`}
          </>
        )}
      </Text>
    </Stack>
  );
}
