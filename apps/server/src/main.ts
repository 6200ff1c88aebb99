import cluster from "node:cluster";
import { IdentityError } from "@katkey/identity";
import { createMemoryRateLimiter } from "@katkey/keys/memory";
import { DatabaseError } from "@katkey/keys/sqlite";
import { openFiles } from "./compose/open-files.ts";
import { openServices } from "./compose/open-services.ts";
import { askForSharedState, holdSharedState } from "./compose/shared-state.ts";
import { textEngineFor } from "./compose/text-engine-for.ts";
import { ConfigError, readConfig, type Config } from "./config.ts";
import { createLog, type Log } from "./log.ts";
import { ordersOfPrimary } from "./processes/orders-of-primary.ts";
import { linkToPrimary } from "./processes/primary-link.ts";
import { supervise } from "./processes/supervise.ts";
import { exitOnUncaughtErrors } from "./start/fatal.ts";
import { ordersBySignals, type Orders } from "./start/orders.ts";
import { serve } from "./start/serve.ts";
import { StartError } from "./start/start-error.ts";

/** Faults of the operator's making: their message is all there is to say. */
const explained = [ConfigError, StartError, DatabaseError, IdentityError];

/** No other clocks are read: everybody is given these. */
const clock = { now: Date.now, monotonic: () => performance.now() };

try {
  const config = readConfig();
  if (cluster.isWorker) await work(config);
  else if (config.processes > 1) process.exit(await lead(config));
  else await answer(config, logOf(config), { limiter: createMemoryRateLimiter(), orders: ordersBySignals() });
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

interface Station extends Pick<Parameters<typeof openServices>[0], "limiter" | "sharedAttempts"> {
  readonly orders: Orders;
}

async function answer(config: Config, log: Log, { orders, ...counting }: Station): Promise<void> {
  const stopping = new AbortController();
  const textEngine = await textEngineFor(config, stopping.signal);
  const files = openFiles(config, { now: clock.now(), log });
  const { services, close } = openServices({ config, files, textEngine, clock, log, ...counting });
  const giveUp = () => stopping.abort();
  await serve(config, services, { orders, close, giveUp, announce: (text) => console.log(text) });
}

/** One of several processes, which asks the primary what concerns all of them. */
async function work(config: Config): Promise<void> {
  const log = logOf(config).child({ process: process.pid });
  const link = linkToPrimary();
  await answer(config, log, { ...askForSharedState(link), orders: ordersOfPrimary(link) });
}

/** The process that the others belong to: it answers no request, and holds what has to be exact over all of them. */
async function lead(config: Config): Promise<number> {
  const log = logOf(config);
  // Made, migrated and judged once, before anybody else opens them.
  const { database, usageDatabase } = openFiles(config, { now: clock.now(), log });
  for (const one of [database, usageDatabase]) one.close();
  return supervise(config, { clock, log, answer: holdSharedState(clock) });
}
