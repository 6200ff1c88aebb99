/** Whether a value is one that the contract allows in a field. */
export type Rule = (value: unknown) => boolean;

// Written a second time and by other means than the server's own schemas, from the contract's words:
// what both agree on is unlikely to be wrong.

export const oneOf =
  (...allowed: readonly unknown[]): Rule =>
  (value) =>
    allowed.includes(value);

export const nullOr =
  (rule: Rule): Rule =>
  (value) =>
    value === null || rule(value);

export const integer =
  (least: number, most: number): Rule =>
  (value) =>
    typeof value === "number" && value >= least && value <= most && value % 1 === 0;

export const listOf =
  (rule: Rule, least: number, most: number): Rule =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every(rule);

export const text =
  (most: number): Rule =>
  (value) =>
    typeof value === "string" && isSound(value) && [...value].length <= most;

/** What a person reads: counted without what nobody sees, in characters and not in halves of them. */
export const line =
  (most: number): Rule =>
  (value) =>
    note(most)(value) && charactersOf(String(value)) > 0 && !/[\n\t]/.test(seen(String(value)));

export const note =
  (most: number): Rule =>
  (value) => {
    if (typeof value !== "string" || !isSound(value)) return false;
    const shown = seen(value);
    const isPlain = [...shown].every((each) => each === "\n" || each === "\t" || !isControl(each));
    return isPlain && charactersOf(value) <= most && !reversed.some((mark) => value.includes(mark));
  };

const reversed = [..."\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"];

const isControl = (character: string) => character < " " || (character >= "\x7f" && character < "\xa0");

/** Half a character has no bytes in UTF-8. */
function isSound(value: string): boolean {
  return Buffer.from(value).toString() === value && !value.includes("\0");
}

function seen(value: string): string {
  return value.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "").trim();
}

function charactersOf(value: string): number {
  return [...seen(value.normalize("NFC"))].length;
}

const dayForm = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** RFC 3339 with a zone: a day that the calendar has, and no leap second. */
export const time: Rule = (value) => {
  const [, year, month, day, hour, minute, second] = dayForm.exec(String(value)) ?? [];
  if (typeof value !== "string" || year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  date.setUTCFullYear(Number(year));
  return (
    date.getUTCMonth() + 1 === Number(month) &&
    date.getUTCDate() === Number(day) &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60
  );
};

export type Fields = Readonly<Record<string, Rule>>;

/** No field that is not named, and none of the `required` ones missing. */
export function isRecord(value: unknown, fields: Fields, required: readonly string[] = []): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    required.every((name) => Object.hasOwn(value, name)) &&
    entries.every(([name, each]) => Object.hasOwn(fields, name) && (fields[name]?.(each) ?? false))
  );
}

export const record =
  (fields: Fields, required: readonly string[] = []): Rule =>
  (value) =>
    isRecord(value, fields, required);

/** Pairs under names of the caller's own. One that every object has already is lost on the way. */
export const pairs =
  (name: Rule, value: Rule, most: number): Rule =>
  (all) => {
    if (typeof all !== "object" || all === null || Array.isArray(all)) return false;
    const names = Object.keys(all).map(seen);
    const isSafe = names.every((each) => name(each) && each !== "__proto__");
    return (
      isSafe &&
      new Set(names).size === names.length &&
      names.length <= most &&
      Object.values(all).every(value)
    );
  };

const currencyNames = new Intl.DisplayNames("en", { type: "currency", fallback: "none" });

/** ISO 4217. */
export const currency: Rule = (value) =>
  typeof value === "string" && /^[A-Z]{3}$/.test(value) && currencyNames.of(value) !== undefined;
