import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { aServer } from "../../testing/server.ts";

const request = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";

async function until(isDone: () => boolean): Promise<void> {
  while (!isDone()) await sleep(5);
}

/** A connection that keeps what it receives, and knows when it was closed. */
async function aConnection(port: number) {
  const state = { received: "", closed: false };
  const socket = connect(port, "127.0.0.1");
  socket.setEncoding("utf8").on("data", (chunk) => (state.received += chunk));
  socket.on("error", () => {}).on("close", () => (state.closed = true));
  return {
    state,
    send: (text: string) => void socket.write(text),
    answered: (count: number) => until(() => state.received.split("HTTP/1.1 ").length > count),
    closed: () => until(() => state.closed),
  };
}

it("answers what still comes, says not ready, and hangs up after that answer", async () => {
  const server = await aServer({ patience: { idle: 5_000, most: 10_000 } });
  const [first, second] = [await aConnection(server.port), await aConnection(server.port)];
  for (const each of [first, second]) each.send(request);
  await Promise.all([first.answered(1), second.answered(1)]);
  expect(first.state.received).toContain("Connection: keep-alive");

  const drained = server.drain.begin();
  first.send(request);
  second.send(request.replace("healthz", "readyz"));
  await Promise.all([first.closed(), second.closed()]);
  expect(first.state.received.split("HTTP/1.1 ")[2]).toMatch(/^200 [^]*Connection: close/);
  expect(second.state.received.split("HTTP/1.1 ")[2]).toMatch(/^503 [^]*Connection: close/);
  expect(await drained).toBe(0);
});

it("takes no new connection", async () => {
  const server = await aServer();
  await server.drain.begin();
  await expect(fetch(server.url)).rejects.toThrow("fetch failed");
});

it("closes connections that nobody uses after a while", async () => {
  const server = await aServer({ patience: { idle: 50, most: 10_000 } });
  const idle = await aConnection(server.port);
  idle.send(request);
  await idle.answered(1);
  expect(await server.drain.begin()).toBe(0);
  await idle.closed();
});

it("cuts a request that never ends, and says how many there were", async () => {
  const server = await aServer({ patience: { idle: 50, most: 300 } });
  const stuck = await aConnection(server.port);
  stuck.send(
    "POST /trpc/invitations.preview HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{",
  );
  await sleep(100);
  expect(await server.drain.begin()).toBe(1);
  await stuck.closed();
});
