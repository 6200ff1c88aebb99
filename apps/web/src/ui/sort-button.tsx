import { UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconSelector } from "@tabler/icons-react";
import classes from "./sort-button.module.css";

/** In which order a table's rows are. */
export interface Sorting {
  /** The column's key; `null`: that of none. */
  readonly by: string | null;
  readonly descending: boolean;
  readonly onSort: (column: string) => void;
}

interface SortButtonProps {
  readonly column: string;
  readonly sorting: Sorting;
  readonly children: string;
}

/** The head of a column that rows can be sorted by. Which way they are is said by the head's `aria-sort`. */
export function SortButton({ column, sorting, children }: SortButtonProps) {
  const sorted = sorting.by === column;
  const Arrow = sorted ? (sorting.descending ? IconArrowDown : IconArrowUp) : IconSelector;
  return (
    <>
      <UnstyledButton
        className={classes.button}
        data-sorted={sorted || undefined}
        onClick={() => sorting.onSort(column)}
      >
        {children}
        <Arrow className={classes.arrow} size={14} aria-hidden />
      </UnstyledButton>
      <span className={classes.plain}>{children}</span>
    </>
  );
}
