import { admit, type Admission, type OrganizationId, type Scope } from "@katkey/keys";
import type { Problem } from "../../http/problem.ts";
import type { Services } from "../../services.ts";
import { assertCounting } from "../books/assert-counting.ts";
import { admittingOf } from "../caller/admitting-of.ts";
import { refusalOf } from "../caller/refusals.ts";
import { createBooks } from "./books.ts";

/** A client's request, as far as whoever received it tells. */
export interface RemoteRequest {
  readonly token: string;
  /** What it needs; empty: any valid key. */
  readonly scopes: readonly Scope[];
  /** The client's IP address; `null`: not told. */
  readonly address: string | null;
  /** As `browserOf` sees it; `null` also when nobody looked. */
  readonly browser: { readonly origin: string | null } | null;
  /** Empty: not told. */
  readonly method: string;
  /** The pattern, never the path that was called. */
  readonly route: string;
  readonly userAgent: string | null;
  /** For how many requests it counts. None: it is decided, and neither taken from the limit nor counted or noted. */
  readonly cost: number;
  /** Whose keys are known to whoever asks; `null`: all. */
  readonly organizations: readonly OrganizationId[] | null;
  /** By which a refusal is found. */
  readonly requestId: string;
  /** Whoever would be let in is told this instead; `null`: nothing is wrong with the question. */
  readonly mistake: Problem | null;
}

export interface Decision {
  readonly admission: Admission;
  /** What the client is told; `null`: it is let in. */
  readonly problem: Problem | null;
}

export interface Judge {
  /** Resolves when the request is counted. @throws Problem `busy` */
  decide(request: RemoteRequest): Promise<Decision>;
  /** One after the other, counted all together. @throws Problem `busy` */
  decideAll(requests: readonly RemoteRequest[]): Promise<readonly Decision[]>;
}

/**
 * Decides about requests that another server received, as if they had come here: the same admission, limit and
 * refusals, and the same counts and notes.
 */
export function createJudge(services: Services): Judge {
  const book = createBooks(services);
  const admitting = admittingOf(services);
  const { clock } = services;

  async function judge(request: RemoteRequest) {
    const { token, scopes, address, browser, cost, organizations, requestId } = request;
    const now = clock.now();
    const at = clock.monotonic();
    const about = { token, scopes, address, browser, cost, organizations, requestId, now, at };
    const admission = await admit(admitting, about);
    const decision = { admission, problem: refusalOf(admission, scopes) ?? request.mistake };
    return { decision, booked: book(request, decision, now) };
  }

  return {
    async decide(request) {
      assertCounting(services);
      const { decision, booked } = await judge(request);
      await booked;
      return decision;
    },

    async decideAll(requests) {
      // All of them or none: what cannot be written from here on is kept.
      assertCounting(services);
      const judged = [];
      for (const request of requests) judged.push(await judge(request));
      for (const { booked } of judged) await booked;
      return judged.map(({ decision }) => decision);
    },
  };
}
