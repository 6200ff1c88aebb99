import { resolve } from "node:path";
import { createApp } from "../app.ts";
import type { Config } from "../config.ts";
import { clientAddressBy } from "../http/client-address.ts";
import { createDrain } from "../http/drain.ts";
import { createHttpServer } from "../http/server.ts";
import type { Services } from "../services.ts";
import { listen } from "./listen.ts";
import { stopOnSignal } from "./stop.ts";
import { welcomeOf } from "./welcome.ts";

const webDirectory = resolve(import.meta.dirname, "../../../web/dist");

/** Answers requests until a signal says stop. Resolves to what the operator is told. @throws StartError */
export async function serve(config: Config, services: Services, close: () => void): Promise<string> {
  const { log, origin } = services;
  const drain = createDrain();
  const app = createApp(services, {
    addressOf: clientAddressBy(config.trustedProxies),
    isReady: () => !drain.draining,
    webDirectory,
  });
  const server = createHttpServer(app, { origin, drain });
  const welcome = await welcomeOf(services, config);
  await listen(server, config);
  stopOnSignal({ drain, log, close });
  log.info({ host: config.host, port: config.port, origin }, "listening");
  return welcome;
}
