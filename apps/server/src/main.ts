import cluster from "node:cluster";
import { createMemoryRateLimiter } from "@katkey/keys/memory";
import { askForSharedState, holdSharedState } from "./compose/shared-state.ts";
import { ConfigError, readConfig, type Config } from "./config.ts";
import { createLog, type Log } from "./log.ts";
import { ordersOfPrimary } from "./processes/orders-of-primary.ts";
import { linkToPrimary } from "./processes/primary-link.ts";
import { supervise } from "./processes/supervise.ts";
import { exitOnUncaughtErrors } from "./start/fatal.ts";
import { ordersBySignals } from "./start/orders.ts";
import { StartError } from "./start/start-error.ts";

/** Faults of the operator's making: their message is all there is to say. */
const explained = [ConfigError, StartError];

/** No other clocks are read: everybody is given these. */
const clock = { now: Date.now, monotonic: () => performance.now() };
const announce = (text: string) => console.log(text);

try {
  const config = readConfig();
  if (cluster.isWorker) await work(config);
  else if (config.processes > 1) process.exit(await lead(config));
  else await workAlone(config);
} catch (error) {
  if (!explained.some((kind) => error instanceof kind)) throw error;
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function logOf({ logLevel }: Config): Log {
  const log = createLog(logLevel);
  exitOnUncaughtErrors(log);
  return log;
}

async function workAlone(config: Config): Promise<void> {
  const log = logOf(config);
  const limiter = createMemoryRateLimiter();
  const { answerRequests } = await import("./compose/answer-requests.ts");
  await answerRequests(config, { limiter, clock, log, announce, orders: ordersBySignals() });
}

/** One of several processes, which asks the primary what concerns all of them. */
async function work(config: Config): Promise<void> {
  const log = logOf(config).child({ process: process.pid });
  const link = linkToPrimary();
  const [shared, orders] = [askForSharedState(link), ordersOfPrimary(link)];
  const { answerRequests } = await import("./compose/answer-requests.ts");
  await answerRequests(config, { ...shared, clock, log, announce, orders });
}

/**
 * The process that the others belong to: it answers no request, opens no file, and holds what has to be exact over all
 * of them. What answers requests takes a second of a processor to load, and memory: it is not loaded here.
 */
function lead(config: Config): Promise<number> {
  return supervise(config, { clock, log: logOf(config), answer: holdSharedState(clock) });
}
