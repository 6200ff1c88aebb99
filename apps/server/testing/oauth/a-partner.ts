import { decideOnApp, offerApp, registerApp, type AppDesk, type Scope } from "@katkey/keys";
import * as oauth from "oauth4webapi";
import type { TestServer } from "../server.ts";
import type { Browser } from "./a-browser.ts";
import type { Company } from "./a-company.ts";

interface PartnerOptions {
  readonly type?: "confidential" | "public";
  /** `key`: by a private key, of which only the public half is registered (RFC 7523). */
  readonly auth?: "basic" | "post" | "key";
  readonly redirectUris?: readonly string[];
  readonly scopes?: readonly Scope[];
  /** Offered to everybody. */
  readonly approved?: boolean;
}

interface Asking {
  readonly scope?: string;
  readonly redirectUri?: string;
  readonly organizationId?: string;
  /** Parameters as they are; `undefined` leaves one out. */
  readonly more?: Readonly<Record<string, string | undefined>>;
}

export type Partner = Awaited<ReturnType<typeof aPartner>>;

export interface Started {
  readonly url: string;
  readonly verifier: string;
  readonly state: string;
  readonly redirectUri: string;
}

/** As much of a server as a partner needs. */
type Installation = Pick<TestServer, "origin" | "url"> & {
  readonly services: { readonly desk: AppDesk };
};

/** An app of this organization, with a real client on a server of its own. */
export async function aPartner(server: Installation, owner: Company, options: PartnerOptions = {}) {
  const { type = "confidential", auth = "basic", approved = true } = options;
  const { redirectUris = ["https://partner.test/callback"], scopes = ["products:read", "products:write"] } =
    options;
  const { desk } = server.services;
  const act = owner.act();
  const described = { name: "Shop Sync", description: null, homepage: "https://partner.test", logo: null };
  const pair = await oauth.generateKeyPair("ES256", { extractable: true });
  const jwks = auth === "key" ? await keySetOf(pair) : null;
  const { app, secret } = await registerApp(desk, act, { ...described, type, redirectUris, scopes, jwks });
  if (approved) await approve(server, owner, app.id);

  const client: oauth.Client = { client_id: app.id };
  const authentication =
    auth === "key" ? oauth.PrivateKeyJwt(pair.privateKey) : authenticationWith(secret, auth);
  const [redirectUri = ""] = redirectUris;
  const here = optionsFor(server);
  const metadata = await discover(server);

  async function start(asking: Asking = {}): Promise<Started> {
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const parameters = {
      client_id: app.id,
      response_type: "code",
      redirect_uri: asking.redirectUri ?? redirectUri,
      scope: asking.scope ?? scopes.join(" "),
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      organization: asking.organizationId,
      ...asking.more,
    };
    const url = new URL(metadata.authorization_endpoint ?? "");
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== undefined) url.searchParams.set(name, value);
    }
    return { url: url.href, verifier, state, redirectUri: parameters.redirect_uri };
  }

  function validate(callback: URL, { state }: Started) {
    return oauth.validateAuthResponse(metadata, client, callback, state);
  }

  async function redeem(callback: URL, started: Started) {
    const code = validate(callback, started);
    const { redirectUri, verifier } = started;
    const response = await oauth.authorizationCodeGrantRequest(
      metadata,
      client,
      authentication,
      code,
      redirectUri,
      verifier,
      here,
    );
    return oauth.processAuthorizationCodeResponse(metadata, client, response);
  }

  return {
    app,
    secret,
    /** What signs for it, when it proves itself `key`. */
    signingKey: pair.privateKey,
    client,
    authentication,
    metadata,
    redirectUri,
    options: here,
    start,
    validate,
    redeem,

    async refresh(token: string, parameters: Record<string, string> = {}) {
      const more = { ...here, additionalParameters: parameters };
      const response = await oauth.refreshTokenGrantRequest(metadata, client, authentication, token, more);
      return oauth.processRefreshTokenResponse(metadata, client, response);
    },
    async ownToken(parameters: Record<string, string>) {
      const response = await oauth.clientCredentialsGrantRequest(
        metadata,
        client,
        authentication,
        parameters,
        here,
      );
      return oauth.processClientCredentialsResponse(metadata, client, response);
    },
    async introspect(token: string, hint?: string) {
      const more = {
        ...here,
        ...(hint !== undefined && { additionalParameters: { token_type_hint: hint } }),
      };
      const response = await oauth.introspectionRequest(metadata, client, authentication, token, more);
      return oauth.processIntrospectionResponse(metadata, client, response);
    },
    async revoke(token: string, hint?: string) {
      const more = {
        ...here,
        ...(hint !== undefined && { additionalParameters: { token_type_hint: hint } }),
      };
      const response = await oauth.revocationRequest(metadata, client, authentication, token, more);
      const text = await response.clone().text();
      await oauth.processRevocationResponse(response);
      return { status: response.status, text };
    },
    /** As the library would not: whatever is posted, to this endpoint. */
    post: (
      endpoint: string | undefined,
      body: string | URLSearchParams,
      headers: Record<string, string> = {},
    ) => here[oauth.customFetch](endpoint ?? "", { method: "POST", body, headers, redirect: "manual" }),
    basic: `Basic ${Buffer.from(`${app.id}:${secret ?? ""}`).toString("base64")}`,
  };
}

async function approve(server: Installation, owner: Company, appId: Parameters<typeof offerApp>[2]) {
  const { desk } = server.services;
  const act = owner.act();
  await offerApp(desk, act, appId);
  const { userId, email } = act.actor;
  await decideOnApp(
    desk,
    { ...act, actor: { type: "operator", userId, email } },
    { appId, decision: "approved" },
  );
}

/** What is registered of a key pair. */
export async function keySetOf({ publicKey }: Pick<CryptoKeyPair, "publicKey">) {
  return { keys: [{ ...(await crypto.subtle.exportKey("jwk", publicKey)) }] };
}

function authenticationWith(secret: string | null, auth: "basic" | "post"): oauth.ClientAuth {
  if (secret === null) return oauth.None();
  return auth === "basic" ? oauth.ClientSecretBasic(secret) : oauth.ClientSecretPost(secret);
}

/** For which the server is where its origin says. */
export function optionsFor({ origin, url }: Pick<TestServer, "origin" | "url">) {
  return {
    [oauth.allowInsecureRequests]: true,
    [oauth.customFetch]: (address: string, init: object) => fetch(address.replace(origin, url), init),
  };
}

export async function discover(
  server: Pick<TestServer, "origin" | "url">,
): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(`${server.origin}/oauth`);
  const response = await oauth.discoveryRequest(issuer, { algorithm: "oauth2", ...optionsFor(server) });
  return oauth.processDiscoveryResponse(issuer, response);
}

/** What somebody does who was sent here by an app: they are asked, and this is what they answer. */
export async function decideOn(
  browser: Browser,
  started: { readonly url: string },
  decision: { readonly decision: string; readonly organizationId?: string },
): Promise<URL> {
  const asked = await browser.visit(started.url);
  const { response } = await browser.ask(`${asked.url.pathname}/decision`, {
    method: "POST",
    body: decision,
  });
  const answer = (await response.json()) as { readonly redirectTo?: string };
  if (answer.redirectTo === undefined) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return (await browser.visit(answer.redirectTo)).url;
}

/** An app's tokens for this organization, by consent in this browser. */
export async function tokensFor(
  partner: Partner,
  browser: Browser,
  organizationId: string,
  asking: Asking = {},
) {
  const started = await partner.start(asking);
  const callback = await decideOn(browser, started, { decision: "connect", organizationId });
  const tokens = await partner.redeem(callback, started);
  return { ...tokens, refresh_token: tokens.refresh_token ?? "" };
}
