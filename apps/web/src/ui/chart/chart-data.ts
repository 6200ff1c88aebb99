/** Colours that can be told from each other and from the surface in both themes; each has a texture, too. */
export type ChartTone = "1" | "2" | "3" | "4" | "5" | "6" | "rest" | "attention" | "negative";

/** One place on the axis: an hour, a day, whatever is counted over. */
export interface ChartSlot {
  readonly key: string;
  /** Under the axis, so short. */
  readonly label: string;
  /** In full. */
  readonly title: string;
}

/** What is stacked: one layer, with a value for each slot. */
export interface ChartSeries {
  readonly key: string;
  readonly label: string;
  readonly tone: ChartTone;
  readonly values: readonly number[];
}

export interface ChartData {
  /** What the chart shows, for those who do not see it. */
  readonly label: string;
  /** What a slot is: "Day". */
  readonly slotName: string;
  readonly slots: readonly ChartSlot[];
  /** From the bottom up. */
  readonly series: readonly ChartSeries[];
}

/** The height of each slot's whole stack. */
export function heightsOf({ slots, series }: Pick<ChartData, "slots" | "series">): readonly number[] {
  return slots.map((_, slot) => series.reduce((sum, { values }) => sum + (values[slot] ?? 0), 0));
}
