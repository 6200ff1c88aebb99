import pino, { type DestinationStream, type Logger } from "pino";
import { linesTo } from "./lines-to.ts";

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

/** A URL as it may be logged: nobody knows what somebody put into a query. */
export function loggedUrl(url: string | undefined): string {
  return url?.split(/[?#]/, 1)[0] ?? "";
}
