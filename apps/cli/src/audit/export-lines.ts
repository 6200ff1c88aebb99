import type { AuditEntry } from "@katkey/keys";

// Where decimals have a comma, a spreadsheet takes a semicolon for the end of a cell; some take the wide forms as well.
// https://owasp.org/www-community/attacks/CSV_Injection
const formulaStart = /(^(?=[\t\r\n\0])|(?:^|;)(?=[=+\-@＝＋－＠]))/g;

/** The file that the dashboard's export makes, byte for byte; a test compares the two. */
export const exportLines = {
  /** A line each: what the entry's hash is over, and the hash. */
  jsonl: {
    head: "",
    lineOf: (entry: AuditEntry) =>
      // Some readers take these two for the end of a line.
      `${JSON.stringify(entry).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")}\n`,
  },
  csv: {
    head: rowOf([
      "seq",
      "at",
      "actor_type",
      "actor_id",
      "actor",
      "action",
      "object_type",
      "object_id",
      "object",
      "address",
      "request_id",
      "before",
      "after",
      "previous_hash",
      "hash",
    ]),
    lineOf: (entry: AuditEntry) => rowOf(cellsOf(entry)),
  },
} as const;

function cellsOf({ seq, at, actor, action, object, ...rest }: AuditEntry): readonly string[] {
  const { address, requestId, before, after, previousHash, hash } = rest;
  const [was, is] = [before, after].map((value) => (value === null ? "" : JSON.stringify(value)));
  const who = [actor.type, actor.id ?? "", actor.label, action];
  const what = [object.type, object.id, object.label, address ?? "", requestId ?? "", was ?? "", is ?? ""];
  return [String(seq), new Date(at).toISOString(), ...who, ...what, previousHash, hash];
}

function rowOf(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

/** RFC 4180. Spreadsheets run what looks like a formula: in front of that stands an apostrophe. */
function cellOf(value: string): string {
  const text = value.replaceAll(formulaStart, "$1'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
