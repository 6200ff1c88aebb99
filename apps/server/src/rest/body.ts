import type { IncomingMessage } from "node:http";
import { Problem } from "../http/problem.ts";
import { readBytes } from "../http/read-bytes.ts";
import { isNestedDeeperThan } from "./nesting.ts";

const deepest = 32;

const json = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/** The JSON object that was sent; an empty one when there is no body. @throws Problem */
export async function readBody(request: IncomingMessage): Promise<object> {
  if (!hasBody(request)) return {};
  assertMediaType(request);
  const text = decode(await readBytes(request));
  return text.trim() === "" ? {} : parse(text);
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

function assertMediaType({ headers }: IncomingMessage): void {
  const encoding = headers["content-encoding"];
  const plain = encoding === undefined || encoding.toLowerCase() === "identity";
  if (plain && json.test(headers["content-type"] ?? "")) return;
  throw new Problem("unsupported_media_type", { headers: { Accept: "application/json" } });
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new Problem("malformed_json", { detail: "The body is not UTF-8.", cause });
  }
}

function parse(text: string): object {
  if (isNestedDeeperThan(deepest, text)) {
    throw new Problem("malformed_json", { detail: `The body is nested more than ${deepest} levels deep.` });
  }
  const value = parseJson(text);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new Problem("malformed_json", { detail: "The body has to be a JSON object." });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    // Not the parser's own words: they quote the body.
    throw new Problem("malformed_json", { detail: "The body is not valid JSON.", cause });
  }
}
