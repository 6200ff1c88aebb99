const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Where a page really lives, when somebody has typed another name of this very
 * machine: the cookie and the origin check know only one. `null` when they are
 * there already. Between other names we do not redirect: a proxy may rewrite `Host`.
 */
export function loopbackRedirect(origin: string, host: string | undefined, path: string): string | null {
  const home = new URL(origin);
  if (host === undefined || host === home.host || !loopback.has(home.hostname)) return null;
  const typed = URL.parse(`http://${host}`);
  if (typed === null || !loopback.has(typed.hostname) || typed.port !== home.port) return null;
  return new URL(path, origin).origin === home.origin ? origin + path : null;
}
