/** The cookie that carries a session. */
export interface SessionCookie {
  readonly name: string;
  readonly attributes: {
    readonly httpOnly: true;
    readonly sameSite: "lax";
    readonly path: "/";
    readonly secure: boolean;
  };
}

/**
 * On https the `__Host-` prefix makes browsers refuse the cookie unless this very
 * host set it over https (RFC 6265bis, 4.1.3.2), so that a sibling domain cannot
 * plant a session. Browsers refuse that prefix on plain http.
 */
export function sessionCookieFor(origin: string): SessionCookie {
  const secure = new URL(origin).protocol === "https:";
  return {
    name: secure ? "__Host-katkey" : "katkey",
    attributes: { httpOnly: true, sameSite: "lax", path: "/", secure },
  };
}
