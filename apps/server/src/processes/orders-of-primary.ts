import type { Orders } from "../start/orders.ts";
import type { PrimaryLink } from "./primary-link.ts";

/**
 * The orders of a worker. Signals to it alone, or to all processes at once as from a terminal or a service manager,
 * count as the primary's order to stop; a SIGHUP is for the primary only.
 */
export function ordersOfPrimary(link: PrimaryLink): Orders {
  let stop = endAtOnce;
  let stopping = false;
  const hear = (why: string) => {
    if (stopping) return;
    stopping = true;
    stop(why);
  };
  link.on("stop", ({ why }) => hear(why));
  process.on("SIGTERM", hear);
  process.on("SIGINT", hear);
  process.on("SIGHUP", () => {});
  const begun = new Promise<{ readonly isFirst: boolean }>((resolve) => link.on("begin", resolve));
  const asSpare = new Promise<{ readonly isFirst: boolean }>((resolve) => {
    link.on("prepare", () => resolve({ isFirst: false }));
  });
  let latestTurn = 0;
  link.on("turn", ({ turn }) => (latestTurn = turn));
  return {
    prepared: Promise.race([begun, asSpare]),
    begun,
    latestTurn: () => latestTurn,
    announced: (tell) =>
      new Promise((resolve, reject) => {
        link.on("open", () => resolve());
        link.on("announce", () => {
          tell().then(() => link.tell({ kind: "announced" }), reject);
        });
      }),
    // Both lines keep their order, and a connection that arrives after its server has closed is sent back.
    dismissed: () =>
      new Promise((resolve) => {
        link.on("dismissed", () => resolve());
        link.tell({ kind: "closed" });
      }),
    onDuty: (begin) => link.on("duty", begin),
    onStop(does) {
      stop = does;
    },
  };
}

/** Before there is anything to stop. */
function endAtOnce(_why: string): void {
  process.exit(0);
}
