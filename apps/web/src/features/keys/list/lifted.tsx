import type { ReactNode } from "react";
import classes from "./lifted.module.css";

interface LiftedProps {
  readonly dimmed?: boolean;
  readonly children: ReactNode;
}

/** Above the link that covers a row, so that a pointer finds what it explains on hover. */
export function Lifted({ dimmed = false, children }: LiftedProps) {
  return (
    <span className={classes.lifted} data-dimmed={dimmed || undefined}>
      {children}
    </span>
  );
}
