// What prober.ts runs. Told whom to call, it calls; asked what it saw since, it says so.
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Probes, Probing } from "./prober.ts";

let ms: number[] = [];
let failures: string[] = [];

process.on("message", (question: Probing | "seen") => {
  if (question !== "seen") for (let i = 0; i < question.callers; i += 1) void call(question);
  const seen: Probes = { ms, failures };
  process.send?.(seen);
  [ms, failures] = [[], []];
});
process.once("disconnect", () => process.exit(0));

async function call({ url, token, everyMs }: Probing): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = { authorization: `Bearer ${token}` };
  for (;;) {
    const begun = performance.now();
    try {
      const status = await statusOf(url, { agent, headers });
      if (status !== 200) failures.push(`a good key was answered ${status}`);
    } catch (error) {
      failures.push(`a good key was not answered: ${String(error)}`);
    }
    ms.push(performance.now() - begun);
    await sleep(everyMs);
  }
}

function statusOf(url: string, options: Parameters<typeof request>[1]): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, options, (answer) => {
      answer.on("error", reject).on("end", () => resolve(answer.statusCode ?? 0));
      answer.resume();
    });
    asked.on("error", reject).end();
  });
}
