import { randomBytes } from "node:crypto";
import type { Config } from "@katkey/server/config";
import { findDataDirectory } from "@katkey/server/data-directory";
import { reachable } from "@katkey/server/listen";
import { findSessionSecret } from "@katkey/server/session-secret";
import { findStarts } from "@katkey/server/starts";
import { createWhose, questionHeader, type Whose } from "@katkey/server/whose";
import { counted } from "../words/counted.ts";

/** A server, as it answers. */
export interface AskedServer {
  readonly url: string;
  readonly ready: boolean;
  /** `null`: nobody answers where it should. */
  readonly says: string | null;
  /** Whether it is on this data directory; `null`: nobody answers, or nobody can tell. */
  readonly ours: boolean | null;
  /** It has the very `katkey.db` open that lies in the data directory. */
  readonly hasOurFile: boolean;
  readonly troubles: ReadonlySet<unknown>;
}

/** Whether a server that may be ours has a database open that was deleted, moved or replaced. */
export function hasLostAFile({ ours, troubles }: Pick<AskedServer, "ours" | "troubles">): boolean {
  return ours !== false && troubles.has("database_gone");
}

type Place = Pick<Config, "host" | "port">;

interface Patience {
  readonly seconds?: number;
}

/** Asks where the settings of this shell say that it listens; and where that is not ours, where it was started last. */
export async function askServer(config: Config, { seconds = 3 }: Patience = {}): Promise<AskedServer> {
  const asking = { whose: whoseOf(config), seconds };
  const here = await ask(config, asking);
  if (here.ours === true) return here;
  const last = findStarts(config.dataDirectory)?.last;
  if (last === undefined || (last.host === config.host && last.port === config.port)) return here;
  const there = await ask(last, asking);
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

interface Asking {
  readonly whose: Whose | null;
  readonly seconds: number;
}

async function ask({ host, port }: Place, { whose, seconds }: Asking): Promise<AskedServer> {
  const address = reachable(host);
  const url = `http://${address.includes(":") ? `[${address}]` : address}:${port}`;
  const question = randomBytes(16).toString("hex");
  const silent = { url, ready: false, ours: null, hasOurFile: false, troubles: new Set<unknown>() };
  const answer = await answerOf(`${url}/readyz`, { question, seconds });
  if (answer === null) return { ...silent, says: null };
  if (answer === "late") return { ...silent, says: `nothing within ${counted(seconds, "second")}` };
  const { said, ready } = answer;
  const [status, told] = [said.get("status"), said.get("troubles")];
  const troubles = new Set<unknown>(Array.isArray(told) ? told : []);
  return {
    url,
    ready,
    says: typeof status === "string" ? status : "nothing that is known",
    troubles,
    ...judged(said, { expected: whose?.(question) ?? null, isGone: troubles.has("database_gone") }),
  };
}

interface Expecting {
  readonly expected: ReturnType<Whose>;
  /** It has lost its database, so that only the secret tells. */
  readonly isGone: boolean;
}

function judged(said: ReadonlyMap<string, unknown>, { expected, isGone }: Expecting) {
  if (expected === null) return { ours: null, hasOurFile: false };
  const hasOurFile = expected.answer !== null && said.get("answer") === expected.answer;
  if (hasOurFile) return { ours: true, hasOurFile };
  if (isGone) return { ours: said.get("secretAnswer") === expected.secretAnswer, hasOurFile };
  return { ours: expected.answer === null ? null : false, hasOurFile };
}

/** `null`: nobody is there. */
async function answerOf(
  url: string,
  { question, seconds }: Pick<Asking, "seconds"> & { readonly question: string },
) {
  try {
    const signal = AbortSignal.timeout(seconds * 1_000);
    const answer = await fetch(url, { signal, redirect: "error", headers: { [questionHeader]: question } });
    const body: unknown = await answer.json().catch(() => null);
    const entries = typeof body === "object" && body !== null ? Object.entries(body) : [];
    return { ready: answer.ok, said: new Map<string, unknown>(entries) };
  } catch (cause) {
    return cause instanceof Error && cause.name === "TimeoutError" ? "late" : null;
  }
}
