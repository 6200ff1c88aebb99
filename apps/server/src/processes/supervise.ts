import type { Config } from "../config.ts";
import type { Services } from "../services.ts";
import { StartError } from "../start/start-error.ts";
import { createCrew } from "./crew.ts";
import { forkWorker } from "./worker-process.ts";

interface Surroundings extends Pick<Services, "clock" | "log"> {
  readonly answer: Parameters<typeof createCrew>[0]["answer"];
}

/**
 * Keeps as many workers as the settings say, until a signal says stop; a second one ends all of them at once, with 1.
 * SIGHUP renews them. Resolves to what to exit with. @throws StartError when none comes to listen
 */
export async function supervise(
  { processes: size }: Config,
  { answer, clock, log }: Surroundings,
): Promise<number> {
  const { promise: end, resolve: exit, reject } = Promise.withResolvers<number>();
  let isStopping = false;
  const crew = createCrew({ size, fork: forkWorker, answer, monotonic: clock.monotonic, log, onHopeless });

  function onHopeless(): void {
    isStopping = true;
    const failed = new StartError(
      "The server's processes end again and again while they start: their last lines in the log say why.",
    );
    crew.stop("no process starts").then(() => reject(failed), reject);
  }

  const stop = (signal: string) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    crew.stop(signal).then((answeredAll) => exit(answeredAll ? 0 : 1), reject);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("SIGHUP", () => void crew.renew());

  log.info({ process: process.pid, processes: size }, "starting the processes");
  // What kept the first one from starting it has said itself.
  if (!(await crew.launch()) && !isStopping) exit(1);
  return end;
}
