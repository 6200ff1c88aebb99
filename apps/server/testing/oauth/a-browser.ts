interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

interface Seen {
  readonly origin: string;
  readonly url: string;
}

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export type Browser = ReturnType<typeof aBrowser>;

/** A browser with cookies of its own, for which this server is where its origin says. */
export function aBrowser(server: Seen, session = "") {
  const cookies = new Map<string, Cookie>();
  const [name = "", value = ""] = session.split("=");
  if (value !== "") keep({ name, value, path: "/" });

  function keep(cookie: Cookie): void {
    cookies.set(`${cookie.name} ${cookie.path}`, cookie);
  }

  function take(header: string): void {
    const [pair = "", ...attributes] = header.split(/; */);
    const at = pair.indexOf("=");
    const path = attributes.find((one) => /^path=/i.test(one))?.slice("path=".length) ?? "/";
    const cookie = { name: pair.slice(0, at), value: pair.slice(at + 1), path };
    const isOver = attributes.some((one) => /^expires=Thu, 01 Jan 1970/i.test(one));
    if (isOver) cookies.delete(`${cookie.name} ${path}`);
    else keep(cookie);
  }

  function sentTo(path: string): string {
    const fits = [...cookies.values()].filter(
      (one) => path === one.path || path.startsWith(one.path.replace(/\/?$/, "/")),
    );
    return fits.map(({ name, value }) => `${name}=${value}`).join("; ");
  }

  async function ask(address: string, { method = "GET", headers = {}, body }: Sent = {}) {
    const url = new URL(address, server.origin);
    const response = await fetch(`${server.url}${url.pathname}${url.search}`, {
      method,
      redirect: "manual",
      headers: {
        accept: "text/html,application/xhtml+xml",
        cookie: sentTo(url.pathname),
        ...(body !== undefined && {
          "content-type": "application/json",
          accept: "*/*",
          origin: server.origin,
        }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    response.headers.getSetCookie().forEach(take);
    return { url, response };
  }

  /** Follows where it is sent, until that is elsewhere or a page of this server. */
  async function visit(address: string) {
    let next = new URL(address, server.origin);
    const visited = [];
    for (let hops = 0; hops < 12; hops += 1) {
      if (next.origin !== server.origin) return { url: next, visited, response: null };
      const { response } = await ask(next.href);
      visited.push({ url: next, response });
      const location = response.headers.get("location");
      if (location === null) return { url: next, visited, response };
      next = new URL(location, next);
    }
    throw new Error("sent around without end");
  }

  return {
    visit,
    ask,
    cookies: () => [...cookies.values()],
    /** Signs in as somebody else, or out. */
    use(session: string) {
      const [name = "", value = ""] = session.split("=");
      keep({ name, value, path: "/" });
    },
  };
}
