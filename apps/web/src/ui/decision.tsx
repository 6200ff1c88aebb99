import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./decision.module.css";

interface DecisionProps {
  readonly name: string;
  /** Beside the name: how it is now, at a glance. */
  readonly aside?: ReactNode;
  /** How it is now, in words. */
  readonly means: string;
  /** The way to change it. */
  readonly children: ReactNode;
}

/** Something that somebody decided, as it is now; one of several in a card. */
export function Decision({ name, aside, means, children }: DecisionProps) {
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <Text fw={550} component="div" className={classes.name}>
          {name} {aside}
        </Text>
        <Text c="dimmed">{means}</Text>
      </div>
      {children}
    </div>
  );
}
