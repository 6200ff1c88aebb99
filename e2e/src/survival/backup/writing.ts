import { randomInt, randomUUID } from "node:crypto";
import type { Dashboard } from "../../harness/dashboard.ts";
import type { RunningServer } from "../../harness/server.ts";

/** What was done to one key, and when it was sent and acknowledged, on a clock of this process. */
export interface Done {
  readonly what: "issued" | "rotated" | "revoked";
  /** The name of the key, which it has from its beginning. */
  readonly name: string;
  readonly sentAt: number;
  /** `null`: nobody was told. */
  ackedAt: number | null;
}

/** A key as its holder knows it: the tokens in their order, and whether the last one is revoked. */
export interface Held {
  readonly name: string;
  readonly tokens: string[];
  revoked: boolean;
}

export interface Writing {
  readonly done: readonly Done[];
  readonly held: readonly Held[];
  /** Requests of keys, each when it was sent and answered. */
  readonly uses: readonly Pick<Done, "sentAt" | "ackedAt">[];
  /** Ends when what is under way is answered. */
  stop(): Promise<void>;
}

interface Site {
  readonly server: RunningServer;
  readonly dashboard: Dashboard;
  readonly organizationId: `org_${string}`;
}

const writers = 3;

/** Issues, rotates, revokes and uses keys until it is told to stop. */
export function write(site: Site): Writing {
  const done: Done[] = [];
  const held: Held[] = [];
  const uses: Pick<Done, "sentAt" | "ackedAt">[] = [];
  let stopped = false;

  async function send<T>(change: Pick<Done, "what" | "name">, request: () => Promise<T>): Promise<T> {
    const one: Done = { ...change, sentAt: performance.now(), ackedAt: null };
    done.push(one);
    const answer = await request();
    one.ackedAt = performance.now();
    return answer;
  }

  async function lifeOfKey(): Promise<void> {
    const { dashboard, organizationId } = site;
    const name = `Backup ${randomUUID()}`;
    const key = { name, environment: "live" } as const;
    const issued = await send({ what: "issued", name }, () =>
      dashboard.keys.issue.mutate({ organizationId, key }),
    );
    const mine: Held = { name, tokens: [issued.token], revoked: false };
    held.push(mine);
    await spend(issued.token);
    const { id: keyId } = issued.key;
    const ends = randomInt(3);
    if (ends === 0) return;
    if (ends === 1) {
      const replaces = issued.key.secrets[0]?.publicKeyId ?? "";
      const rotation = { overlapSeconds: 0, replaces };
      const { token } = await send({ what: "rotated", name }, () =>
        dashboard.keys.rotate.mutate({ organizationId, keyId, rotation }),
      );
      mine.tokens.push(token);
      return;
    }
    const revocation = { reason: "unused" } as const;
    await send({ what: "revoked", name }, () =>
      dashboard.keys.revoke.mutate({ organizationId, keyId, revocation }),
    );
    mine.revoked = true;
  }

  async function spend(token: string): Promise<void> {
    const one: { sentAt: number; ackedAt: number | null } = { sentAt: performance.now(), ackedAt: null };
    uses.push(one);
    if ((await statusOf(site.server, token)) === 200) one.ackedAt = performance.now();
  }

  async function writer(): Promise<void> {
    while (!stopped) await lifeOfKey();
  }
  const writing = Promise.all(Array.from({ length: writers }, writer));
  return {
    done,
    held,
    uses,
    async stop() {
      stopped = true;
      await writing;
    },
  };
}

/** What a request with this token is answered. */
export async function statusOf(server: Pick<RunningServer, "url">, token: string): Promise<number> {
  const answer = await fetch(server.url("/v1/keys?limit=1"), {
    headers: { authorization: `Bearer ${token}` },
  });
  await answer.arrayBuffer();
  return answer.status;
}
