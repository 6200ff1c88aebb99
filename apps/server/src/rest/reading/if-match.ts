import type { IncomingMessage } from "node:http";
import { CatalogError } from "@katkey/catalog";
import { Problem } from "../../http/problem.ts";

/** RFC 9110, 8.8.3; and a bare number, as somebody writes it who has read `version`. */
const tag = String.raw`(?:(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"|\d+)`;
const everyTag = new RegExp(tag, "g");
/** RFC 9110, 5.6.1: a list may have empty members. */
const tagList = new RegExp(String.raw`^[\t ,]*${tag}(?:[\t ]*,[\t ,]*${tag})*[\t ,]*$`);

/** As an answer writes it. Every other tag is none of ours, and a weak one never matches (RFC 9110, 13.1.1). */
const version = /^"?([1-9]\d{0,14})"?$/;

/**
 * Makes a change under the request's `If-Match`: only to one of the versions that it names.
 * @throws Problem `malformed_request`, `precondition_failed`
 */
export async function underCondition<Result>(
  request: IncomingMessage,
  change: (versions: readonly number[] | null) => Promise<Result>,
): Promise<Result> {
  const versions = ifMatchOf(request.headers["if-match"]);
  try {
    return await change(versions);
  } catch (cause) {
    const overtaken = cause instanceof CatalogError && cause.code === "product_changed";
    if (overtaken && versions !== null) throw preconditionFailed(cause);
    throw cause;
  }
}

function preconditionFailed(cause: CatalogError): Problem {
  const { version } = cause.facts;
  return new Problem("precondition_failed", {
    detail: `If-Match does not name version ${version}, which is stored now.`,
    members: { ...cause.facts },
    cause,
  });
}

/** `null`: any version. */
function ifMatchOf(header: string | undefined): readonly number[] | null {
  if (header === undefined || header.trim() === "*") return null;
  if (!tagList.test(header)) {
    throw new Problem("malformed_request", { detail: 'If-Match has to be *, or versions such as "3".' });
  }
  const named = Array.from(header.matchAll(everyTag), ([text]) => version.exec(text)?.[1]);
  return named.flatMap((text) => (text === undefined ? [] : [Number(text)]));
}
