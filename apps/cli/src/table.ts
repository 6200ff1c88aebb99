/** Columns for people: as wide as what stands in them. */
export function tableOf(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    rows.reduce((width, row) => Math.max(width, (row[at] ?? "").length), 0),
  );
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** Rows, or a sentence where there is none. */
export function listed(rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 0 ? ["There are none."] : tableOf(rows);
}
