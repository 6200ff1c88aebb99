import { useElementSize } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { compactCount, countWords } from "../../lib/words/count-words.ts";
import { heightsOf, type ChartData } from "./chart-data.ts";
import classes from "./chart.module.css";
import { labelEvery, ticksOf } from "./scale.ts";
import { slotWords } from "./slot-words.ts";
import { Stack } from "./stack.tsx";
import { Tip } from "./tip.tsx";
import { useActiveSlot } from "./use-active-slot.ts";

/** Before it is measured. */
const usualWidth = 640;
const labelWidth = 64;

/** The bars. Moving over them, touching them, or the arrow keys, show the figures of a slot. */
export function Plot({ data }: { readonly data: ChartData }) {
  const { t } = useTranslation("chart");
  const { slots, series } = data;
  const { ref: measured, width } = useElementSize();
  const { active, pointing, choosing, ref } = useActiveSlot(slots.length);
  const heights = heightsOf(data);
  const ticks = ticksOf(Math.max(0, ...heights));
  const top = ticks.at(-1) ?? 1;
  const every = labelEvery(slots.length, { width: width || usualWidth, label: labelWidth });
  return (
    <div className={classes.plot}>
      <Scale ticks={ticks} top={top} />
      <div ref={measured} className={classes.area}>
        <div {...pointing} ref={ref} className={classes.slots}>
          {slots.map(({ key }, slot) => (
            <Stack key={key} series={series} slot={slot} top={top} active={slot === active} />
          ))}
          <input
            {...choosing}
            type="range"
            className={classes.range}
            min={1}
            max={slots.length}
            aria-label={t("slider", { label: data.label })}
            aria-valuetext={slotWords(data, active ?? slots.length - 1)}
          />
        </div>
        {active !== null && <Tip data={data} slot={active} />}
        <div className={classes.labels} aria-hidden>
          {slots.map(({ key, label }, slot) =>
            // Counted from the right: what is newest always has its label.
            (slots.length - 1 - slot) % every === 0 ? (
              <span key={key} style={{ left: `${((slot + 0.5) / slots.length) * 100}%` }}>
                {label}
              </span>
            ) : null,
          )}
        </div>
      </div>
    </div>
  );
}

interface ScaleProps {
  readonly ticks: readonly number[];
  readonly top: number;
}

function Scale({ ticks, top }: ScaleProps) {
  return (
    <div className={classes.scale} aria-hidden>
      {ticks.map((tick) => (
        <div key={tick} className={classes.tick} style={{ bottom: `${(tick / top) * 100}%` }}>
          <span title={countWords(tick)}>{compactCount(tick)}</span>
        </div>
      ))}
    </div>
  );
}
