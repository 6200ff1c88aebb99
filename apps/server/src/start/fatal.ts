import type { Log } from "../log.ts";

/**
 * After an error that nobody caught, the process is in a state that nobody knows:
 * it is logged, and the process ends, to be started anew by whatever watches it.
 */
export function exitOnUncaughtErrors(log: Log): void {
  let ending = false;
  const end = (error: unknown) => {
    if (!ending) log.fatal({ err: error }, "uncaught error");
    ending = true;
    process.exit(1);
  };
  process.on("uncaughtException", end);
  process.on("unhandledRejection", end);
}
