/** What every chart says. */
export const chart = {
  showAs: "Show as",
  chart: "Chart",
  table: "Table",
  total: "Total",
  tableOf: "{{label}}, as a table",
  slider: "{{label}}: choose with the arrow keys",
  inTotal: "{{value}} in total",
} as const;
