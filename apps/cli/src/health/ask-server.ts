import { randomBytes } from "node:crypto";
import type { Config } from "@katkey/server/config";
import { findDataDirectory } from "@katkey/server/data-directory";
import { reachable } from "@katkey/server/listen";
import { findSessionSecret } from "@katkey/server/session-secret";
import { findStarts } from "@katkey/server/starts";
import { createWhose, questionHeader, type Whose } from "@katkey/server/whose";

/** A server, as it answers. */
export interface AskedServer {
  readonly url: string;
  readonly ready: boolean;
  /** `null`: nobody answers where it should. */
  readonly says: string | null;
  /** Whether it is on this data directory; `null`: nobody answers, or nobody can tell. */
  readonly ours: boolean | null;
  readonly troubles: ReadonlySet<unknown>;
}

type Place = Pick<Config, "host" | "port">;

/** Asks where the settings of this shell say that it listens; and where that is not ours, where it was started last. */
export async function askServer(config: Config): Promise<AskedServer> {
  const whose = whoseOf(config);
  const here = await ask(config, whose);
  if (here.ours === true) return here;
  const last = findStarts(config.dataDirectory)?.last;
  if (last === undefined) return here;
  const there = await ask(last, whose);
  return there.ours === true ? there : here;
}

/** `null`: what it takes to tell cannot be read. */
function whoseOf({ dataDirectory }: Config): Whose | null {
  try {
    const { sessionSecret, database: path } = findDataDirectory(dataDirectory);
    const secret = findSessionSecret(sessionSecret);
    return secret === null ? null : createWhose({ secret, path });
  } catch {
    // Why it cannot be read is told of by who needs it.
    return null;
  }
}

async function ask({ host, port }: Place, whose: Whose | null): Promise<AskedServer> {
  const address = reachable(host);
  const url = `http://${address.includes(":") ? `[${address}]` : address}:${port}`;
  const question = randomBytes(16).toString("hex");
  const expected = whose?.(question) ?? null;
  const silent = { url, ready: false, troubles: new Set<unknown>() };
  const answer = await answerOf(`${url}/readyz`, question);
  if (answer === null) return { ...silent, says: null, ours: null };
  if (answer === "late") return { ...silent, says: "nothing within 3 seconds", ours: null };
  const { said, ready } = answer;
  const [status, troubles] = [said.get("status"), said.get("troubles")];
  return {
    url,
    ready,
    says: typeof status === "string" ? status : "nothing that is known",
    ours: expected === null ? null : said.get("answer") === expected,
    troubles: new Set<unknown>(Array.isArray(troubles) ? troubles : []),
  };
}

/** `null`: nobody is there. */
async function answerOf(url: string, question: string) {
  try {
    const signal = AbortSignal.timeout(3_000);
    const answer = await fetch(url, { signal, redirect: "error", headers: { [questionHeader]: question } });
    const body: unknown = await answer.json().catch(() => null);
    const entries = typeof body === "object" && body !== null ? Object.entries(body) : [];
    return { ready: answer.ok, said: new Map<string, unknown>(entries) };
  } catch (cause) {
    return cause instanceof Error && cause.name === "TimeoutError" ? "late" : null;
  }
}
