import type { ReactNode } from "react";
import classes from "./filter-bar.module.css";

interface FilterBarProps {
  /** What is filtered. */
  readonly label: string;
  /** The field that is typed into. */
  readonly text: ReactNode;
  /** Those that are chosen from. */
  readonly children: ReactNode;
}

/** What a list is narrowed by, in one row where there is room. */
export function FilterBar({ label, text, children }: FilterBarProps) {
  return (
    <search className={classes.bar} aria-label={label}>
      <div className={classes.text}>{text}</div>
      {children}
    </search>
  );
}
