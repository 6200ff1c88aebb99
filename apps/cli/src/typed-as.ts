import { CommandError } from "./command/command.ts";

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

/** A day begins in UTC. */
export function timeTyped(typed: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(typed) ? `${typed}T00:00:00Z` : typed;
}
