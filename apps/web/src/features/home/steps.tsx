import { Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./steps.module.css";

/** What is to be done, one after the other. */
export function Steps({ children }: { readonly children: ReactNode }) {
  return <ol className={classes.steps}>{children}</ol>;
}

interface StepProps {
  readonly title: string;
  readonly done: boolean;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

export function Step({ title, done, children, action }: StepProps) {
  return (
    <li className={classes.step} data-done={done || undefined}>
      <span className={classes.mark} aria-hidden>
        {done && <IconCheck size={16} stroke={2.4} />}
      </span>
      <div className={classes.words}>
        <Text fw={600}>{title}</Text>
        <Text c="dimmed" component="div" maw="60ch">
          {children}
        </Text>
      </div>
      {action}
    </li>
  );
}
