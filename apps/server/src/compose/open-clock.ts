import { ClockError, createSteadyClock, type SteadyClock } from "@katkey/keys";
import { createSqliteClockMarks } from "@katkey/keys/sqlite";
import type { Clock } from "../services.ts";
import { StartError } from "../start/start-error.ts";
import type { OpenFiles } from "./open-files.ts";

/** The clock that everything is judged by. @throws StartError when the machine's cannot be believed */
export function openClock(machine: Clock, { database }: Pick<OpenFiles, "database">) {
  const marks = createSqliteClockMarks(database);
  return { marks, clock: steadyClock(machine, marks.find()) };
}

/** @throws StartError */
export function steadyClock(machine: Clock, mark: Parameters<typeof createSteadyClock>[1]): SteadyClock {
  try {
    return createSteadyClock(machine, mark);
  } catch (cause) {
    if (!(cause instanceof ClockError)) throw cause;
    throw new StartError(cause.message, { cause });
  }
}
