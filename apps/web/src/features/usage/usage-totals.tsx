import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { UsageReport } from "../../lib/api-types.ts";
import { changeWords, countWords } from "../../lib/count-words.ts";
import { FigureTiles } from "../../ui/figure-tiles.tsx";
import { growthOf, type Comparison } from "./usage-comparison.ts";
import type { UsageCount } from "../../lib/usage-count.ts";

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
      comparison === null || before === null ? undefined : (
        <Change before={before[outcome]} now={comparison.count[outcome]} />
      ),
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

function Change({ before, now }: { readonly before: number; readonly now: number }) {
  const { t } = useTranslation("usage");
  const growth = growthOf(before, now);
  if (growth === null) return t(now === 0 ? "sameAsBefore" : "noneBefore");
  // What would be told as 0 %.
  return Math.abs(growth) < 0.005 ? t("sameAsBefore") : changeWords(growth);
}
