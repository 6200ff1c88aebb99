import type { ExportedEntry } from "../../lib/api-types.ts";
import { csvOf } from "../../lib/csv.ts";

export type ExportFormat = "csv" | "jsonl";

/** For programs, and so the same in every language. */
const columns = [
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
] as const;

export const exportTypes = {
  csv: "text/csv;charset=utf-8",
  jsonl: "application/jsonl;charset=utf-8",
} as const satisfies Record<ExportFormat, string>;

export function exportHead(format: ExportFormat): string {
  return format === "csv" ? csvOf([columns]) : "";
}

/** A line each. As JSON an entry is what its hash is over, and the hash. */
export function exportLines(format: ExportFormat, entries: readonly ExportedEntry[]): string {
  return format === "csv"
    ? csvOf(entries.map(cellsOf))
    : entries.map((entry) => `${lineOf(entry)}\n`).join("");
}

/** Some readers take these two for the end of a line. */
function lineOf(entry: ExportedEntry): string {
  return JSON.stringify(entry).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

function cellsOf({ seq, at, actor, action, object, ...rest }: ExportedEntry): readonly (string | number)[] {
  const { address, requestId, before, after, previousHash, hash } = rest;
  return [
    seq,
    new Date(at).toISOString(),
    actor.type,
    actor.id ?? "",
    actor.label,
    action,
    object.type,
    object.id,
    object.label,
    address ?? "",
    requestId ?? "",
    cellOf(before),
    cellOf(after),
    previousHash,
    hash,
  ];
}

function cellOf(value: unknown): string {
  return value === null ? "" : JSON.stringify(value);
}
