const lineEnd = "\r\n";

/** Rows as RFC 4180 has them. Spreadsheets run what looks like a formula: in front of that stands an apostrophe. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((cells) => `${cells.map(cellOf).join(",")}${lineEnd}`).join("");
}

function cellOf(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = value.replaceAll(formulaStart, "$1'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// Where decimals have a comma, a spreadsheet takes a semicolon for the end of a cell; some take the wide forms as well.
// https://owasp.org/www-community/attacks/CSV_Injection
const formulaStart = /(^(?=[\t\r\n\0])|(?:^|;)(?=[=+\-@＝＋－＠]))/g;
