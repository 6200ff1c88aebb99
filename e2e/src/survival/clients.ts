import { once } from "node:events";
import type { Socket } from "node:net";
import { startLoaded, type Loaded } from "./load/installation.ts";
import { percentile } from "./load/percentile.ts";
import { probe } from "./load/prober.ts";
import { msUntilGone, openRaw } from "./load/raw-client.ts";
import type { ProofOptions, Report } from "./report.ts";

const slowOfEachKind = 20;
const dripMs = 100;

/** Beyond what is promised, so that a busy machine breaks no promise. */
const mostMs = 40_000;

/** Opens so many connections that nobody uses, and beside them clients that are as slow as they can be. */
export async function clients({ rounds: connections, say = () => {} }: ProofOptions): Promise<Report> {
  const loaded = await startLoaded();
  const idle = await openIdle(loaded, connections);
  say(`${idle.length} connections are open`);
  const prober = await probe(loaded.server, { token: loaded.token, everyMs: 50, callers: 1 });
  const slow = await Promise.all(
    Object.entries(kinds).flatMap(([kind, behave]) =>
      Array.from({ length: slowOfEachKind }, async () => ({ kind, ms: await behave(loaded) })),
    ),
  );
  const { ms, failures } = await prober.seen();
  prober.end();
  const dropped = idle.filter(({ destroyed }) => destroyed).length;
  for (const socket of idle) socket.destroy();
  await loaded.server.kill();

  const table = Object.keys(kinds).map((kind) => {
    const gone = slow.filter((one) => one.kind === kind).flatMap((one) => one.ms ?? []);
    const seconds = (Math.max(0, ...gone) / 1_000).toFixed(1);
    return {
      "slow with": kind,
      clients: slowOfEachKind,
      closed: gone.length,
      "at the latest after": `${seconds} s`,
    };
  });
  const kept = slow.filter((one) => one.ms === null);
  return {
    promise: "Idle connections are kept, slow clients are closed, and everybody else is answered.",
    of: "connections",
    runs: idle.length + slow.length,
    counted: "requests meanwhile",
    operations: ms.length,
    violations: [
      ...failures,
      ...kept.map(({ kind }) => `a client that is slow with ${kind} was kept for more than ${mostMs} ms`),
      ...(dropped > 0 ? [`${dropped} idle connections were dropped`] : []),
    ],
    worst: `requests meanwhile: p50 ${percentile(ms, 50).toFixed(1)} ms, p99 ${percentile(ms, 99).toFixed(1)} ms`,
    table,
  };
}

async function openIdle({ server }: Loaded, count: number): Promise<readonly Socket[]> {
  const idle: Socket[] = [];
  while (idle.length < count) {
    const some = Math.min(100, count - idle.length);
    const opened = await Promise.all(Array.from({ length: some }, () => openRaw(server)));
    for (const socket of opened) socket.write("GET /healthz HTTP/1.1\r\nHost: katkey.test\r\n\r\n");
    await Promise.all(opened.map((socket) => once(socket, "data")));
    for (const socket of opened) socket.resume();
    idle.push(...opened);
  }
  return idle;
}

/** Each resolves to the milliseconds until it was hung up on; `null`: never. */
const kinds: Readonly<Record<string, (loaded: Loaded) => Promise<number | null>>> = {
  async "its header"({ server }) {
    const socket = await openRaw(server);
    socket.resume().write("GET / HTTP/1.1\r\n");
    return trickled(socket, "X-Slow: yes\r\n");
  },
  async "its body"({ server, token }) {
    const socket = await openRaw(server);
    socket
      .resume()
      .write(
        `POST /v1/keys HTTP/1.1\r\nHost: katkey.test\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n`,
      );
    return trickled(socket, " ");
  },
  async reading({ server }) {
    const socket = await openRaw(server);
    // More answers than the operating system takes off the server's hands.
    socket.pause().write("GET /openapi.json HTTP/1.1\r\nHost: katkey.test\r\n\r\n".repeat(200));
    // Whoever does not read learns by writing that the other end is gone.
    return trickled(socket, " ");
  },
};

async function trickled(socket: Socket, drop: string): Promise<number | null> {
  const timer = setInterval(() => socket.writable && socket.write(drop), dripMs);
  const ms = await msUntilGone(socket, mostMs);
  clearInterval(timer);
  return ms;
}
