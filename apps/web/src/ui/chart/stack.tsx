import { memo } from "react";
import type { ChartSeries } from "./chart-data.ts";
import classes from "./chart.module.css";

interface StackProps {
  readonly series: readonly ChartSeries[];
  readonly slot: number;
  /** The value at the upper edge. */
  readonly top: number;
  readonly active: boolean;
}

/** One slot's layers. Boxes, because they take percentages, gaps and a least height, and need no measuring. */
export const Stack = memo(function Stack({ series, slot, top, active }: StackProps) {
  return (
    <div className={classes.slot} data-active={active || undefined}>
      {series.map(({ key, tone, values }) => {
        const value = values[slot] ?? 0;
        if (value === 0) return null;
        const style = { height: `${(value / top) * 100}%` };
        return <div key={key} className={classes.layer} data-tone={tone} style={style} />;
      })}
    </div>
  );
});
