import type { IncomingMessage } from "node:http";
import { Problem } from "../http/problem.ts";
import { readBytes } from "../http/read-bytes.ts";
import { assertNoErrors } from "./input.ts";
import { faultsIn } from "./json-faults.ts";
import { assertMediaType } from "./media-type.ts";
import { isNestedDeeperThan } from "./nesting.ts";

const deepest = 32;

/** The JSON object that was sent; an empty one when there is no body. @throws Problem */
export async function readBody(request: IncomingMessage): Promise<object> {
  if (!hasBody(request)) return {};
  assertMediaType(request);
  const bytes = await readBytes(request);
  return bytes.length === 0 ? {} : parseBody(bytes);
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/** Reads a body that is not empty. @throws Problem */
export function parseBody(bytes: Buffer): object {
  const text = decode(bytes);
  if (isNestedDeeperThan(deepest, text)) {
    throw new Problem("malformed_json", { detail: `The body is nested more than ${deepest} levels deep.` });
  }
  const value = parseJson(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Problem("malformed_json", { detail: "The body has to be a JSON object." });
  }
  assertNoErrors(faultsIn(text));
  return value;
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
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
