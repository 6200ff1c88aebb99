import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./empty-state.module.css";

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  /** True where nothing else heads the page. */
  readonly headsPage?: boolean;
  /** What would be here, and how it gets here. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ icon, title, headsPage = false, children, action }: EmptyStateProps) {
  return (
    <div className={classes.frame}>
      <Stack align="center" gap="xs" maw={440}>
        <div className={classes.icon} aria-hidden>
          {icon}
        </div>
        <Title order={headsPage ? 1 : 2} size="h4" ta="center">
          {title}
        </Title>
        <Text c="dimmed" ta="center" component="div">
          {children}
        </Text>
        {action && <div className={classes.action}>{action}</div>}
      </Stack>
    </div>
  );
}
