import { readableInLine } from "../command/readable.ts";

type Rows = readonly (readonly string[])[];

const gap = "  ";

/** Columns for people: as wide as what stands in them. */
export function tableOf(rows: Rows): readonly string[] {
  const widths = widthsOf(rows);
  return rows.map((row) => lineOf(row, widths));
}

/**
 * Rows, or a sentence where there is none. `columns`: of a terminal, in which a row that is too wide goes on below
 * itself; `null`: whoever reads is a program, or scrolls.
 */
export function listed(told: Rows, columns: number | null): readonly string[] {
  if (told.length === 0) return ["There are none."];
  const rows = told.map((row) => row.map(readableInLine));
  const parts = partsOf(widthsOf(rows), columns ?? Number.POSITIVE_INFINITY);
  const [first] = parts;
  return rows.flatMap((row) =>
    parts
      .map((part) => `${part === first ? "" : gap}${lineOf(row.slice(part.from), part.widths)}`)
      .filter((line) => line.trim() !== ""),
  );
}

interface Part {
  readonly from: number;
  readonly widths: readonly number[];
}

/** As many columns on a line as there is room for, and at least one. */
function partsOf(widths: readonly number[], room: number): readonly Part[] {
  const parts: Part[] = [];
  for (const [at, width] of widths.entries()) {
    const last = parts.at(-1);
    const before = last?.widths ?? [];
    const taken = before.reduce((sum, one) => sum + one + gap.length, parts.length > 1 ? gap.length : 0);
    if (last !== undefined && taken + width <= room) {
      parts[parts.length - 1] = { from: last.from, widths: [...before, width] };
    } else parts.push({ from: at, widths: [width] });
  }
  return parts;
}

function widthsOf(rows: Rows): readonly number[] {
  return (rows[0] ?? []).map((_, at) =>
    rows.reduce((width, row) => Math.max(width, widthOf(row[at] ?? "")), 0),
  );
}

function lineOf(row: readonly string[], widths: readonly number[]): string {
  return widths
    .map((width, at) => `${row[at] ?? ""}${" ".repeat(Math.max(0, width - widthOf(row[at] ?? "")))}`)
    .join(gap)
    .trimEnd();
}

const letters = new Intl.Segmenter();

/** What a terminal shows in the room of two letters. */
const isWide =
  /\p{Emoji_Presentation}|\u{fe0f}|[\u{1100}-\u{115f}\u{2e80}-\u{a4cf}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe6f}\u{ff00}-\u{ff60}\u{20000}-\u{3fffd}]/u;

function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  return [...letters.segment(text)].reduce((sum, { segment }) => sum + (isWide.test(segment) ? 2 : 1), 0);
}
