export type ChallengeError = "invalid_request" | "invalid_token" | "insufficient_scope";

/** RFC 6750, 3: what a refused bearer request is told; without an error code for whoever sent no credentials. */
export function challenge(error?: ChallengeError, scope?: string): Readonly<Record<string, string>> {
  const attributes = ['realm="katkey"'];
  if (error !== undefined) attributes.push(`error="${error}"`);
  if (scope !== undefined) attributes.push(`scope="${scope}"`);
  return { "WWW-Authenticate": `Bearer ${attributes.join(", ")}` };
}
