import { authorizationUrl } from "../../harness/authorization-url.ts";
import type { Surroundings } from "./surroundings.ts";

interface AskingApp {
  readonly clientId: string;
  readonly redirectUri: string;
}

/** Connects an app as a signed-in browser does, without one: the cookies of the request go along by hand. */
export async function connect(
  { server, cookie, organizationId }: Surroundings,
  app: AskingApp,
): Promise<void> {
  const cookies = new Map([[cookie.name, cookie.value]]);
  const ask = async (url: string, options: RequestInit = {}) => {
    const answer = await fetch(url, {
      ...options,
      redirect: "manual",
      headers: {
        ...options.headers,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };

  let at = authorizationUrl(server, { ...app, scope: "products:read" });
  for (;;) {
    const answer = await ask(at, { headers: { accept: "text/html" } });
    await answer.arrayBuffer();
    const location = answer.headers.get("location");
    if (location === null) break;
    at = new URL(location, at).href;
  }
  const decision = await ask(`${at}/decision`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.origin },
    body: JSON.stringify({ decision: "connect", organizationId }),
  });
  if (!decision.ok) throw new Error(`connect ${at}: ${decision.status} ${await decision.text()}`);
  await decision.arrayBuffer();
}
