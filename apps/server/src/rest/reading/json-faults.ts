import type { InputError } from "../../http/problem.ts";

/** A text (with a colon: a name), a number or a mark. Takes each character of valid JSON once. */
const tokens =
  /(?<text>"[^"\\]*(?:\\.[^"\\]*)*")(?<colon>\s*:)?|(?<number>-?\d[\d.eE+-]*)|(?<mark>[{}[\],])/g;

type Token = Readonly<Record<string, string | undefined>>;

/** Where the reader stands in an object, by its names so far, or in a list. */
interface Level {
  readonly names: Set<string> | null;
  place: string | number;
}

/**
 * What `JSON.parse` passes over in silence: names that stand twice, of which it drops one; `__proto__`, which
 * whoever copies the object later loses; numbers that no double holds, which it rounds; halves of characters
 * and NUL, which a database or another language changes. `json` is text that it has parsed.
 */
export function* faultsIn(json: string): Generator<InputError> {
  const levels: Level[] = [];
  for (const { groups = {} } of json.matchAll(tokens)) {
    const level = levels.at(-1);
    if (groups["mark"] !== undefined) move(levels, groups["mark"]);
    const fault = level && groups["colon"] !== undefined ? enter(level, groups) : faultOf(groups);
    if (fault !== null) yield { path: pathTo(levels), ...fault };
  }
}

function move(levels: Level[], mark: string): void {
  const level = levels.at(-1);
  if (mark === "{") levels.push({ names: new Set(), place: "" });
  else if (mark === "[") levels.push({ names: null, place: 0 });
  else if (mark !== ",") levels.pop();
  else if (typeof level?.place === "number") level.place += 1;
}

/** No more of a path is ever shown, and names that fill the body would be copied for each fault below them. */
const longestPath = 200;

function pathTo(levels: readonly Level[]): string {
  let path = "";
  for (const [index, { place }] of levels.entries()) {
    path += index === 0 ? place : `.${place}`;
    if (path.length > longestPath) return path.slice(0, longestPath);
  }
  return path;
}

type Fault = Omit<InputError, "path">;

function enter(level: Level, token: Token): Fault | null {
  const name = textOf(token["text"] ?? "");
  level.place = name;
  if (name === "__proto__") return { message: "There is no such field.", code: "unknown_field" };
  if (level.names?.has(name)) return { message: "The field stands there more than once.", code: "repeated" };
  level.names?.add(name);
  return faultOf(token);
}

function faultOf({ text, number }: Token): Fault | null {
  if (text !== undefined && !isWhole(textOf(text))) {
    return { message: "Must not contain half a character or NUL.", code: "broken_text" };
  }
  if (number !== undefined && !isKept(number)) {
    return { message: "No program keeps this number as it is written.", code: "inexact_number" };
  }
  return null;
}

function textOf(token: string): string {
  return token.includes("\\") ? String(JSON.parse(token)) : token.slice(1, -1);
}

function isWhole(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

const mostDigits = 30;

/** Whether the double that is read is written with the same value again: 5.0 and 0.1 are, 2^53+1 and 1e400 are not. */
function isKept(number: string): boolean {
  if (/^-?\d{1,15}$/.test(number)) return true;
  return number.length <= mostDigits && valueOf(number) === valueOf(String(Number(number)));
}

/** A decimal number in the one form that its value has. */
function valueOf(number: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
  const digits = (whole + fraction).replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  const power = Number(exponent) - fraction.length + digits.length - significant.length;
  return significant === "" ? "0" : `${sign}${significant}e${power}`;
}
