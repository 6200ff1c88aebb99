import pino, { type DestinationStream, type Logger } from "pino";

export const logLevels = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const;

export type LogLevel = (typeof logLevels)[number];

export type Log = Logger;

const secretNames = ["authorization", "cookie", "set-cookie", "token", "password", "secret", "link"];

// Pino matches names at the depth that is written here, so each is named at three depths.
const redacted = secretNames.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]);

/** JSON lines on the standard output. What must not be in a log is taken out here, whoever logs it. */
export function createLog(level: LogLevel, destination: DestinationStream = linesTo(1)): Log {
  return pino({ level, base: null, redact: { paths: redacted, censor: "[redacted]" } }, destination);
}

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

/** A URL as it may be logged: nobody knows what somebody put into a query. */
export function loggedUrl(url: string | undefined): string {
  return url?.split(/[?#]/, 1)[0] ?? "";
}
