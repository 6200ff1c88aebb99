import { UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./open-row-button.module.css";

interface OpenRowButtonProps {
  readonly opened: boolean;
  readonly onToggle: (opened: boolean) => void;
  /** What the row is about: names the button. */
  readonly children: ReactNode;
}

/** In a row's first cell: opens and closes the line under it. */
export function OpenRowButton({ opened, onToggle, children }: OpenRowButtonProps) {
  return (
    <UnstyledButton className={classes.button} aria-expanded={opened} onClick={() => onToggle(!opened)}>
      <bdi>{children}</bdi>
      <IconChevronRight size={15} className={classes.chevron} data-opened={opened || undefined} aria-hidden />
    </UnstyledButton>
  );
}
