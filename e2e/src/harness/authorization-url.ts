import { createHash, randomBytes } from "node:crypto";
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
