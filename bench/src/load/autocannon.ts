import { readFileSync } from "node:fs";
import autocannon, { type Client, type Request } from "autocannon";
import type { Burst } from "./burst.ts";
import type { LoadRequest } from "./requests.ts";

// Run by burst.ts in a process of its own: autocannon.ts <origin> <connections> <seconds> <file of requests as JSON>
const [origin = "", connections = "", seconds = "", file = ""] = process.argv.slice(2);
const all: readonly LoadRequest[] = JSON.parse(readFileSync(file, "utf8"));
let clients = 0;

/** Each connection has its own part of the requests: autocannon makes the bytes of each of them beforehand. */
function setupClient(client: Client): void {
  const own = all.filter(
    (_, i) => i % Number(connections) === clients % Math.min(all.length, Number(connections)),
  );
  clients += 1;
  client.setRequests(
    own.map(({ headers, ...request }): Request => ({ ...request, headers: { ...headers } })),
  );
}

const result = await autocannon({
  url: origin,
  connections: Number(connections),
  duration: Number(seconds),
  setupClient,
});
const { latency, requests, errors, timeouts, non2xx, duration } = result;
const burst: Burst = {
  requests: requests.total,
  seconds: duration,
  p50Ms: latency.p50,
  p99Ms: latency.p99,
  failed: non2xx + errors + timeouts,
};
console.log(JSON.stringify(burst));
