import { expect, it, vi } from "vitest";
import { codeShownBy } from "./harness/authenticator-app.ts";
import { connectApp } from "./harness/connecting.ts";
import { dashboardOf, signIn, type Dashboard, type SessionCookie } from "./harness/dashboard.ts";
import { filesOf, found, type Secrets } from "./harness/secrets-in.ts";
import { startServer, type RunningServer } from "./harness/server.ts";

const operator = { email: "olivia@example.com", password: "grey-heron-on-one-leg" };
const member = { email: "kim@example.com", password: "violet-umbrella-of-tin" };

interface Visit {
  readonly server: RunningServer;
  readonly dashboard: Dashboard;
  readonly cookie: SessionCookie;
  readonly organizationId: `org_${string}`;
  readonly secrets: Secrets;
}

/** The part of a token that is none of its public key id. */
const secretOf = (token: string) => token.split(".")[1] ?? expect.unreachable(token);
const tokenIn = (link: string) => new URL(link).hash.slice(1);

/** An installation with its first operator, by the link that the server prints. */
async function begin(server: RunningServer, secrets: Secrets): Promise<Visit> {
  const link = await vi.waitUntil(() => server.setupLink, { timeout: 10_000 });
  const token = tokenIn(link);
  const nobody = dashboardOf(server, { name: "nobody", value: "", url: server.origin });
  const { organizationId } = await nobody.setup.complete.mutate({
    token,
    name: "Olivia",
    ...operator,
    organization: "Acme",
  });
  const cookie = await signIn(server, operator);
  secrets.set("setup link", token).set("password", operator.password).set("session", sessionIn(cookie.value));
  return { server, dashboard: dashboardOf(server, cookie), cookie, organizationId, secrets };
}

/** Of a cookie's value, which is signed, what names the session. */
const sessionIn = (value: string) => decodeURIComponent(value).split(".")[0] ?? "";

/** Keys from the dashboard and from REST, one with `Idempotency-Key`; used, rotated, mistyped. */
async function useKeys({ server, dashboard, organizationId, secrets }: Visit): Promise<void> {
  const first = await dashboard.keys.issue.mutate({
    organizationId,
    key: { name: "Shop", environment: "live", scopes: ["keys:write", "keys:read"] },
  });
  const rotated = await dashboard.keys.rotate.mutate({
    organizationId,
    keyId: first.key.id,
    rotation: { overlapSeconds: 60, replaces: first.key.secrets[0]?.publicKeyId ?? "" },
  });
  const send = (path: string, token: string, body?: object) =>
    fetch(server.url(path), {
      ...(body && { method: "POST", body: JSON.stringify(body) }),
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "idempotency-key": "once",
      },
    });
  const issued = await send("/v1/keys", rotated.token, { name: "From REST", environment: "live" });
  const { token } = JSON.parse(await issued.text());
  expect(issued.status).toBe(201);
  await send("/v1/keys", rotated.token, { name: "From REST", environment: "live" });
  const mistyped = `${first.token.slice(0, -1)}${first.token.endsWith("x") ? "y" : "x"}`;
  await send("/v1/user", mistyped);
  await send(`/v1/user?access_token=${first.token}`, first.token);
  await dashboard.keys.export.mutate({ organizationId, search: first.token });
  const service = await dashboard.instance.serviceTokens.issue.mutate({
    name: "Gateway",
    organizations: null,
    expiresAt: null,
  });
  await send("/v1/verify", service.token, { token: first.token });
  secrets
    .set("key", secretOf(first.token))
    .set("rotated key", secretOf(rotated.token))
    .set("key from REST", secretOf(token))
    .set("service token", secretOf(service.token));
}

/** An app of the organization's own is connected, and trades its code for tokens, twice. */
async function useApp({ server, dashboard, cookie, organizationId, secrets }: Visit): Promise<void> {
  const redirectUri = "http://127.0.0.1/callback";
  const { app, secret } = await dashboard.partnerApps.register.mutate({
    organizationId,
    name: "Shelf Reader",
    description: null,
    homepage: null,
    logo: null,
    type: "confidential",
    redirectUris: [redirectUri],
    scopes: ["products:read"],
  });
  const verifier = "a-verifier-that-is-long-enough-for-rfc-7636-section-4-1";
  const asking = { clientId: app.id, redirectUri, scope: "products:read offline_access", verifier };
  const back = await connectApp(server, asking, { cookie, organizationId });
  const code = back.searchParams.get("code") ?? expect.unreachable(back.href);
  const ask = async (parameters: Readonly<Record<string, string>>) => {
    const answer = await fetch(server.url("/oauth/token"), {
      method: "POST",
      headers: { authorization: `Basic ${Buffer.from(`${app.id}:${secret}`).toString("base64")}` },
      body: new URLSearchParams({ resource: server.url("/v1"), ...parameters }),
    });
    const told = await answer.json();
    expect(answer.status, JSON.stringify(told)).toBe(200);
    return told;
  };
  const first = await ask({
    grant_type: "authorization_code",
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  });
  const second = await ask({ grant_type: "refresh_token", refresh_token: first.refresh_token });
  secrets
    .set("client secret", secretOf(secret ?? expect.unreachable()))
    .set("code", code)
    .set("verifier", verifier)
    .set("access token", secretOf(first.access_token))
    .set("refresh token", secretOf(first.refresh_token))
    .set("second access token", secretOf(second.access_token))
    .set("second refresh token", secretOf(second.refresh_token));
}

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");

/** Somebody joins, turns two-factor on, and is let in by a recovery code. */
async function admit({ server, dashboard, organizationId, secrets }: Visit): Promise<void> {
  const { link } = await dashboard.invitations.create.mutate({
    organizationId,
    email: member.email,
    role: "admin",
  });
  const token = tokenIn(link);
  await dashboard.invitations.join.mutate({ token, name: "Kim", password: member.password });
  const open = await dashboard.invitations.create.mutate({
    organizationId,
    email: "new@example.com",
    role: "viewer",
  });
  const { name, value } = await signIn(server, member);
  const post = async (path: string, body: object, cookie: string) => {
    const answer = await fetch(server.url(`/auth${path}`), {
      method: "POST",
      headers: { "content-type": "application/json", origin: server.origin, cookie },
      body: JSON.stringify(body),
    });
    expect(answer.status, `${path} ${await answer.clone().text()}`).toBe(200);
    return answer;
  };
  const session = `${name}=${value}`;
  const begun = await post("/two-factor/enable", { password: member.password }, session);
  const secret = new URL(JSON.parse(await begun.text()).uri).searchParams.get("secret") ?? "";
  const confirmed = await post("/two-factor/confirm", { code: codeShownBy(secret) }, session);
  const { recoveryCodes } = JSON.parse(await confirmed.text());
  const password = await post("/sign-in/email", member, "");
  const inside = await post(
    "/two-factor/verify-backup-code",
    { code: recoveryCodes[0] },
    cookiesOf(password),
  );
  const last =
    cookiesOf(inside)
      .split("; ")
      .find((pair) => pair.startsWith(`${name}=`)) ?? "";
  secrets
    .set("invitation", token)
    .set("open invitation", tokenIn(open.link))
    .set("member's password", member.password)
    .set("two-factor secret", secret)
    .set("used recovery code", recoveryCodes[0])
    .set("recovery code", recoveryCodes[1])
    .set("session of two factors", sessionIn(last.slice(name.length + 1)));
}

/** Somebody forgets their password, and chooses another; a second link is not used. */
async function forget({ dashboard, secrets }: Visit): Promise<void> {
  const { items } = await dashboard.instance.people.list.query({ search: member.email });
  const id = items[0]?.id ?? expect.unreachable(member.email);
  const made = () => dashboard.instance.people.makePasswordLink.mutate({ id, password: operator.password });
  const token = tokenIn((await made()).link);
  const password = "yellow-lantern-of-glass";
  await dashboard.passwordLinks.preview.query({ token });
  await dashboard.passwordLinks.use.mutate({ token, password });
  secrets
    .set("password link", token)
    .set("open password link", tokenIn((await made()).link))
    .set("password by link", password);
}

it("keeps no secret that it gave or was given where somebody could read it: files, logs, or the audit log", async () => {
  const server = await startServer({ env: { KATKEY_LOG_LEVEL: "trace" } });
  const secrets: Secrets = new Map();
  const visit = await begin(server, secrets);
  await useKeys(visit);
  await useApp(visit);
  await admit(visit);
  await forget(visit);
  expect(secrets.size).toBe(24);
  for (const secret of secrets.values()) expect(secret.length).toBeGreaterThanOrEqual(10);
  // That it looks where there is something to find.
  const known = new Map([["address", member.email]]);
  expect(filesOf(server).filter(({ text }) => found(text, known).length > 0)).not.toEqual([]);

  const running = filesOf(server).map(({ name, text }) => [name, found(text, secrets)]);
  await server.stop();
  const stopped = filesOf(server).map(({ name, text }) => [name, found(text, secrets)]);
  for (const [name, secretsIn] of [...running, ...stopped]) expect(secretsIn, String(name)).toEqual([]);
  expect(server.logs()).toContain('"code":"token_in_url"');
  // Printed for whoever starts it, and used up since.
  expect(found(server.logs(), secrets)).toEqual(["setup link"]);
});
