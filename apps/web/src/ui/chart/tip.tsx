import { useTranslation } from "react-i18next";
import { countWords } from "../../lib/words/count-words.ts";
import { heightsOf, type ChartData } from "./chart-data.ts";
import classes from "./chart.module.css";
import { Swatch } from "./legend.tsx";

interface TipProps {
  readonly data: ChartData;
  readonly slot: number;
}

/** The figures of one slot, in the order of the stack. The slider says the same to those who do not see it. */
export function Tip({ data, slot }: TipProps) {
  const { t } = useTranslation("chart");
  const { slots, series } = data;
  const middle = ((slot + 0.5) / slots.length) * 100;
  const layers = series.filter(({ values }) => (values[slot] ?? 0) > 0);
  const side = middle > 50 ? { right: `${100 - middle}%` } : { left: `${middle}%` };
  return (
    <div className={classes.tip} data-side={middle > 50 ? "left" : "right"} style={side} aria-hidden>
      <p className={classes.tipTitle}>{slots[slot]?.title}</p>
      {layers.toReversed().map(({ key, label, tone, values }) => (
        <p key={key} className={classes.tipLine}>
          <Swatch tone={tone} />
          <span className={classes.tipLabel}>{label}</span>
          <span className={classes.figure}>{countWords(values[slot] ?? 0)}</span>
        </p>
      ))}
      {layers.length !== 1 && (
        <p className={classes.tipLine} data-total>
          <span className={classes.tipLabel}>{t("total")}</span>
          <span className={classes.figure}>{countWords(heightsOf(data)[slot] ?? 0)}</span>
        </p>
      )}
    </div>
  );
}
