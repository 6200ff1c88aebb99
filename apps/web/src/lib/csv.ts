const lineEnd = "\r\n";

/** Rows as RFC 4180 has them. Spreadsheets run what looks like a formula: in front of that stands an apostrophe. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((cells) => `${cells.map(cellOf).join(",")}${lineEnd}`).join("");
}

function cellOf(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = isRisky(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function isRisky(text: string): boolean {
  return "=+-@\t\r\n\0".includes(text.charAt(0)) && text !== "";
}
