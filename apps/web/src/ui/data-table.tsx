/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   Safari takes a table for plain boxes once its rows are not displayed as a table. */
import type { ReactNode } from "react";
import classes from "./data-table.module.css";
import { SortButton, type Sorting } from "./sort-button.tsx";

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** A CSS width for wide screens. */
  readonly width?: string;
  /** Where it is in a row's card on narrow screens, without its label: the heading, the last line, or the upper corner. */
  readonly place?: "title" | "actions" | "corner";
  /** The rows can be put in the order of this column. */
  readonly sortable?: boolean;
}

interface DataTableProps<Row> {
  /** What the table holds, for those who do not see it. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  /** More about a row, in a line of its own under it; `null` while it is closed. */
  readonly details?: (row: Row) => ReactNode;
  /** Newer rows are on their way. */
  readonly stale?: boolean;
  /** For tables with sortable columns. Narrow screens show no heads: there the page needs a control of its own. */
  readonly sorting?: Sorting;
}

/** A table that becomes one card per row on narrow screens. The roles stay, whatever `display` says. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, details, stale, sorting } = props;
  return (
    <div className={classes.frame} data-stale={stale || undefined} aria-busy={stale || undefined}>
      <table className={classes.table} role="table" aria-label={label}>
        <thead className={classes.head} role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <ColumnHead key={column.key} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <TableRow key={rowKey(row)} columns={columns} row={row} details={details?.(row) ?? null} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ColumnHeadProps<Row> {
  readonly column: Column<Row>;
  readonly sorting: Sorting | undefined;
}

function ColumnHead<Row>({ column, sorting }: ColumnHeadProps<Row>) {
  const { key, header, width, place, sortable = false } = column;
  const hidden = place === "actions" || place === "corner";
  const sorted = sorting?.by === key ? (sorting.descending ? "descending" : "ascending") : undefined;
  return (
    <th scope="col" role="columnheader" style={{ width }} aria-sort={sorted}>
      {hidden && <span className={classes.hidden}>{header}</span>}
      {!hidden && sortable && sorting !== undefined && (
        <SortButton column={key} sorting={sorting}>
          {header}
        </SortButton>
      )}
      {!hidden && !(sortable && sorting !== undefined) && header}
    </th>
  );
}

interface TableRowProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
  readonly details: ReactNode;
}

function TableRow<Row>({ columns, row, details }: TableRowProps<Row>) {
  return (
    <>
      <tr className={classes.row} role="row" data-open={details !== null || undefined}>
        {columns.map(({ key, header, cell, place }) => (
          <td key={key} role="cell" data-label={header} data-place={place}>
            <div className={classes.cell}>{cell(row)}</div>
          </td>
        ))}
      </tr>
      {details !== null && (
        <tr className={classes.details} role="row">
          <td role="cell" colSpan={columns.length}>
            {details}
          </td>
        </tr>
      )}
    </>
  );
}
