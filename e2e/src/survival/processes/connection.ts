import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";

/** One request and how it ended. */
export interface Shot {
  /** Which connection it went over, as the server's log may name its first request. */
  readonly connection: string;
  /** Milliseconds of `performance.now()` before it was sent. */
  readonly startedAt: number;
  /** `null`: it was not answered. */
  readonly status: number | null;
  /** Why it was not answered; empty when it was. */
  readonly failure: string;
  /** It was a connection's first, and the server took no new one. */
  readonly isRefused: boolean;
}

interface Connection {
  readonly id: string;
  ask(token?: string): Promise<Shot & { readonly hangsUp: boolean }>;
  close(): void;
}

/** A connection that is kept until the server says otherwise. Give up is after 15 s, so that nothing hangs. */
export function connect(url: string): Connection {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const id = randomUUID();
  return {
    id,
    close: () => agent.destroy(),
    ask(token) {
      const startedAt = performance.now();
      const headers = {
        "x-request-id": id,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      };
      return new Promise((resolve) => {
        const asked = request(url, { agent, headers, timeout: 15_000 }, (answer) => {
          const hangsUp = answer.headers.connection === "close";
          answer.once("error", fail).once("end", () => {
            const { statusCode: status = 0 } = answer;
            resolve({ connection: id, startedAt, status, failure: "", isRefused: false, hangsUp });
          });
          answer.resume();
        });
        function fail(error: Error) {
          const code = "code" in error ? String(error.code) : error.message;
          const isRefused = !asked.reusedSocket && (code === "ECONNREFUSED" || code === "ECONNRESET");
          const where = asked.reusedSocket ? "a kept connection" : "a new connection";
          const failure = `${code} on ${where}`;
          resolve({ connection: id, startedAt, status: null, failure, isRefused, hangsUp: true });
        }
        asked.once("timeout", () => asked.destroy(new Error("no answer within 15 s")));
        asked.once("error", fail).end();
      });
    },
  };
}
