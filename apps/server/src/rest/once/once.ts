import { hash } from "node:crypto";
import type { Claim, Claimed, Principal } from "@katkey/keys";
import type { Answer } from "../../http/answer.ts";
import { problemOf } from "../../http/problem-of.ts";
import { Problem } from "../../http/problem.ts";
import { problems } from "../../http/problems.ts";
import { canonicalJson } from "../reading/canonical-json.ts";

interface Asked {
  /** The method and the path as the documentation writes it. */
  readonly route: string;
  /** The caller's value. */
  readonly value: string;
  /** What is asked for, as it was understood. */
  readonly input: object;
}

/** The claim of a request. It belongs to the API key, whichever of its secrets was sent, or to an app's grant. */
export function claimOf({ organization, id }: Principal, { route, value, input }: Asked): Claim {
  return {
    id: sha256Of([organization.id, id, route, value]),
    fingerprint: sha256Of(input),
  };
}

function sha256Of(value: object): string {
  return hash("sha256", canonicalJson(value), "hex");
}

interface OnceOptions {
  /** The claims for which this process is at work. */
  readonly running: Set<Claim["id"]>;
  find(): Promise<Claimed | null>;
  show(objectId: string): Promise<Answer>;
  work(): Promise<Answer>;
}

/**
 * Works, unless the claim was good for something before: then it shows that, as it is now.
 * What other processes are at work on is not seen here: the store lets one of the changes through.
 * @throws Problem `idempotency_in_progress`, `idempotency_key_reused`
 */
export async function onlyOnce(claim: Claim, { running, find, show, work }: OnceOptions): Promise<Answer> {
  if (running.has(claim.id)) throw new Problem("idempotency_in_progress");
  running.add(claim.id);
  try {
    const made = await find();
    if (made === null) return await work();
    if (made.fingerprint !== claim.fingerprint) throw new Problem("idempotency_key_reused");
    return await replayOf(() => show(made.objectId));
  } finally {
    running.delete(claim.id);
  }
}

const mark = { "Idempotency-Replayed": "true" };

/** Also that it is gone by now is a replay: of an answer that was given. */
async function replayOf(show: () => Promise<Answer>): Promise<Answer> {
  try {
    const answer = await show();
    return { ...answer, headers: { ...answer.headers, ...mark } };
  } catch (cause) {
    const { code, details } = problemOf(cause);
    if (problems[code].status >= 500) throw cause;
    throw new Problem(code, { ...details, headers: { ...details.headers, ...mark }, cause });
  }
}
