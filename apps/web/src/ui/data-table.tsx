/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   Safari takes a table for plain boxes once its rows are not displayed as a table. */
import type { ReactNode } from "react";
import classes from "./data-table.module.css";

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** A CSS width for wide screens. */
  readonly width?: string;
  /** Where it is in a row's card on narrow screens, without its label: the heading, the last line, or the upper corner. */
  readonly place?: "title" | "actions" | "corner";
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
}

/** A table that becomes one card per row on narrow screens. The roles stay, whatever `display` says. */
export function DataTable<Row>({ label, columns, rows, rowKey, details, stale }: DataTableProps<Row>) {
  return (
    <div className={classes.frame} data-stale={stale || undefined} aria-busy={stale || undefined}>
      <table className={classes.table} role="table" aria-label={label}>
        <thead className={classes.head} role="rowgroup">
          <tr role="row">
            {columns.map(({ key, header, width, place }) => (
              <th key={key} scope="col" role="columnheader" style={{ width }}>
                {place === "actions" || place === "corner" ? (
                  <span className={classes.hidden}>{header}</span>
                ) : (
                  header
                )}
              </th>
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
