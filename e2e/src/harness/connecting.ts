import { createHash, randomBytes } from "node:crypto";
import { newPage, openBrowser } from "./browser.ts";
import type { SessionCookie } from "./dashboard.ts";
import type { RunningServer } from "./server.ts";

export interface AskingApp {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
}

/** Where an app sends those who are to connect it. */
export function authorizationUrl(server: Pick<RunningServer, "url">, app: AskingApp): string {
  const parameters = new URLSearchParams({
    response_type: "code",
    client_id: app.clientId,
    redirect_uri: app.redirectUri,
    scope: app.scope,
    state: "from-the-app",
    // Of a verifier that nobody keeps: no code is redeemed here.
    code_challenge: createHash("sha256").update(randomBytes(32)).digest("base64url"),
    code_challenge_method: "S256",
    resource: server.url("/v1"),
  });
  return server.url(`/oauth/authorize?${parameters}`);
}

/** Connects an app as somebody who is signed in does, past the page. */
export async function connectApp(
  server: Pick<RunningServer, "url" | "origin">,
  app: AskingApp,
  { cookie, organizationId }: { readonly cookie: SessionCookie; readonly organizationId: string },
): Promise<void> {
  const page = await newPage(await openBrowser(), { origin: server.origin, cookie });
  const { request } = page;
  const asked = await request.get(authorizationUrl(server, app), { headers: { accept: "text/html" } });
  const answer = await request.post(`${new URL(asked.url()).pathname}/decision`, {
    data: { decision: "connect", organizationId },
    headers: { origin: server.origin },
  });
  if (!answer.ok()) throw new Error(`connect ${asked.url()}: ${answer.status()} ${await answer.text()}`);
  await page.context().close();
}
