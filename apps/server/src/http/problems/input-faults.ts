/** What can be wrong at a place of the input, and what that means. Closed: codes never change their meaning. */
export const inputFaults = {
  missing: "It has to be there.",
  wrong_type: "It is of another type than this place takes, such as text for a number.",
  not_one_of: "It is none of the values that the message lists.",
  too_short: "A text or list that is shorter than allowed, or empty.",
  too_long: "A text, list or object with more in it than allowed.",
  too_small: "A number or time below what is allowed.",
  too_large: "A number or time beyond what is allowed.",
  malformed: "Text that is not written as it has to be, such as a time or a currency.",
  not_allowed: "It has something in it that is refused, such as control characters or an API key's token.",
  unknown_field: "There is no such field or parameter. Look for a typing error in its name.",
  repeated: "It stands there more than once.",
  broken_text: "It has half a character, NUL or a broken percent-encoding in it.",
  inexact_number: "A number that no program keeps as it is written.",
} as const satisfies Record<string, string>;

export type InputFaultCode = keyof typeof inputFaults;

export const inputFaultCodes = Object.keys(inputFaults).filter(isInputFaultCode);

export function isInputFaultCode(value: unknown): value is InputFaultCode {
  return typeof value === "string" && Object.hasOwn(inputFaults, value);
}
