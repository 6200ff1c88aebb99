import { holdsToken } from "../keys/token-form.ts";

/** As the server makes and takes them. */
const requestId = /^[A-Za-z0-9._-]{1,64}$/;

/** Where an answer names it: in the problem, or in the header. */
const named = [
  /"(?:instance|requestId)"\s*:\s*"([^"]*)"/,
  /\b(?:instance|requestId)\s*[:=]\s*['"]?([A-Za-z0-9._-]+)/,
  /\bx-request-id\s*[:=]\s*['"]?([A-Za-z0-9._-]+)/i,
];

/** What somebody pasted: the id of a request, a secret that does not belong here, or neither. */
export type Pasted = { readonly id: string } | "token" | "empty" | "unclear";

/** Finds a request's id in what was pasted: bare, in quotes, in a whole problem, or among an answer's headers. */
export function requestIdIn(text: string): Pasted {
  const found = named.map((one) => one.exec(text)?.[1]).find((one) => one !== undefined);
  const bare = (found ?? text)
    .trim()
    .replace(/^["'`“”‘’<]+|["'`“”‘’>,;]+$/g, "")
    .trim();
  if (bare === "") return "empty";
  if (holdsToken(bare)) return "token";
  return requestId.test(bare) ? { id: bare } : "unclear";
}
