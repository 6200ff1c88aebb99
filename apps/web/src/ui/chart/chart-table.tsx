import { useTranslation } from "react-i18next";
import { countWords } from "../../lib/words/count-words.ts";
import { heightsOf, type ChartData } from "./chart-data.ts";
import classes from "./chart.module.css";

/** The same figures for those who would rather read them. */
export function ChartTable({ data }: { readonly data: ChartData }) {
  const { t } = useTranslation("chart");
  const { label, slotName, slots, series } = data;
  const heights = heightsOf(data);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={t("tableOf", { label })}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{slotName}</th>
            {series.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
            {series.length > 1 && <th scope="col">{t("total")}</th>}
          </tr>
        </thead>
        <tbody>
          {slots.map(({ key, title }, slot) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              {series.map(({ key, values }) => (
                <td key={key}>{countWords(values[slot] ?? 0)}</td>
              ))}
              {series.length > 1 && <td>{countWords(heights[slot] ?? 0)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
