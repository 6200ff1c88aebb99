/** How the organization's limit stands. `resetSeconds`: until a place is free again; 0 when none is taken. */
export interface Limit {
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

/** Every limit of Katkey counts over this window. */
export const windowSeconds = 60;

/** The limit as draft-ietf-httpapi-ratelimit-headers-11 writes it; nothing where it is not known. */
export function limitHeaders(limit: Limit | null): Readonly<Record<string, string>> {
  if (limit === null) return {};
  return {
    "RateLimit-Policy": `"account";q=${limit.limit};w=${windowSeconds}`,
    RateLimit: `"account";r=${limit.remaining};t=${limit.resetSeconds}`,
  };
}
