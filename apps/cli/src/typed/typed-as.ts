import { CommandError } from "../command/command.ts";
import { lengthTyped } from "./lengths.ts";

/** What can be read from what was typed, as a schema does. */
interface Schema<Value> {
  safeParse(
    value: unknown,
  ):
    | { readonly success: true; readonly data: Value }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What people typed, where the schema has another word for it. */
const typedFor = new Map([
  ["addresses", "--address"],
  ["expiresAt", "--expires"],
  ["organizations", "--organization"],
  ["overlapSeconds", "--overlap"],
  ["scopes", "--scope"],
]);

/** `name`: of a value that is no part of another. @throws CommandError that says what is wrong with which */
export function typedAs<Value>(schema: Schema<Value>, value: unknown, name = ""): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = String(issue?.path[0] ?? name);
  const where = typedFor.get(field) ?? field;
  throw new CommandError(`${where}: ${issue?.message ?? "Not acceptable."}`, { code: "usage" });
}

/** When it expires; `null`: never, as nothing was typed. A day begins in UTC. @throws CommandError */
export function expiryTyped(typed: string | undefined, now: number): string | null {
  if (typed === undefined) return null;
  const seconds = /[mhd]$/.test(typed) ? lengthTyped(typed) : null;
  const at = seconds === null ? timeOf(typed) : now + seconds * 1_000;
  if (Number.isFinite(at) && Math.abs(at) < latest) return new Date(at).toISOString();
  const message =
    "--expires: Must be a day, a time or a length of time, such as 2027-01-31, 2027-01-31T12:00:00Z or 90d.";
  throw new CommandError(message, { code: "usage" });
}

/** Of which RFC 3339 has no later one. */
const latest = Date.UTC(10_000, 0);

function timeOf(typed: string): number {
  const [, day = ""] = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/.exec(typed) ?? [];
  // Of the 31st of February a Date makes the 3rd of March.
  const midnight = new Date(Date.parse(day));
  if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(day)) return Number.NaN;
  return Date.parse(typed);
}
