import type { ReactNode } from "react";
import classes from "./card.module.css";

/** A framed surface, the same as a table's. */
export function Card({ children }: { readonly children: ReactNode }) {
  return <div className={classes.card}>{children}</div>;
}
