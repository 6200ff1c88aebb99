import { Group, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";
import classes from "./page-header.module.css";

interface PageHeaderProps {
  /** Also the tab's title; never a secret. */
  readonly title: string;
  /** Beside the title, such as a badge. */
  readonly aside?: ReactNode;
  /** One sentence: what this page is for. */
  readonly description?: ReactNode;
  /** Above the title: the way back. */
  readonly back?: ReactNode;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
}

export function PageHeader({ title, aside, description, back, actions }: PageHeaderProps) {
  useDocumentTitle(`${title} · Katkey`);
  return (
    <header className={classes.header}>
      {back !== undefined && <div className={classes.back}>{back}</div>}
      <div className={classes.row}>
        <Stack gap={4} miw={0}>
          <Group gap="sm" wrap="wrap">
            <Title order={1} className={classes.title}>
              {title}
            </Title>
            {aside}
          </Group>
          {description !== undefined && (
            <Text c="dimmed" size="md" maw="65ch" component="div">
              {description}
            </Text>
          )}
        </Stack>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </div>
    </header>
  );
}
