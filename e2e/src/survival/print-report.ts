import { upperBoundOf, type Report } from "./report.ts";

const mostShown = 20;

/** A report as people read it. */
export function printedReport(name: string, report: Report): string {
  if (report.skipped !== undefined) return `${name}: not proved here. ${report.skipped}`;
  const bound = upperBoundOf(report);
  const { violations, table = [] } = report;
  const facts = [
    ["promise", report.promise],
    [report.of, report.runs.toLocaleString("en")],
    [report.counted, report.operations.toLocaleString("en")],
    ["violations", violations.length.toLocaleString("en")],
    ["worst case", report.worst],
    ["upper bound", bound === null ? "none" : `${(bound * 100).toFixed(1)} % of ${report.of} (3/n, 95 %)`],
  ] as const;
  const width = Math.max(...facts.map(([label]) => label.length));
  const shown = violations.slice(0, mostShown).map((violation) => `  ✗ ${violation}`);
  const more = violations.length > mostShown ? [`  … and ${violations.length - mostShown} more`] : [];
  return [
    name,
    ...facts.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`),
    ...shown,
    ...more,
    ...linesOf(table).map((line) => `  ${line}`),
  ].join("\n");
}

function linesOf(table: NonNullable<Report["table"]>): readonly string[] {
  const [first] = table;
  if (first === undefined) return [];
  const columns = Object.keys(first);
  const rows = [columns, ...table.map((row) => columns.map((column) => String(row[column] ?? "")))];
  const widths = columns.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return [
    "",
    ...rows.map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    ),
  ];
}
