import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./panel.module.css";

interface PanelProps {
  readonly title: string;
  /** For links that lead here. */
  readonly id?: string;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A named part of a page. */
export function Panel({ title, id, description, actions, children }: PanelProps) {
  return (
    <section className={classes.panel} id={id} aria-label={title}>
      <header className={classes.header}>
        <div className={classes.words}>
          <Title order={2} size="h4">
            {title}
          </Title>
          {description !== undefined && (
            <Text c="dimmed" component="div" maw="65ch">
              {description}
            </Text>
          )}
        </div>
        {actions}
      </header>
      {children}
    </section>
  );
}
