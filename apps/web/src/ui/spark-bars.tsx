import classes from "./spark-bars.module.css";

/** A course in miniature, for the eye alone: whoever shows it says the figures elsewhere. */
export function SparkBars({ values }: { readonly values: readonly number[] }) {
  const top = Math.max(1, ...values);
  return (
    <span className={classes.frame} aria-hidden>
      {values.map((value, index) => (
        <span
          key={index}
          data-none={value === 0 || undefined}
          style={{ height: `${(value / top) * 100}%` }}
        />
      ))}
    </span>
  );
}
