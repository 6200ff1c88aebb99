import { setTimeout as sleep } from "node:timers/promises";
import type { RunningServer } from "../../harness/server.ts";
import { connect, type Shot } from "./connection.ts";

/** Clients that call without end, each over a connection that it keeps. */
export interface Load {
  readonly shots: readonly Shot[];
  /** Which connections have been answered by which process, as far as the log tells. */
  connectionsOf(pid: number): ReadonlySet<string>;
  /** Resolves when the last answer has come. */
  end(): Promise<void>;
}

interface Fire {
  readonly token: string;
  readonly clients: number;
  /** A client that is refused a new connection goes on after a moment, or for good. */
  readonly untilRefused?: boolean;
}

const longestThoughtMs = 20;

/**
 * Each connection's first request has no token: a server that logs at `debug` says which process has refused it, and so
 * whose the connection is.
 */
export function fire(server: RunningServer, { token, clients, untilRefused = false }: Fire): Load {
  const url = server.url("/api/user").replace("localhost", "127.0.0.1");
  const shots: Shot[] = [];
  let isOver = false;

  async function client(number: number): Promise<void> {
    let connection = connect(url);
    let isNew = true;
    for (let turn = number; !isOver; turn += 7) {
      const { hangsUp, ...shot } = await connection.ask(isNew ? undefined : token);
      shots.push(shot);
      isNew = hangsUp;
      if (hangsUp) {
        connection.close();
        connection = connect(url);
      }
      if (shot.isRefused && untilRefused) break;
      await sleep(turn % longestThoughtMs);
    }
    connection.close();
  }

  const over = Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  return {
    shots,
    connectionsOf: (pid) => new Set(refusalsIn(server.logs()).get(pid)),
    async end() {
      if (!untilRefused) isOver = true;
      await over;
    },
  };
}

function refusalsIn(logs: string): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const line of logs.split("\n")) {
    if (!line.includes('"msg":"refused"')) continue;
    const { process: pid, requestId } = JSON.parse(line) as { process: number; requestId: string };
    found.set(pid, [...(found.get(pid) ?? []), requestId]);
  }
  return found;
}
