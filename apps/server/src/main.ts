import { IdentityError } from "@katkey/identity";
import { createMemoryRateLimiter } from "@katkey/keys/memory";
import { DatabaseError } from "@katkey/keys/sqlite";
import { openFiles } from "./compose/open-files.ts";
import { openServices } from "./compose/open-services.ts";
import { textEngineFor } from "./compose/text-engine-for.ts";
import { ConfigError, readConfig } from "./config.ts";
import { createLog } from "./log.ts";
import { exitOnUncaughtErrors } from "./start/fatal.ts";
import { serve } from "./start/serve.ts";
import { StartError } from "./start/start-error.ts";

/** Faults of the operator's making: their message is all there is to say. */
const explained = [ConfigError, StartError, DatabaseError, IdentityError];

/** No other clocks are read: everybody is given these. */
const clock = { now: Date.now, monotonic: () => performance.now() };

try {
  const config = readConfig();
  const log = createLog(config.logLevel);
  exitOnUncaughtErrors(log);
  const stopping = new AbortController();
  const textEngine = await textEngineFor(config, stopping.signal);
  const files = openFiles(config, { now: clock.now(), log });
  const limiter = createMemoryRateLimiter();
  const { services, close } = openServices({ config, files, textEngine, limiter, clock, log });
  const giveUp = () => stopping.abort();
  await serve(config, services, { close, giveUp, announce: (text) => console.log(text) });
} catch (error) {
  if (!explained.some((kind) => error instanceof kind)) throw error;
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
