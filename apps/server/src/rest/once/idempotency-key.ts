import type { IncomingHttpHeaders } from "node:http";
import { Problem } from "../../http/problem.ts";

const longest = 255;

/** A Structured Field's string (RFC 9651, 3.3.3), as draft-ietf-httpapi-idempotency-key-header has it. */
const quoted = /^"((?:[ !#-[\]-~]|\\["\\])*)"$/;

/** The bare text that most clients send. */
const bare = /^[!#-~][!-~]*$/;

/** The value of `Idempotency-Key`, without quotes; `null` when there is none. @throws Problem `idempotency_key_invalid` */
export function idempotencyKeyOf(headers: IncomingHttpHeaders): string | null {
  const sent = headers["idempotency-key"];
  if (sent === undefined) return null;
  const value = valueOf(String(sent));
  if (value !== null && value.length >= 1 && value.length <= longest) return value;
  throw new Problem("idempotency_key_invalid");
}

function valueOf(sent: string): string | null {
  if (bare.test(sent)) return sent;
  return quoted.exec(sent)?.[1]?.replaceAll(/\\(["\\])/g, "$1") ?? null;
}
