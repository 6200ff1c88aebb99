import type { ChartSeries, ChartTone } from "./chart-data.ts";
import classes from "./chart.module.css";

/** What each layer is, from the bottom up. */
export function Legend({ series }: { readonly series: readonly ChartSeries[] }) {
  return (
    <ul className={classes.legend}>
      {series.map(({ key, label, tone }) => (
        <li key={key} className={classes.legendItem}>
          <Swatch tone={tone} />
          <span className={classes.legendLabel}>{label}</span>
        </li>
      ))}
    </ul>
  );
}

export function Swatch({ tone }: { readonly tone: ChartTone }) {
  return <span className={classes.swatch} data-tone={tone} aria-hidden />;
}
