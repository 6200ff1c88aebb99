import type { UsageReport } from "../api/api-types.ts";
import { wordsOf } from "../language/i18n.ts";
import { shortWords, wholeWords } from "../words/utc-words.ts";
import { requestsOf } from "./usage-count.ts";
import { groupName, type GroupUsage } from "./usage-group-name.ts";
import { startsOf, valuesAt } from "./usage-slots.ts";

type Group = "key" | "route" | "status" | "cause";

/** A chart's colours; and one layer of it, as the chart wants it. */
type Tone = (typeof tones)[number] | "rest" | "attention" | "negative";

interface Layer {
  readonly key: string;
  readonly label: string;
  readonly tone: Tone;
  readonly values: readonly number[];
}

/** From what went well upwards; what is not named here keeps the order of its size. */
const orders: Readonly<Partial<Record<Group, (a: GroupUsage, b: GroupUsage) => number>>> = {
  status: (a, b) => (a.group < b.group ? -1 : 1),
  cause: (a, b) => Number(b.group === "none") - Number(a.group === "none"),
};

const tones = ["1", "2", "3", "4", "5", "6"] as const;
/** Where a group's colour says something. */
const toneOfGroup: Readonly<Record<string, Tone>> = {
  none: "1",
  "2xx": "1",
  "3xx": "5",
  "4xx": "attention",
  "5xx": "negative",
};

/** Usage as a chart: by outcome, or the largest groups and everything else. */
export function usageChartOf(report: UsageReport, by: Group | undefined) {
  const words = wordsOf("usage");
  const { granularity } = report;
  const starts = startsOf(report);
  return {
    label: words("overTime"),
    slotName: words(`slot.${granularity}`),
    slots: starts.map((start) => ({
      key: String(start),
      label: shortWords(granularity, start),
      title: wholeWords(granularity, start),
    })),
    series: by === undefined ? byOutcome(report, starts) : byGroup(report, starts, by),
  };
}

function byOutcome({ buckets }: UsageReport, starts: readonly number[]): readonly Layer[] {
  const words = wordsOf("usage");
  const layers = [
    ["served", "1"],
    ["refused", "attention"],
    ["failed", "negative"],
  ] as const;
  return layers.map(([outcome, tone]) => ({
    key: outcome,
    label: words(outcome),
    tone,
    values: valuesAt(starts, buckets, (bucket) => bucket[outcome]),
  }));
}

function byGroup(report: UsageReport, starts: readonly number[], by: Group): readonly Layer[] {
  const shown = report.groups.slice(0, tones.length);
  const ordered = shown.toSorted(orders[by] ?? (() => 0));
  const layers = ordered.map((group, index): Layer => ({
    key: group.group,
    label: groupName(group),
    tone: toneOfGroup[group.group] ?? tones[index] ?? "rest",
    values: valuesAt(starts, group.buckets, requestsOf),
  }));
  const all = valuesAt(starts, report.buckets, requestsOf);
  const rest = all.map((value, slot) =>
    layers.reduce((left, { values }) => left - (values[slot] ?? 0), value),
  );
  if (rest.every((value) => value === 0)) return layers;
  return [...layers, { key: "rest", label: wordsOf("usage")("rest"), tone: "rest", values: rest }];
}
