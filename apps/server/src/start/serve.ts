import { resolve } from "node:path";
import { createApp } from "../app.ts";
import { keepBackedUp } from "../backups/keep-backed-up.ts";
import type { Config } from "../config.ts";
import { clientAddressBy, proxiedBy } from "../http/client-address.ts";
import { createDrain } from "../http/drain.ts";
import { createHttpServer } from "../http/server.ts";
import type { Services } from "../services.ts";
import { keepMonthsClosed } from "./keep-months-closed.ts";
import { keepStorage } from "./keep-storage.ts";
import { keepSwept } from "./keep-swept.ts";
import { listen } from "./listen.ts";
import type { Orders } from "./orders.ts";
import { stop } from "./stop.ts";
import { thisVersion } from "./this-version.ts";
import { welcomeOf } from "./welcome.ts";

const webDirectory = resolve(import.meta.dirname, "../../../web/dist");

interface Surroundings {
  readonly orders: Orders;
  /** Lets go of the files. */
  close(): void;
  /** Ends what others are waited for, so that it is answered before the end. */
  giveUp(): void;
  /** Tells the operator, on the terminal. */
  announce(text: string): void;
}

/** Answers requests until it is told to stop. Ready once the operator has been told where. @throws StartError */
export async function serve(
  config: Config,
  services: Services,
  { orders, close, giveUp, announce }: Surroundings,
): Promise<void> {
  const { log, origin } = services;
  const drain = createDrain();
  let announced = false;
  const app = createApp(services, {
    addressOf: clientAddressBy(config.trustedProxies),
    isProxied: proxiedBy(config.trustedProxies),
    isReady: () => announced && !drain.draining,
    webDirectory,
  });
  const server = createHttpServer(app, { origin, drain });
  log.debug("ready to listen");
  await orders.begun;
  await listen(server, config);
  const stopLooking = keepStorage(services);
  let chores: readonly (() => void)[] = [];
  orders.onDuty(() => {
    const backingUp = config.backups === null ? [] : [keepBackedUp(config.backups, services)];
    chores = [keepMonthsClosed(services), keepSwept(services), ...backingUp];
  });
  const endOfAll = () => {
    stopLooking();
    for (const end of chores) end();
    close();
  };
  orders.onStop((why) => void stop({ drain, orders, log, giveUp, close: endOfAll }, why));
  log.info({ host: config.host, port: config.port, origin, ...thisVersion() }, "listening");
  // Only now: a new setup link ends earlier ones, and a start that finds its port taken must not.
  await orders.announced(async () => announce(await welcomeOf(services, config)));
  announced = true;
}
