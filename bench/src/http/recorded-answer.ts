import { readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import type { LoadRequest } from "../load/requests.ts";
import type { Route } from "./routes.ts";
import type { Started } from "../machine/start-process.ts";
import { temporaryDirectory } from "../measure.ts";

/** What the server really answered, without what Node writes by itself. */
export interface RecordedAnswer {
  readonly status: number;
  /** Name, value, name, value … */
  readonly headers: readonly string[];
  readonly body: string;
}

const writtenByNode = new Set(["date", "connection", "keep-alive"]);

/** @throws Error when the server does not let the token in */
export async function recordGood(server: Started, route: Route, token = ""): Promise<RecordedAnswer> {
  const answer = await record(server, route.requestFor(token));
  if (!route.letsIn(answer)) throw new Error(`${route.name}: ${answer.status} ${answer.body}`);
  return answer;
}

async function record(
  server: Started,
  { path, method, headers, body }: LoadRequest,
): Promise<RecordedAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(server.origin + path, { method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const all = answer.rawHeaders;
        const kept = all.filter((_, i) => !writtenByNode.has((all[i - (i % 2)] ?? "").toLowerCase()));
        resolve({ status: answer.statusCode ?? 0, headers: kept, body: Buffer.concat(chunks).toString() });
      });
    });
    sent.on("error", reject).end(body);
  });
}

/** For a contender to read with `readRecorded`. */
export function keepRecorded(answer: RecordedAnswer): string {
  const file = join(temporaryDirectory(), "answer.json");
  writeFileSync(file, JSON.stringify(answer));
  return file;
}

export function readRecorded(file: string | undefined): RecordedAnswer {
  return JSON.parse(readFileSync(file ?? "", "utf8"));
}

/** For whoever writes the body and what it needs by itself. */
export function namedHeadersOf({ headers }: RecordedAnswer): Readonly<Record<string, string>> {
  const names = headers.filter((_, i) => i % 2 === 0);
  const pairs = names.map((name, i) => [name, headers[i * 2 + 1] ?? ""] as const);
  return Object.fromEntries(pairs.filter(([name]) => !/^content-(?:type|length)$/i.test(name)));
}
