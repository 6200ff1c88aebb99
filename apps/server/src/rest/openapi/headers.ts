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
  Accept: {
    description: "The media type that bodies have to have.",
    required: true,
    schema: { type: "string", examples: ["application/json"] },
  },
} as const satisfies Record<string, Header>;

type HeaderName = keyof typeof headers;

/** References to the headers of these names. */
export function headerReferences(names: readonly HeaderName[]) {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

/** The names of those that an answer of this status can have. */
export function headerNamesOf(status: number): readonly HeaderName[] {
  const further = furtherHeaders[status] ?? [];
  // Nobody's limit stands behind an answer to nobody.
  return status === 401 ? ["X-Request-Id", ...further] : ["X-Request-Id", ...limitHeaders, ...further];
}

const limitHeaders = ["RateLimit", "RateLimit-Policy"] as const;

const furtherHeaders: Readonly<Record<number, readonly HeaderName[]>> = {
  400: ["WWW-Authenticate"],
  401: ["WWW-Authenticate"],
  403: ["WWW-Authenticate"],
  415: ["Accept"],
  429: ["Retry-After"],
  503: ["Retry-After"],
};
