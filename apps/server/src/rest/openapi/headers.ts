import { isForServices, type DocumentedRoute } from "./documented-route.ts";
import type { Header } from "./model.ts";

/** The headers that several answers have in common. */
export const headers = {
  "X-Request-Id": {
    description: "Names the request in the server's log: yours if you sent one, else a new one.",
    required: true,
    schema: { type: "string", pattern: "^[A-Za-z0-9._-]{1,64}$", examples: ["warehouse-4711"] },
  },
  RateLimit: {
    description:
      "How the limit stands that the organization's keys share: `r` requests are left, and more are back in `t` seconds (draft-ietf-httpapi-ratelimit-headers). On every answer to a key that is known.",
    required: false,
    schema: { type: "string", pattern: '^"account";r=\\d+;t=\\d+$', examples: ['"account";r=99;t=60'] },
  },
  "RateLimit-Policy": {
    description: "The limit itself: `q` requests within `w` seconds. On every answer to a key that is known.",
    required: false,
    schema: { type: "string", pattern: '^"account";q=\\d+;w=\\d+$', examples: ['"account";q=100;w=60'] },
  },
  "Retry-After": {
    description: "In how many seconds it is worth trying again.",
    required: true,
    schema: { type: "string", pattern: "^[1-9]\\d*$", examples: ["17"] },
  },
  "WWW-Authenticate": {
    description:
      "What the API wants to see instead, and for a missing scope which one (RFC 6750). On every answer about credentials or scopes.",
    required: false,
    schema: {
      type: "string",
      pattern: '^Bearer realm="katkey"',
      examples: ['Bearer realm="katkey", error="insufficient_scope", scope="keys:write"'],
    },
  },
  "Accept-Post": {
    description: "The media types that the body of a `POST` may have.",
    required: false,
    schema: { type: "string", examples: ["application/json"] },
  },
  "Accept-Patch": {
    description: "The media types that the body of a `PATCH` may have (RFC 5789).",
    required: false,
    schema: { type: "string", examples: ["application/json, application/merge-patch+json"] },
  },
  Accept: {
    description: "The media types that the body of any other method may have.",
    required: false,
    schema: { type: "string", examples: ["application/json"] },
  },
  "Accept-Encoding": {
    description: "Bodies are read uncompressed only.",
    required: false,
    schema: { type: "string", examples: ["identity"] },
  },
  "Idempotency-Replayed": {
    description: "The request was done before: this is what it made, as it is now.",
    required: false,
    schema: { type: "string", const: "true" },
  },
} as const satisfies Record<string, Header>;

type HeaderName = keyof typeof headers;

/** References to the headers of these names. */
export function headerReferences(names: readonly HeaderName[]) {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

/** The names of those that an answer of this status can have; without a route: whatever the route. */
export function headerNamesOf(status: number, route?: DocumentedRoute): readonly HeaderName[] {
  const further = furtherHeaders[status] ?? [];
  // Nobody's limit stands behind an answer to nobody, or to whoever asks about others.
  const isNobodys = status === 401 || (route !== undefined && isForServices(route));
  const limit = isNobodys ? [] : limitHeaders;
  const replayed = route?.once && isReplayed(status) ? (["Idempotency-Replayed"] as const) : [];
  return ["X-Request-Id", ...limit, ...further, ...replayed];
}

/** Also that something is gone by now. */
function isReplayed(status: number): boolean {
  return status < 300 || status === 404;
}

const limitHeaders = ["RateLimit", "RateLimit-Policy"] as const;

const furtherHeaders: Readonly<Record<number, readonly HeaderName[]>> = {
  400: ["WWW-Authenticate"],
  401: ["WWW-Authenticate"],
  403: ["WWW-Authenticate"],
  415: ["Accept-Post", "Accept-Patch", "Accept", "Accept-Encoding"],
  429: ["Retry-After"],
  503: ["Retry-After"],
  507: ["Retry-After"],
};
