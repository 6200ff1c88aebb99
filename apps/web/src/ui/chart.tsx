import { lazy, Suspense } from "react";
import { loadWords } from "../lib/language/i18n.ts";
import type { ChartData } from "./chart/chart-data.ts";
import classes from "./chart/chart.module.css";

const StackedBars = lazy(async () => {
  const [{ StackedBars }] = await Promise.all([import("./chart/stacked-bars.tsx"), loadWords(["chart"])]);
  return { default: StackedBars };
});

interface ChartProps {
  readonly data: ChartData;
  /** As a table of the same figures. */
  readonly asTable: boolean;
  readonly onAsTable: (asTable: boolean) => void;
  /** Newer figures are on their way. */
  readonly stale?: boolean;
}

/** Bars over time, stacked; its code is loaded when the first one is shown, into a space of the same height. */
export function Chart(props: ChartProps) {
  return (
    <Suspense fallback={<div className={classes.frame} data-coming aria-hidden />}>
      <StackedBars {...props} />
    </Suspense>
  );
}

interface ChartSkeletonProps {
  /** What is on its way, for those who do not see it. */
  readonly label: string;
}

/** The space of a chart whose figures are on their way. */
export function ChartSkeleton({ label }: ChartSkeletonProps) {
  return (
    <div className={classes.frame} data-coming aria-busy="true">
      <output className="visually-hidden">{label}</output>
    </div>
  );
}
