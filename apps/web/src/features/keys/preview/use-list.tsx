import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./use-list.module.css";

interface Use {
  readonly key: string;
  readonly what: ReactNode;
  readonly figures: ReactNode;
}

interface UseListProps {
  readonly label: string;
  readonly uses: readonly Use[];
  /** How many there are besides, in words; `null`: none. */
  readonly more: string | null;
}

/** Some of the routes or clients that a change is about. */
export function UseList({ label, uses, more }: UseListProps) {
  if (uses.length === 0) return null;
  return (
    <div>
      <Text size="xs" c="dimmed" fw={550}>
        {label}
      </Text>
      <ul className={classes.list} aria-label={label}>
        {uses.map(({ key, what, figures }) => (
          <li key={key} className={classes.item}>
            <span className={classes.what}>{what}</span>
            <span className={classes.figures}>{figures}</span>
          </li>
        ))}
      </ul>
      {more !== null && (
        <Text size="sm" c="dimmed">
          {more}
        </Text>
      )}
    </div>
  );
}
