import { once } from "node:events";
import { Server, type RequestListener, type ServerResponse } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it, onTestFinished, vi } from "vitest";
import { createDrain } from "./drain.ts";
import { hangUpOnUnread } from "./hang-up-on-unread.ts";
import { createHttpServer } from "./server.ts";

/** More than the operating system takes off our hands. */
const long = Buffer.alloc(64 * 1024 * 1024, "x");

async function open(app: RequestListener, answerTimeout = 300) {
  const server = createHttpServer(app, {
    origin: "http://katkey.test",
    drain: createDrain(),
    limits: { answerTimeout },
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  onTestFinished(() => {
    socket.destroy();
    server.closeAllConnections();
    server.close();
  });
  const countConnections = () => new Promise((resolve) => server.getConnections((_, n) => resolve(n)));
  return { socket, countConnections };
}

it("hangs up on a client that does not take its answer", async () => {
  const { socket, countConnections } = await open((_request, response) => response.end(long));
  socket.pause().write("GET / HTTP/1.1\r\nHost: katkey.test\r\n\r\n");
  await sleep(100);
  expect(await countConnections()).toBe(1);
  await expect.poll(countConnections, { timeout: 20_000 }).toBe(0);
});

it("hangs up on a client that stops in the middle of an answer that is still being written", async () => {
  const { socket, countConnections } = await open((_request, response) => {
    const more = () =>
      void (response.write(long.subarray(0, 1_000_000)) ? setImmediate(more) : response.once("drain", more));
    more();
  });
  socket.pause().write("GET / HTTP/1.1\r\nHost: katkey.test\r\n\r\n");
  await sleep(100);
  expect(await countConnections()).toBe(1);
  await expect.poll(countConnections, { timeout: 20_000 }).toBe(0);
});

it("lets a client read slowly and steadily for longer than it may stop", async () => {
  const mayStop = 1_500;
  const { socket } = await open((_request, response) => response.end(long), mayStop);
  let received = 0;
  socket.on("data", ({ length }: Buffer) => {
    received += length;
    socket.pause();
    setTimeout(() => socket.resume(), 2);
  });
  const start = performance.now();
  socket.write("GET / HTTP/1.1\r\nHost: katkey.test\r\n\r\n");
  await expect.poll(() => received, { timeout: 50_000 }).toBeGreaterThan(long.length);
  expect(performance.now() - start).toBeGreaterThan(mayStop);
});

it("waits for as long as it takes to make an answer, and for who reads", async () => {
  const { socket, countConnections } = await open(async (_request, response) => {
    await sleep(1_000);
    response.end("made");
  });
  const received: string[] = [];
  socket.setEncoding("utf8").on("data", (text) => received.push(String(text)));
  socket.write("GET / HTTP/1.1\r\nHost: katkey.test\r\n\r\n");
  await sleep(1_700);
  expect(received.join("")).toContain("made");
  expect(await countConnections()).toBe(1);
});

it("does it after as long as it says, and at most half a second later", () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  const hangUp = vi.fn<() => void>();
  const response = { writableEnded: true, req: { socket: { resetAndDestroy: hangUp } } };
  const connections = { latestOn: () => undefined, latest: () => [response as unknown as ServerResponse] };
  hangUpOnUnread(new Server(), connections, 15_000);
  vi.advanceTimersByTime(14_999);
  expect(hangUp).not.toHaveBeenCalled();
  vi.advanceTimersByTime(501);
  expect(hangUp).toHaveBeenCalled();
});
