import { isObject } from "./json.ts";

/** What Node and Bun call a connection that never was. A reset is not among them: it can come after the question. */
const codes: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "ConnectionRefused",
  "FailedToOpenSocket",
]);

/** Whether a fetch failed before anything was sent, as far as the runtime says so. In doubt: no. */
export function isNeverSent(error: unknown): boolean {
  // Not `instanceof Error`, which errors from another realm are not.
  if (!isObject(error)) return false;
  const { code, message, cause } = error;
  // Deno has no code, but a sentence.
  const isConnect = typeof message === "string" && message.includes("client error (Connect)");
  return codes.has(code) || isConnect || isNeverSent(cause);
}
