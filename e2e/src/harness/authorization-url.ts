import { createHash, randomBytes } from "node:crypto";
import type { RunningServer } from "./server.ts";

export interface AskingApp {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  /** Of its code; left out: one that nobody keeps, and no code is redeemed. */
  readonly verifier?: string;
}

/** Where an app sends those who are to connect it. */
export function authorizationUrl(server: Pick<RunningServer, "url">, app: AskingApp): string {
  const { verifier = randomBytes(32).toString("base64url") } = app;
  const parameters = new URLSearchParams({
    response_type: "code",
    client_id: app.clientId,
    redirect_uri: app.redirectUri,
    scope: app.scope,
    state: "from-the-app",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    resource: server.url("/v1"),
  });
  return server.url(`/oauth/authorize?${parameters}`);
}
