import { z } from "zod";
import { Problem, type InputError } from "../http/problem.ts";
import { parametersIn, queryOf } from "../http/query.ts";

/** Enough to mend an input by; more would make the answer larger than the request. */
const mostErrors = 50;

/** For routes that take no query, or no body. */
export const nothing = z.strictObject({});

/** @throws Problem `validation_failed`, naming every place */
export function parseInput<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Problem("validation_failed", { errors: firstPerPath(result.error.issues.flatMap(errorsOf)) });
}

/** A wrong type often breaks further rules; only the first thing wrong at a place is worth saying. */
function firstPerPath(errors: readonly InputError[]): readonly InputError[] {
  const first = new Map<string, InputError>();
  for (const error of errors) if (!first.has(error.path)) first.set(error.path, error);
  return [...first.values()].slice(0, mostErrors);
}

/** The query as an object of texts. @throws Problem when a parameter stands there twice */
export function parseQuery(url: string): Readonly<Record<string, string>> {
  const parameters = parametersIn(queryOf(url) ?? "");
  const repeated = repeatedOf(parameters.keys());
  if (repeated.length === 0) return Object.fromEntries(parameters);
  const message = "The parameter stands there more than once.";
  const errors = repeated.slice(0, mostErrors).map((path) => ({ path, message, code: "repeated" }));
  throw new Problem("validation_failed", { errors });
}

function repeatedOf(names: Iterable<string>): readonly string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const name of names) (seen.has(name) ? repeated : seen).add(name);
  return [...repeated];
}

function errorsOf(issue: z.core.$ZodIssue): readonly InputError[] {
  const path = issue.path.join(".");
  if (issue.code !== "unrecognized_keys") return [{ path, message: issue.message, code: issue.code }];
  const message = "There is no such field.";
  return issue.keys.map((key) => ({
    path: [...issue.path, key].join("."),
    message,
    code: "unknown_field",
  }));
}
