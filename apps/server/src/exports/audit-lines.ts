import type { AuditEntry, ExportFormat } from "@katkey/keys";
import { csvOf } from "./csv.ts";

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

/** What the file begins with. */
export function exportHead(format: ExportFormat): string {
  return format === "csv" ? csvOf([columns]) : "";
}

/** A line each. As JSON an entry is what its hash is over, and the hash. */
export function exportLines(format: ExportFormat, entries: readonly AuditEntry[]): string {
  return format === "csv"
    ? csvOf(entries.map(cellsOf))
    : entries.map((entry) => `${lineOf(entry)}\n`).join("");
}

/** Some readers take these two for the end of a line. */
function lineOf(entry: AuditEntry): string {
  return JSON.stringify(entry).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

const latest = 8.64e15;

/** RFC 3339; what is no time, because somebody has changed the entry, as it is: the rest must be had all the same. */
function timeOf(at: number): string {
  return Math.abs(at) <= latest ? new Date(at).toISOString() : String(at);
}

function cellsOf({ seq, at, actor, action, object, ...rest }: AuditEntry): readonly (string | number)[] {
  const { address, requestId, before, after, previousHash, hash } = rest;
  return [
    seq,
    timeOf(at),
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
