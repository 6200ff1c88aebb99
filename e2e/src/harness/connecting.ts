import { authorizationUrl, type AskingApp } from "./authorization-url.ts";
import type { SessionCookie } from "./dashboard.ts";
import type { RunningServer } from "./server.ts";

interface Leave {
  readonly cookie: SessionCookie;
  readonly organizationId: string;
}

/** Connects an app as a signed-in browser does, without one. Resolves to where it is sent: the app, with a code. */
export async function connectApp(
  server: Pick<RunningServer, "url" | "origin">,
  app: AskingApp,
  { cookie, organizationId }: Leave,
): Promise<URL> {
  const browser = withCookies(cookie);
  const asked = await browser.follow(authorizationUrl(server, app), server.origin);
  const answer = await browser.ask(`${asked.href}/decision`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.origin },
    body: JSON.stringify({ decision: "connect", organizationId }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`connect ${asked.href}: ${answer.status} ${text}`);
  return browser.follow(JSON.parse(text).redirectTo, server.origin);
}

/** As much of a browser as an authorization needs: it keeps cookies, and goes where it is sent. */
function withCookies(session: SessionCookie) {
  const cookies = new Map([[session.name, session.value]]);
  async function ask(url: string, options: RequestInit): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(url, {
      ...options,
      redirect: "manual",
      headers: { ...options.headers, cookie },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return answer;
  }
  /** Up to a page, or to an address of another origin, which is not asked. */
  async function follow(to: string, origin: string): Promise<URL> {
    const at = new URL(to, origin);
    if (at.origin !== origin) return at;
    const answer = await ask(at.href, { headers: { accept: "text/html" } });
    await answer.arrayBuffer();
    const location = answer.headers.get("location");
    return location === null ? at : follow(new URL(location, at).href, origin);
  }
  return { ask, follow };
}
