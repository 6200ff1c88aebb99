import type { IncomingMessage } from "node:http";
import type {
  Act,
  AppActor,
  BuiltInScope,
  Claim,
  Claimed,
  KeyActor,
  LimitState,
  OrganizationId,
  Principal,
} from "@katkey/keys";
import type { z } from "zod";
import type { Answer } from "../http/answer.ts";
import type { Services } from "../services.ts";
import type { About } from "./about.ts";
import { authenticateAgain } from "./caller/authenticate.ts";
import { readBody } from "./reading/body.ts";
import { idempotencyKeyOf } from "./once/idempotency-key.ts";
import { parseInput, parseQuery } from "./reading/input.ts";
import { claimOf, onlyOnce } from "./once/once.ts";
import { assertNoTokenInBody } from "./caller/assert-no-stray-token.ts";

/** What requests are counted by that ask for what is not there. */
export const unknownPath = "(unknown path)";

/** An admitted request, before its query and body were looked at. */
export interface Admitted {
  readonly services: Services;
  readonly request: IncomingMessage;
  readonly parameters: Readonly<Record<string, string>>;
  readonly act: Act<KeyActor | AppActor>;
  readonly limit: LimitState;
}

interface Call<Query, Body> extends Admitted {
  readonly query: Query;
  readonly body: Body;
}

/** Who calls is the first argument, so that a route without authentication is a type error. */
export type KeyHandler<Request = Admitted> = (
  principal: Principal,
  request: Request,
) => Answer | Promise<Answer>;

/** How a route honours `Idempotency-Key`. Its handler hands the act's claim on to the store. */
export interface Once {
  find(
    services: Services,
    organizationId: OrganizationId,
    claimId: Claim["id"],
    now: number,
  ): Promise<Claimed | null>;
  /** The first answer again, with what was made as it is now, and never with a token. */
  show(principal: Principal, call: Admitted, objectId: string): Promise<Answer>;
}

interface Shape<Query, Body> {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** As the documentation writes it: `/v1/keys/{id}`. */
  readonly path: `/${string}`;
  /** Empty: any valid token. */
  readonly scopes: readonly BuiltInScope[];
  readonly query: z.ZodType<Query>;
  /** A GET's body is never read. */
  readonly body: z.ZodType<Body>;
  readonly about: About;
  /** Absent: the route takes no notice of `Idempotency-Key`. */
  readonly once?: Once;
}

export interface Route extends Shape<unknown, unknown> {
  readonly handler: KeyHandler;
}

export function defineRoute<Query, Body>(
  shape: Shape<Query, Body>,
  handler: KeyHandler<Call<Query, Body>>,
): Route {
  const { method, path, once } = shape;
  return {
    ...shape,
    async handler(principal, admitted) {
      const { services, request, parameters } = admitted;
      const value = once && idempotencyKeyOf(request.headers);
      const query = parseInput(shape.query, parseQuery(request.url ?? ""));
      const body = parseInput(shape.body, method === "GET" ? {} : await readSafely(shape, admitted));
      const act = actNow(admitted);
      const call = { ...admitted, act, query, body };
      if (!once || !value) return handler(principal, call);
      const input = { parameters, query, body };
      const claim = claimOf(principal, { route: `${method} ${path}`, value, input });
      return onlyOnce(claim, {
        running: services.running,
        find: () => once.find(services, act.organizationId, claim.id, act.now),
        show: (objectId) => once.show(principal, call, objectId),
        work: async () => handler(principal, { ...call, act: { ...act, claim } }),
      });
    },
  };
}

/** The body, with the key as it is when the whole of it has come. */
async function readSafely(
  { scopes }: Pick<Route, "scopes">,
  { services, request, limit }: Admitted,
): Promise<object> {
  const sent = await readBody(request);
  await authenticateAgain(services, request, { scopes, limit });
  await assertNoTokenInBody(services, request, sent);
  return sent;
}

/** What is done is done now: a body can take half a minute to arrive. */
function actNow({ act, services }: Admitted): Admitted["act"] {
  return { ...act, now: services.clock.now() };
}
