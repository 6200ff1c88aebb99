import type { RunningServer } from "../../harness/server.ts";

export interface KnownToken {
  readonly token: string;
  /** Whether it is to be let in. It is not judged while a revocation of it is under way. */
  state: "valid" | "ending" | "ended";
}

/** How askers were answered. */
export interface Answers {
  asked: number;
  /** Requests that were counted: served. */
  served: number;
  slowestMs: number;
  readonly wrong: string[];
}

type Ask = (server: RunningServer, token: string) => Promise<boolean>;

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** Every way in which a key is verified; each answers whether it was let in. */
function waysOf(serviceToken: string): Readonly<Record<string, Ask>> {
  return {
    "GET /v1/user": async (server, token) =>
      isIn(await fetch(server.url("/v1/user"), { headers: bearer(token) })),
    "GET /v1/forward-auth": async (server, token) =>
      isIn(await fetch(server.url("/v1/forward-auth"), { headers: bearer(token) })),
    "POST /v1/verify": async (server, token) => {
      const headers = { ...bearer(serviceToken), "content-type": "application/json" };
      const body = JSON.stringify({ token, scopes: [] });
      const answer = await fetch(server.url("/v1/verify"), { method: "POST", headers, body });
      if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
      const { valid } = (await answer.json()) as { readonly valid: boolean };
      return valid;
    },
  };
}

async function isIn(answer: Response): Promise<boolean> {
  const text = await answer.text();
  if (answer.ok) return true;
  if (answer.status === 401) return false;
  throw new Error(`${answer.status} ${text}`);
}

interface Asking {
  readonly server: RunningServer;
  readonly tokens: readonly KnownToken[];
  readonly serviceToken: string;
}

/** Asks about the tokens in every way, again and again. Returns how to stop, which resolves to how it was answered. */
export function askAllTheTime({ server, tokens, serviceToken }: Asking) {
  const answers: Answers = { asked: 0, served: 0, slowestMs: 0, wrong: [] };
  let going = true;
  const askers = Object.entries(waysOf(serviceToken)).map(async ([way, ask]) => {
    for (let n = 0; going; n += 1) {
      const known = tokens[n % tokens.length];
      if (known !== undefined) await askOnce(way, known, () => ask(server, known.token));
    }
  });

  async function askOnce(way: string, known: KnownToken, ask: () => Promise<boolean>): Promise<void> {
    const { state } = known;
    const begun = performance.now();
    const isLetIn = await ask().catch((error: unknown) => String(error));
    answers.slowestMs = Math.max(answers.slowestMs, performance.now() - begun);
    answers.asked += 1;
    if (isLetIn === true) answers.served += 1;
    if (typeof isLetIn === "string") answers.wrong.push(`${way}: ${isLetIn}`);
    else if (state !== "ending" && known.state === state && isLetIn !== (state === "valid")) {
      answers.wrong.push(`${way}: let a token in that had ${state}, or kept one out: ${isLetIn}`);
    }
  }

  return {
    answers,
    async stop(): Promise<void> {
      going = false;
      await Promise.all(askers);
    },
  };
}
