import type { ReactNode } from "react";
import classes from "./status-badge.module.css";

export type Tone = "positive" | "attention" | "negative" | "accent" | "neutral";

interface StatusBadgeProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  /** Without the dot it is a plain tag. */
  readonly dot?: boolean;
}

/** The words carry the meaning; colour only helps. */
export function StatusBadge({ tone, children, dot = true }: StatusBadgeProps) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {dot && <span className={classes.dot} aria-hidden />}
      {children}
    </span>
  );
}
