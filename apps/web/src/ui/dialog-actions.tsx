import type { ReactNode } from "react";
import classes from "./dialog-actions.module.css";

/** The last line of a dialog: the way out first, what it is for last. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className={classes.row}>{children}</div>;
}
