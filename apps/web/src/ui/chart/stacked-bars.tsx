import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ChartData } from "./chart-data.ts";
import { ChartTable } from "./chart-table.tsx";
import classes from "./chart.module.css";
import { Legend } from "./legend.tsx";
import { Plot } from "./plot.tsx";

interface StackedBarsProps {
  readonly data: ChartData;
  readonly asTable: boolean;
  readonly onAsTable: (asTable: boolean) => void;
  readonly stale?: boolean;
}

export function StackedBars({ data, asTable, onAsTable, stale }: StackedBarsProps) {
  const { t } = useTranslation("chart");
  return (
    <figure className={classes.frame} data-stale={stale || undefined} aria-label={data.label}>
      <div className={classes.bar}>
        <Legend series={data.series} />
        <SegmentedControl
          className={classes.switch}
          size="xs"
          aria-label={t("showAs")}
          value={asTable ? "table" : "chart"}
          onChange={(value) => onAsTable(value === "table")}
          data={[
            { value: "chart", label: t("chart") },
            { value: "table", label: t("table") },
          ]}
        />
      </div>
      {asTable ? (
        <ChartTable data={data} />
      ) : (
        <>
          <Plot data={data} />
          <div className="visually-hidden">
            <ChartTable data={data} />
          </div>
        </>
      )}
    </figure>
  );
}
