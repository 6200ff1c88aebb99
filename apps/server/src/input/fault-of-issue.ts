import type { z } from "zod";
import type { InputError } from "../http/problem.ts";
import { isInputFaultCode } from "../http/problems/input-faults.ts";

type Issue = z.core.$ZodIssue | z.core.$ZodRawIssue;
type Fault = Omit<InputError, "path">;

/** What zod found, as callers learn it: its own words and codes are its own business, and change with it. */
export function faultOfIssue(issue: Issue): Fault {
  // Neither JSON nor a query can say it: nothing was sent.
  if (issue.input === undefined) return { code: "missing", message: "Is missing." };
  return faultOfValue(issue);
}

/** The same of an issue that does not say what was sent: there is something. */
export function faultOfValue(issue: Issue): Fault {
  switch (issue.code) {
    case "custom":
      return { code: ownCodeOf(issue.params), message: "Is not allowed." };
    case "invalid_type":
      return { code: "wrong_type", message: `Must be ${nounOf[issue.expected] ?? "of another type"}.` };
    case "invalid_value":
      return { code: "not_one_of", message: `Must be one of ${issue.values.join(", ")}.` };
    case "too_small":
      return tooSmall(issue.origin, Number(issue.minimum));
    case "too_big":
      return tooLarge(issue.origin, Number(issue.maximum));
    case "invalid_format":
      return { code: "malformed", message: `Must be ${formOf[issue.format] ?? "of another form"}.` };
    case "unrecognized_keys":
      return { code: "unknown_field", message: "There is no such field." };
    default:
      return { code: "malformed", message: "Must be of another form." };
  }
}

/** How long a text, or how large a number may be: what a sentence about the fault has to name. */
export function limitOfIssue(issue: Issue): number | null {
  switch (issue.code) {
    case "custom":
      return typeof issue.params?.["limit"] === "number" ? issue.params["limit"] : null;
    case "too_small":
      return partOf[issue.origin] === undefined || issue.origin === "string" ? Number(issue.minimum) : null;
    case "too_big":
      return partOf[issue.origin] === undefined || issue.origin === "string" ? Number(issue.maximum) : null;
    default:
      return null;
  }
}

/** As `refusing` hands it to a rule of our own. */
function ownCodeOf(params: Readonly<Record<string, unknown>> = {}) {
  const { code } = params;
  return isInputFaultCode(code) ? code : "not_allowed";
}

const nounOf: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  null: "null",
  array: "a list",
  object: "an object",
  record: "an object",
};

const formOf: Readonly<Record<string, string>> = {
  datetime: "a time in RFC 3339, such as 2027-12-31T23:59:59Z",
  date: "a date, such as 2027-12-31",
};

const partOf: Readonly<Record<string, readonly [one: string, several: string]>> = {
  string: ["character", "characters"],
  array: ["entry", "entries"],
};

function tooSmall(origin: string, least: number): Fault {
  const parts = partOf[origin];
  if (parts === undefined) return { code: "too_small", message: `Must be at least ${least}.` };
  return { code: "too_short", message: `At least ${counted(least, parts)}.` };
}

function tooLarge(origin: string, most: number): Fault {
  const parts = partOf[origin];
  if (parts === undefined) return { code: "too_large", message: `Must be at most ${most}.` };
  return { code: "too_long", message: `At most ${counted(most, parts)}.` };
}

function counted(count: number, [one, several]: readonly [string, string]): string {
  return `${count} ${count === 1 ? one : several}`;
}
