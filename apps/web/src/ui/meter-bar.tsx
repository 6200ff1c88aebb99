import classes from "./meter-bar.module.css";

interface MeterBarProps {
  readonly value: number;
  /** Up to where nothing is too much; marked when more is shown. */
  readonly full: number;
  /** Where it is heading. */
  readonly expected: number;
}

/** How full something is, what has run over, and where it is heading. For the eye alone: say the same in words. */
export function MeterBar({ value, full, expected }: MeterBarProps) {
  const most = Math.max(value, full, expected, 1);
  const widthOf = (part: number) => ({ width: `${(part / most) * 100}%` });
  return (
    <div className={classes.frame} aria-hidden>
      <div className={classes.track}>
        <span className={classes.used} style={widthOf(Math.min(value, full))} />
        <span className={classes.over} style={widthOf(Math.max(0, value - full))} />
        <span className={classes.expected} style={widthOf(Math.max(0, expected - value))} />
      </div>
      {full < most && full > 0 && (
        <span className={classes.mark} style={{ left: `${(full / most) * 100}%` }} />
      )}
    </div>
  );
}
