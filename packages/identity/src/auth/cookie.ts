/** A cookie of ours, which no script reads and no other site sends. */
export interface AuthCookie {
  readonly name: string;
  readonly attributes: {
    readonly httpOnly: true;
    readonly sameSite: "lax";
    readonly path: "/";
    readonly secure: boolean;
  };
}

export interface AuthCookies {
  readonly session: AuthCookie;
  /** That the password was right, until the second step is done. */
  readonly secondStep: AuthCookie;
  /** What a passkey has to sign. */
  readonly challenge: AuthCookie;
}

/**
 * On https the `__Host-` prefix makes browsers refuse a cookie unless this very
 * host set it over https (RFC 6265bis, 4.1.3.2), so that a sibling domain cannot
 * plant a session. Browsers refuse that prefix on plain http.
 */
export function authCookiesFor(origin: string): AuthCookies {
  const secure = new URL(origin).protocol === "https:";
  const named = (name: string): AuthCookie => ({
    name: secure ? `__Host-${name}` : name,
    attributes: { httpOnly: true, sameSite: "lax", path: "/", secure },
  });
  return {
    session: named("katkey"),
    secondStep: named("katkey-second-step"),
    challenge: named("katkey-challenge"),
  };
}
