import { TRPCClientError } from "@trpc/client";
import type { Cast } from "./cast.ts";

/** How a change was answered: done, refused as it should be on a full disk or on one that fails, or in another way. */
export type Outcome = "done" | "refused" | "unavailable" | `other: ${string}`;

const refusals: Readonly<Record<string, Outcome>> = {
  "507 storage_full": "refused",
  "503 storage_unavailable": "unavailable",
};

/** Over both transports. Each makes something of the name that it is given. */
export function changesOf(cast: Pick<Cast, "server" | "dashboard" | "organizationId" | "token">) {
  const { dashboard, organizationId } = cast;
  const price = { amount: 100, currency: "EUR" };
  return [
    (name: string) =>
      outcomeOf(dashboard.keys.issue.mutate({ organizationId, key: { name, environment: "live" } })),
    (name: string) => post(cast, "/v1/keys", { name, environment: "live" }),
    (name: string) =>
      post(cast, "/v1/products", { name, sku: name, category: "Lamps", price, attributes: {} }),
    (name: string) => outcomeOf(dashboard.organizations.create.mutate({ name })),
  ] as const;
}

async function post({ server, token }: Pick<Cast, "server" | "token">, path: string, body: object) {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const answer = await fetch(server.url(path), { method: "POST", headers, body: JSON.stringify(body) });
  const text = await answer.text();
  if (answer.ok) return "done";
  const isProblem = answer.headers.get("content-type")?.startsWith("application/problem+json") === true;
  const { code } = JSON.parse(text) as { readonly code?: string };
  const isWhole = isProblem && Number(answer.headers.get("retry-after")) > 0;
  const outcome = isWhole ? refusals[`${answer.status} ${code}`] : undefined;
  return outcome ?? (`other: POST ${path}: ${answer.status} ${text}` as const);
}

export async function outcomeOf(change: Promise<unknown>): Promise<Outcome> {
  try {
    await change;
    return "done";
  } catch (error) {
    if (!(error instanceof TRPCClientError)) throw error;
    const { reason, httpStatus } = (error.data ?? {}) as { reason?: string; httpStatus?: number };
    return refusals[`${httpStatus} ${reason}`] ?? `other: ${error.message} ${JSON.stringify(error.data)}`;
  }
}

export interface Tried {
  readonly done: string[];
  readonly refused: string[];
  readonly unavailable: string[];
  readonly other: string[];
}

interface Trying {
  readonly prefix: string;
  /** Of each kind, at most. */
  readonly most: number;
  /** Enough, of all kinds together. */
  readonly refusals: number;
}

/** Changes until enough were refused: files have some room left within them when the disk is full. */
export async function tryChanges(cast: Cast, { prefix, most, refusals: enough }: Trying): Promise<Tried> {
  const tried: Tried = { done: [], refused: [], unavailable: [], other: [] };
  for (let n = 0; n < most && tried.refused.length + tried.unavailable.length < enough; n += 1) {
    for (const [kind, change] of changesOf(cast).entries()) {
      const name = `${prefix} ${n}.${kind}`;
      const outcome = await change(name);
      if (outcome === "done" || outcome === "refused" || outcome === "unavailable") tried[outcome].push(name);
      else tried.other.push(outcome);
    }
  }
  return tried;
}
