import { IdentityError } from "@katkey/identity";
import { assertKnowsTurn, learnTurns, lookAtSchema, unsoundRowsOf } from "@katkey/keys/sqlite";
import type { Config } from "../config.ts";
import type { Log } from "../log.ts";
import { keepClock } from "../start/keep-clock.ts";
import { keepSealsKnown, type SharedSeals } from "../start/keep-seals-known.ts";
import type { Orders } from "../start/orders.ts";
import { keepSealKeysNoted } from "../start/seal-notes.ts";
import { serve } from "../start/serve.ts";
import { StartError } from "../start/start-error.ts";
import { noteStart } from "../start/starts.ts";
import { thisVersion } from "../start/this-version.ts";
import type { Clock } from "../services.ts";
import { timeOf } from "../view/time.ts";
import { openClock } from "./open-clock.ts";
import { openFiles } from "./open-files.ts";
import { openServices } from "./open-services.ts";
import { startRefusal } from "./start-refusal.ts";
import { textEngineFor } from "./text-engine-for.ts";

type Counting = "limiter" | "sharedAttempts" | "log";

interface Surroundings extends Pick<Parameters<typeof openServices>[0], Counting> {
  /** Where there are several processes. */
  readonly sharedSeals?: SharedSeals;
  /** Of the machine. */
  readonly clock: Clock;
  readonly orders: Orders;
  /** Tells the operator, on the terminal. */
  readonly announce: (text: string) => void;
}

/** Opens all there is and answers requests, from when it is told to until it is told to stop. @throws StartError */
export async function answerRequests(
  config: Config,
  { orders, announce, sharedSeals, ...surroundings }: Surroundings,
): Promise<void> {
  const stopping = new AbortController();
  const textEngine = await textEngineFor(config, stopping.signal);
  const { isFirst } = await orders.prepared;
  try {
    const { clock: machine, log } = surroundings;
    const files = openFiles(config, { now: machine.now(), log, isFirst });
    const { clock, marks } = openClock(machine, files);
    const { services, close } = openServices({ config, files, textEngine, ...surroundings, clock });
    const keeping = [
      keepClock({ clock, marks, log }),
      keepSealKeysNoted(files.database.name, config.sealKeys),
      keepSealsKnown({
        learn: () => learnTurns(files.database),
        unsound: unsoundRowsOf(files.database),
        lookAtSchema: () => lookAtSchema(files.database),
        log,
        ...(sharedSeals && { shared: sharedSeals }),
      }),
    ];
    const closeAll = () => {
      for (const end of keeping) end();
      close();
    };
    const begun = orders.begun.then(() => assertKnowsTurn(files.database, orders.latestTurn()));
    await serve(config, services, {
      orders: { ...orders, begun },
      close: closeAll,
      giveUp: () => stopping.abort(),
      announce,
    });
    if (isFirst) noteThisStart(config, { log, at: machine.now() });
  } catch (cause) {
    if (cause instanceof IdentityError) throw new StartError(cause.message, { cause });
    throw startRefusal(cause, config.dataDirectory) ?? cause;
  }
}

function noteThisStart(config: Config, { log, at }: { readonly log: Log; readonly at: number }): void {
  const { host, port, processes, dataDirectory } = config;
  try {
    noteStart(dataDirectory, { at: timeOf(at), ...thisVersion(), host, port, processes });
  } catch (err) {
    log.warn({ err }, "which version was started could not be noted");
  }
}
