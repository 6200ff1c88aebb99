import { z } from "zod";
import { Problem, type InputError } from "../../http/problem.ts";
import { parametersIn, queryOf } from "../../http/query.ts";
import { faultOfIssue } from "../../input/fault-of-issue.ts";
import { undecodableFaultsIn } from "./undecodable.ts";

/** Enough to mend an input by; more would make the answer larger than the request. */
const mostErrors = 50;
const longestPath = 200;

/** For routes that take no query, or no body. */
export const nothing = z.strictObject({});

/** @throws Problem `validation_failed`, naming every place */
export function parseInput<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const result = schema.safeParse(value, asksForFaults);
  if (result.success) return result.data;
  throw validationFailed(firstPerPath(result.error.issues.flatMap(errorsOf)));
}

/** Where a rule has no words of its own. */
const asksForFaults: z.core.ParseContext<z.core.$ZodIssue> = {
  error: (issue) => faultOfIssue(issue).message,
  reportInput: true,
};

/** @throws Problem `validation_failed` when there is one */
export function assertNoErrors(errors: Iterable<InputError>): void {
  const found = firstPerPath(errors);
  if (found.length > 0) throw validationFailed(found);
}

function validationFailed(errors: readonly InputError[]): Problem {
  return new Problem("validation_failed", validationDetails(errors));
}

/** What is wrong if it is one thing, else in how many places. Values are never quoted. */
export function validationDetails(errors: readonly InputError[]) {
  const [first] = errors;
  if (first !== undefined && errors.length === 1) return { detail: sentenceOf(first), errors };
  const detail =
    errors.length < mostErrors
      ? `Wrong in ${errors.length} places: \`errors\` names each of them.`
      : `Wrong in ${mostErrors} places or more: \`errors\` names the first ${mostErrors}.`;
  return { detail, errors };
}

function sentenceOf({ path, message }: InputError): string {
  return path === "" ? message : `\`${path}\`: ${message}`;
}

/** A wrong type often breaks further rules; only the first thing wrong at a place is worth saying. */
function firstPerPath(errors: Iterable<InputError>): readonly InputError[] {
  const first = new Map<string, InputError>();
  for (const error of errors) {
    const path = error.path.slice(0, longestPath).toWellFormed();
    if (!first.has(path)) first.set(path, { ...error, path });
    if (first.size === mostErrors) break;
  }
  return [...first.values()];
}

/** The query as an object of texts. @throws Problem when a parameter stands there twice, or cannot be decoded */
export function parseQuery(url: string): Readonly<Record<string, string>> {
  const query = queryOf(url);
  if (query === null) return {};
  const parameters = parametersIn(query);
  assertNoErrors([
    ...repeatedOf(parameters.keys()).map((path) => ({ path, ...standsTwice })),
    ...undecodableFaultsIn(query),
  ]);
  return Object.fromEntries(parameters);
}

const standsTwice = { message: "The parameter stands there more than once.", code: "repeated" } as const;

function repeatedOf(names: Iterable<string>): readonly string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const name of names) (seen.has(name) ? repeated : seen).add(name);
  return [...repeated];
}

function errorsOf(issue: z.core.$ZodIssue): readonly InputError[] {
  const fault = faultOfIssue(issue);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...issue.path, key].join("."), ...fault }));
  }
  const message = fault.code === "missing" ? fault.message : issue.message;
  return [{ path: issue.path.join("."), message, code: fault.code }];
}
