/** What Node and Bun call a connection that never was. A reset is not among them: it can come after the question. */
const codes = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "ConnectionRefused",
  "FailedToOpenSocket",
]);

/** Whether a fetch failed before anything was sent, as far as the runtime says so. In doubt: no. */
export function isNeverSent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string" && codes.has(error.code)) return true;
  // Deno has no code, but a sentence.
  if (error.message.includes("client error (Connect)")) return true;
  return error.cause !== undefined && isNeverSent(error.cause);
}
