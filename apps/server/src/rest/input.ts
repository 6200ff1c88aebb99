import { z } from "zod";
import { Problem, type InputError } from "../http/problem.ts";

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
  return errors.filter(({ path }, index) => errors.findIndex((other) => other.path === path) === index);
}

/** The query as an object of texts. @throws Problem when a parameter stands there twice */
export function parseQuery(url: string): Readonly<Record<string, string>> {
  const parameters = new URLSearchParams(url.split("?", 2)[1] ?? "");
  const names = [...parameters.keys()];
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  if (repeated.size === 0) return Object.fromEntries(parameters);
  const message = "The parameter stands there more than once.";
  const errors = [...repeated].map((path) => ({ path, message, code: "repeated" }));
  throw new Problem("validation_failed", { errors });
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
