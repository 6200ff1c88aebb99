import { z } from "zod";
import type { About } from "../about.ts";
import { nothing } from "../reading/input.ts";
import { movedStatuses } from "./forward-auth-answers.ts";
import { routeForm } from "./forward-auth-question.ts";

/** For the documentation: questions are read without a schema, and refused with more to say. */
const query = z.strictObject({
  scope: z
    .string()
    .optional()
    .meta({
      description:
        "Scopes that the key needs, separated by spaces; the parameter may also stand there several times. Without it any valid key will do.",
      examples: ["orders:read"],
    }),
  route: z
    .string()
    .regex(routeForm)
    .optional()
    .meta({ description: "What the request is counted as, with the client's method.", examples: ["orders"] }),
  gateway: z
    .enum(["nginx"])
    .optional()
    .describe(
      "For nginx, which hands on no refusal but 401 and 403: 429 comes as 403, `X-Katkey-Status` says what it is, and `X-Katkey-Problem` what the client is to read.",
    ),
  uri: z
    .string()
    .optional()
    .describe(
      "The end of the question: what stands behind it is the client's path and query, and decides nothing.",
    ),
});

const about: About = {
  operationId: "forwardAuth",
  tag: "Verify",
  summary: "Decide about a request that a gateway received",
  description:
    "For nginx, Caddy, Traefik, Envoy and every other reverse proxy that asks before it lets a request in, with the `Authorization` of its client, and by any method. It is decided, taken from the limit, counted, billed and noted like a request to this server. A refusal is handed on to the client as it is; what is 400 elsewhere is 401 here, because gateways hand on no 400. Address, method and URL of the client are believed from trusted proxies, in `X-Forwarded-For`, `X-Forwarded-Method` and `X-Forwarded-Uri`. Parameters that there are not, and scopes, are 422: nobody gets in through a misspelt configuration. No other spelling of the path is this one.",
  need: "Needs a key with the scopes that the question names.",
  answer: {
    status: 200,
    description: "Let the request in. The headers tell your API who calls.",
    schema: null,
    example: null,
    headers: {
      "X-Katkey-Organization": "Whose key it is.",
      "X-Katkey-Key": "Which key it is, `key_…`; of a partner app its grant, `grt_…`.",
      "X-Katkey-Environment": "`live` or `test`.",
      "X-Katkey-Scopes": "What the key or app may do now, separated by spaces; may be empty.",
    },
  },
  errors: ["insufficient_scope"],
};

/** As the documentation writes it. */
export const forwardAuthRoute = {
  method: "GET",
  path: "/v1/forward-auth",
  scopes: [],
  query,
  body: nothing,
  about,
  moved: movedStatuses,
  isExact: true,
} as const;
