import type { chart as english } from "../en/chart.ts";
import type { Translated } from "../translated.ts";

export const chart: Translated<typeof english> = {
  showAs: "Vis som",
  chart: "Diagram",
  table: "Tabel",
  total: "I alt",
  tableOf: "{{label}} som tabel",
  slider: "{{label}}: vælg med piletasterne",
  inTotal: "{{value}} i alt",
};
