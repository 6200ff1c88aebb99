// A whole partner app: whoever opens it connects their organization, and it shows that organization's products.
// npm install oauth4webapi@3.8.8
// KATKEY_URL=https://keys.example.com CLIENT_ID=app_… CLIENT_SECRET=kat_ocs_… node partner-app.mjs
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import * as oauth from "oauth4webapi";

const { KATKEY_URL = "https://keys.example.com", CLIENT_ID, CLIENT_SECRET, PORT = "4000" } = process.env;
const redirectUri = `http://127.0.0.1:${PORT}/callback`; // register exactly this
const client = { client_id: CLIENT_ID };
const secret = oauth.ClientSecretBasic(CLIENT_SECRET);

// From the issuer on, every address is discovered. Without TLS only for a Katkey on your own machine.
const issuer = new URL(`${KATKEY_URL}/oauth`);
const options = { [oauth.allowInsecureRequests]: issuer.protocol === "http:" };
const metadata = await oauth.discoveryRequest(issuer, { algorithm: "oauth2", ...options });
const server = await oauth.processDiscoveryResponse(issuer, metadata);

// By the cookie of each browser. In an app of yours: accounts in a database, which their tokens survive in.
const visitors = new Map();

class Disconnected extends Error {}

/** Where somebody is asked. State and verifier prove that who comes back is the browser that was sent. */
async function connect(visitor) {
  visitor.asked = { state: oauth.generateRandomState(), verifier: oauth.generateRandomCodeVerifier() };
  const parameters = new URLSearchParams({
    response_type: "code",
    client_id: CLIENT_ID,
    redirect_uri: redirectUri,
    scope: "products:read",
    state: visitor.asked.state,
    code_challenge: await oauth.calculatePKCECodeChallenge(visitor.asked.verifier),
    code_challenge_method: "S256",
  });
  return `${server.authorization_endpoint}?${parameters}`;
}

async function takeAnswer(visitor, url) {
  const { asked } = visitor;
  if (asked === undefined) throw new Error("Nobody was asked in this browser: begin at /");
  delete visitor.asked; // an answer counts once
  // Compares state and iss (RFC 9207), and throws when somebody said no: access_denied.
  const code = oauth.validateAuthResponse(server, client, url, asked.state);
  const sent = [code, redirectUri, asked.verifier, options];
  const response = await oauth.authorizationCodeGrantRequest(server, client, secret, ...sent);
  visitor.tokens = await oauth.processAuthorizationCodeResponse(server, client, response);
}

/** One at a time, and kept before it is used: a refresh token that is sent twice ends the connection. */
function refresh(visitor) {
  visitor.refreshing ??= (async () => {
    const { refresh_token } = visitor.tokens;
    const response = await oauth.refreshTokenGrantRequest(server, client, secret, refresh_token, options);
    visitor.tokens = await oauth.processRefreshTokenResponse(server, client, response);
  })().finally(() => delete visitor.refreshing);
  return visitor.refreshing;
}

async function get(visitor, path, mayRefresh = true) {
  if (visitor.tokens === undefined) throw new Disconnected("not connected");
  const { access_token } = visitor.tokens;
  const answer = await fetch(KATKEY_URL + path, { headers: { authorization: `Bearer ${access_token}` } });
  const body = await answer.json();
  if (answer.ok) return body;
  if (answer.status !== 401) throw new Error(`${body.code}: ${body.detail}`); // what to do: /docs/errors
  if (body.code === "app_disconnected" || !mayRefresh) throw new Disconnected(body.code);
  // It has expired. Meanwhile another request may have got the next one.
  if (visitor.tokens?.access_token === access_token) await refresh(visitor);
  return get(visitor, path, false);
}

async function answer(visitor, { pathname, href }, response) {
  const leadTo = (location) => response.writeHead(303, { location }).end();
  if (pathname === "/connect") return leadTo(await connect(visitor));
  if (pathname === "/callback") return takeAnswer(visitor, new URL(href)).then(() => leadTo("/"));
  try {
    const shown = [await get(visitor, "/v1/user"), await get(visitor, "/v1/products")];
    response.setHeader("content-type", "application/json").end(JSON.stringify(shown, null, 2));
  } catch (error) {
    // Ended by an admin, or a refresh was refused: these tokens are over, and only consent brings new ones.
    if (!(error instanceof Disconnected) && error.error !== "invalid_grant") throw error;
    delete visitor.tokens;
    const why = error.error ?? error.message;
    const page = `<p>This app cannot read your products: ${why}. <a href="/connect">Connect it</a>`;
    response.setHeader("content-type", "text/html").end(page);
  }
}

createServer((request, response) => {
  const { visitor } = Object.fromEntries(new URLSearchParams(request.headers.cookie?.replaceAll("; ", "&")));
  const id = visitors.has(visitor) ? visitor : randomUUID();
  if (id !== visitor) visitors.set(id, {});
  response.setHeader("set-cookie", `visitor=${id}; HttpOnly; SameSite=Lax`);
  answer(visitors.get(id), new URL(request.url, redirectUri), response).catch((error) => {
    response.writeHead(500, { "content-type": "text/plain" }).end(error.message);
  });
}).listen(Number(PORT), "127.0.0.1", () => console.log(`Open http://127.0.0.1:${PORT}`));
