import type { ReactNode } from "react";
import classes from "./mono.module.css";

/** Ids, addresses and whatever else is read letter by letter. */
export function Mono({ children }: { readonly children: ReactNode }) {
  return <code className={classes.mono}>{children}</code>;
}
