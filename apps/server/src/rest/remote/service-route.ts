import type { z } from "zod";
import type { Services } from "../../services.ts";
import type { About } from "../about.ts";
import { nothing, parseInput } from "../reading/input.ts";
import type { ServiceCaller } from "./authenticate-service.ts";
import type { Judge } from "./judge.ts";

/** What a call of one of the company's services is answered from. */
export interface ServiceCall {
  readonly services: Services;
  readonly judge: Judge;
  readonly caller: ServiceCaller;
  readonly requestId: string;
}

interface Shape<Body> {
  readonly path: `/${string}`;
  readonly body: z.ZodType<Body>;
  readonly about: About;
}

/** A route for services: whoever asks sends a service token, and the answer is always 200. */
export interface ServiceRoute extends Shape<unknown> {
  readonly method: "POST";
  /** For keys; a service token has one scope, and needs it. */
  readonly scopes: readonly [];
  readonly query: typeof nothing;
  answer(call: ServiceCall, sent: object): Promise<object>;
}

export function defineServiceRoute<Body>(
  shape: Shape<Body>,
  handler: (call: ServiceCall, body: Body) => Promise<object>,
): ServiceRoute {
  return {
    ...shape,
    method: "POST",
    scopes: [],
    query: nothing,
    answer: async (call, sent) => handler(call, parseInput(shape.body, sent)),
  };
}
