import { countWords } from "../../lib/words/count-words.ts";
import { inLanguage, wordsOf } from "../../lib/language/i18n.ts";
import { heightsOf, type ChartData } from "./chart-data.ts";

const enumeration = inLanguage((tag) => new Intl.ListFormat(tag, { type: "unit", style: "short" }));

/** "3 November: 120 in total, Served 118, Failed 2": a slot as it is read aloud. */
export function slotWords(data: ChartData, slot: number): string {
  const layers = data.series
    .filter(({ values }) => (values[slot] ?? 0) > 0)
    .map(({ label, values }) => `${label} ${countWords(values[slot] ?? 0)}`);
  const total = wordsOf("chart")("inTotal", { value: countWords(heightsOf(data)[slot] ?? 0) });
  return `${data.slots[slot]?.title}: ${enumeration().format([total, ...layers])}`;
}
