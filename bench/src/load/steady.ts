import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { quantileOf } from "../measure.ts";
import { createAnswerReader } from "./answer-reader.ts";
import type { Steady } from "./steady-run.ts";

// Run by steady-run.ts in a process of its own: steady.ts <port> <requests a second> <seconds> <file of requests>
// Both of the other generators send a second's requests at its beginning; here each has its own time.
const [port = "", rate = "", seconds = "", file = ""] = process.argv.slice(2);
const connections = 8;
/** For the answers that are still to come when everything was sent. */
const patienceMs = 10_000;
const perMs = Number(rate) / 1_000;
const requests = readFileSync(file, "latin1").split("\0");
const total = Math.floor(Number(rate) * Number(seconds));

const latencies: number[] = [];
const statuses: Record<string, number> = {};
const started = performance.now();
const sockets = await Promise.all(Array.from({ length: connections }, open));
const start = performance.now() + 5;

let sent = 0;
while (sent < total) {
  const due = Math.min(total, Math.floor((performance.now() - start) * perMs));
  for (; sent < due; sent += 1) sockets[sent % connections]?.send(sent);
  await sleep(1);
}
const patience = performance.now() + patienceMs;
while (latencies.length < sent && performance.now() < patience) await sleep(1);
for (const { socket } of sockets) socket.destroy();
const steady: Steady = {
  sent,
  answered: latencies.length,
  seconds: (performance.now() - started) / 1_000,
  statuses,
  p50Ms: quantileOf(latencies, 0.5),
  p99Ms: quantileOf(latencies, 0.99),
};
console.log(JSON.stringify(steady));

/** A connection that sends without waiting, and times each answer from when its request was due. */
async function open() {
  const waiting: number[] = [];
  const read = createAnswerReader((status) => {
    const number = waiting.shift() ?? 0;
    latencies.push(performance.now() - (start + number / perMs));
    statuses[status] = (statuses[status] ?? 0) + 1;
  });
  const socket: Socket = connect({ port: Number(port), host: "127.0.0.1", noDelay: true });
  await new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  socket.setEncoding("latin1").on("data", read);
  const send = (number: number) => {
    waiting.push(number);
    socket.write(requests[number % requests.length] ?? "", "latin1");
  };
  return { socket, send };
}
