/**
 * A body that the runtime cannot send again by itself. Deno does that with a text, without saying so, when a connection
 * that it kept turns out to be closed, although the question may have arrived; with a Blob it does not.
 */
export function bodyOnce(text: string): string | Blob {
  return "Deno" in globalThis ? new Blob([text]) : text;
}
