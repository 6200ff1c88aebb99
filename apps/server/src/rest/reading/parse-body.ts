import { Problem } from "../../http/problem.ts";
import { assertNoErrors } from "./input.ts";
import { faultsIn } from "./json-faults.ts";
import { isNestedDeeperThan, mayNestDeeperThan } from "./nesting.ts";
import { isPlain } from "./plain-json.ts";

const deepest = 32;

/** The JSON object that bytes hold. @throws Problem `malformed_json`, `validation_failed` */
export function parseBody(bytes: Buffer): object {
  const text = decode(bytes);
  if (mayNestDeeperThan(deepest, text) && isNestedDeeperThan(deepest, text)) {
    throw new Problem("malformed_json", { detail: `The body is nested more than ${deepest} levels deep.` });
  }
  const value = parseJson(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Problem("malformed_json", { detail: "The body has to be a JSON object." });
  }
  if (!isPlain(text, value)) assertNoErrors(faultsIn(text));
  return value;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new Problem("malformed_json", { detail: "The body is not UTF-8.", cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    // Not the parser's own words: they quote the body.
    throw new Problem("malformed_json", { detail: "The body is not valid JSON.", cause });
  }
}
