import type { IncomingMessage } from "node:http";
import type { Act, KeyActor, LimitState, Principal, Scope } from "@katkey/keys";
import type { z } from "zod";
import type { Answer } from "../http/answer.ts";
import type { Services } from "../services.ts";
import type { About } from "./about.ts";
import { readBody } from "./body.ts";
import { parseInput, parseQuery } from "./input.ts";
import { assertNoTokenInBody } from "./assert-no-stray-token.ts";

/** An admitted request, before its query and body were looked at. */
export interface Admitted {
  readonly services: Services;
  readonly request: IncomingMessage;
  readonly parameters: Readonly<Record<string, string>>;
  readonly act: Act<KeyActor>;
  readonly limit: LimitState;
}

interface Call<Query, Body> extends Admitted {
  readonly query: Query;
  readonly body: Body;
}

/** The key is the first argument, so that a route without authentication is a type error. */
export type KeyHandler<Request = Admitted> = (
  principal: Principal,
  request: Request,
) => Answer | Promise<Answer>;

interface Shape<Query, Body> {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** As the documentation writes it: `/v1/keys/{id}`. */
  readonly path: `/${string}`;
  /** Empty: any valid key. */
  readonly scopes: readonly Scope[];
  readonly query: z.ZodType<Query>;
  /** A GET's body is never read. */
  readonly body: z.ZodType<Body>;
  readonly about: About;
}

export interface Route extends Shape<unknown, unknown> {
  readonly handler: KeyHandler;
}

export function defineRoute<Query, Body>(
  shape: Shape<Query, Body>,
  handler: KeyHandler<Call<Query, Body>>,
): Route {
  return {
    ...shape,
    async handler(principal, admitted) {
      const query = parseInput(shape.query, parseQuery(admitted.request.url ?? ""));
      const sent = shape.method === "GET" ? {} : await readBody(admitted.request);
      await assertNoTokenInBody(admitted.services, admitted.request, sent);
      const body = parseInput(shape.body, sent);
      return handler(principal, { ...admitted, act: actNow(admitted), query, body });
    },
  };
}

/** What is done is done now: a body can take half a minute to arrive. */
function actNow({ act, services }: Admitted): Act<KeyActor> {
  return { ...act, now: services.clock.now() };
}
