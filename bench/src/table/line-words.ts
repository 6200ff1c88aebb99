import { wordsOf } from "../figures.ts";
import { verdictOf, type Line } from "./line.ts";

const widths = [52, 26, 10] as const;

/** The lines as a table for people. */
export function wordsOfLines(lines: readonly Line[]): string {
  const rows = lines.map((line) => [line.name, figureIn(line), targetIn(line), verdictOf(line)]);
  return [["", "median (least–most)", "target", ""], ...rows].map(row).join("\n");
}

function figureIn({ figure, unit }: Line): string {
  return figure === null ? "–" : `${wordsOf(figure, figure.median < 100 ? 2 : 0)} ${unit}`;
}

function targetIn({ target }: Line): string {
  return target === null ? "" : `${target.at === "least" ? "≥" : "≤"} ${Number(target.value.toFixed(2))}`;
}

function row([name = "", figure = "", target = "", verdict = ""]: readonly string[]): string {
  const cells = [name.padEnd(widths[0]), figure.padStart(widths[1]), target.padStart(widths[2])];
  return `${cells.join("")}  ${verdict === "no target" ? "" : verdict}`.trimEnd();
}
