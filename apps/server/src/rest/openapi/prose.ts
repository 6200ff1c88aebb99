import type { tags } from "../about.ts";

export const summary = "Keys, products, usage and billing of one organization, for its servers.";

/** What is true of the whole API. Markdown. */
export const description = `
For servers. A key never belongs into a browser: such a call is refused with 403, and marks the key as
exposed.

**Authentication.** Send the key as a bearer token, in the \`Authorization\` header and nowhere else. It is
looked at before the path: without a valid key every path is 401.

**Limits.** An organization's keys share its requests per minute. \`RateLimit\` and \`RateLimit-Policy\` say how
they stand; beyond them the answer is 429 with \`Retry-After\`, and costs nothing.

**Bodies** are JSON in UTF-8, at most 100 kB and 32 levels deep. Fields and parameters that do not exist are
refused with 422, never ignored. Times are RFC 3339 in UTC. Ids and cursors are opaque. What belongs to another
organization is 404, as if it did not exist.

**Errors** are \`application/problem+json\` (RFC 9457). Their \`code\` never changes its meaning, and \`type\`
leads to what it means and how to get rid of it.

**Every answer** names its request in \`X-Request-Id\`: send your own (1–64 characters of \`A-Za-z0-9._-\`) or
take the one that comes back. \`HEAD\` is answered wherever \`GET\` is, and \`OPTIONS\` with \`Allow\`.
`.trim();

export const tokenDescription = `
An API key's token: \`kat_\`, \`live_\` or \`test_\`, 16 characters that name the secret, a dot, and 49 that are
secret. (An installation may have chosen another word than \`kat\`.) It is shown once, when the key is issued or
rotated. What is written with a \`test\` key is invisible to \`live\` keys, and the other way round.

Each operation lists the scopes that it needs. A key's scopes are those that it was granted, as far as the role
of the member responsible for it allows them now.
`.trim();

export const accessTokenDescription = `
A partner app's access token: \`kat_oat_\`, 16 characters that name it, a dot, and 49 that are secret. The app gets
it by OAuth 2.0 after an organization has connected it, and it is valid for an hour. It opens what a \`live\` key
opens, within the scopes that were granted, as far as the role of the member who granted them allows now; only what
is about the key that calls, or changes keys, is for keys alone.
`.trim();

export const serviceTokenDescription = `
A service token: \`kat_svc_\`, 16 characters that name the secret, a dot, and 49 that are secret. The operator of
the installation issues it, for all organizations or for some. It opens what is under *Verify* and nothing else,
and an API key does not open that.
`.trim();

export const tagDescriptions = {
  Account: "Whose key this is, and what it may do.",
  Products: "Products, and the texts with which they are listed.",
  Usage: "How much the organization's keys have been used.",
  Billing: "What the running month costs, and what closed months have cost.",
  Keys: "The life of API keys: issue, rotate, revoke.",
  Verify: "For the company itself: ask about the keys that its own API receives, in any language.",
} as const satisfies Record<(typeof tags)[number], string>;
