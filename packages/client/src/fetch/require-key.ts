import type { Admitted } from "../decision.ts";
import { guard, type GuardOptions, type Protection } from "../incoming/guard.ts";
import type { Katkey } from "../katkey.ts";

/** What a request brings that it does not say itself. */
export interface Arrival {
  /** The client's IP address, as the platform vouches for it: never a header that the client can write. */
  readonly address?: string | null | undefined;
}

export type Passed =
  /** `decision` is null where `onUnavailable` let the request pass. */
  | { readonly passed: true; readonly decision: Admitted | null }
  | { readonly passed: false; readonly response: Response };

export type RequireKey = (
  protection?: Protection,
) => (request: Request, arrival?: Arrival) => Promise<Passed>;

/** For everything that gets a `Request` and gives a `Response`: Hono, Deno, Bun, Workers. Made and used as Express's. */
export function createRequireKey(katkey: Katkey, options: GuardOptions = {}): RequireKey {
  return (protection = {}) =>
    async (request, { address = null } = {}) => {
      const { method, url, headers } = request;
      const header = (name: string) => headers.get(name);
      const bearer = header("authorization");
      const authorization = bearer === null ? [] : [bearer];
      const incoming = { method, url, authorization, header, address, route: null };
      const passage = await guard({ katkey, options }, incoming, protection);
      if (passage.passed) return passage;
      const { status, headers: own, body } = passage.answer;
      return { passed: false, response: new Response(JSON.stringify(body), { status, headers: { ...own } }) };
    };
}
