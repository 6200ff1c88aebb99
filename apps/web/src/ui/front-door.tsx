import { Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";
import { Brand } from "./brand.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import classes from "./front-door.module.css";

interface FrontDoorProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly children: ReactNode;
  /** Under the card: the other way in. */
  readonly footer?: ReactNode;
}

/** The frame of the pages that need no sign-in. */
export function FrontDoor({ title, description, children, footer }: FrontDoorProps) {
  useDocumentTitle(`${title} · Katkey`);
  return (
    <main className={classes.page}>
      <div className={classes.column}>
        <div className={classes.brand}>
          <Brand />
        </div>
        <div className={classes.card}>
          <Title order={1} size="h2">
            {title}
          </Title>
          {description !== undefined && (
            <Text c="dimmed" component="div" mt={4}>
              {description}
            </Text>
          )}
          <div className={classes.content}>{children}</div>
        </div>
        {footer !== undefined && <div className={classes.footer}>{footer}</div>}
        <LanguageSwitch />
      </div>
    </main>
  );
}
