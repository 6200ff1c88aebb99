import pino, { type DestinationStream } from "pino";

const mostKept = 1_000_000;

/**
 * Writes each line at once. One that cannot be written, because its reader is gone or its disk full, is tried again with
 * the next one, as far as there is room for them: nobody waits for a log, or ends by it.
 */
export function linesTo(fd: number): DestinationStream {
  const output = pino.destination({ fd, sync: true, maxLength: mostKept });
  // Pino's own listener throws most of them; and what it does of itself after a fatal line would try for ever.
  output.removeAllListeners("error").on("error", () => {});
  return { write: (line) => void output.write(line) };
}
