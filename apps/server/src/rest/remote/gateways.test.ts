import { createHash } from "node:crypto";
import { exposureOf, findKey, revoke, type KeyId } from "@katkey/keys";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { anApi, aSilentKatkey, ask, type Asking } from "../../../testing/gateways/an-api.ts";
import { caddy, nginx, type GatewayProgram } from "../../../testing/gateways/gateway-program.ts";
import { aKey, anOrganization, ownerAct, type TestOrganization } from "../../../testing/people.ts";
import { openServer, type ServerOptions, type TestServer } from "../../../testing/server.ts";

const ownScopes = ["orders:read", "orders:write"] as const;

/** However somebody could spell Katkey's headers. */
const spoofed = {
  "X-Katkey-Organization": "evil",
  "x-katkey-KEY": "evil",
  X_Katkey_Organization: "evil",
  "X-Katkey_Scopes": "evil",
  "X.Katkey.Key": "evil",
  "X~Katkey~Environment": "evil",
  "X-Katkey-Environment": ["evil", "evil"],
  "X-Katkey-Scopes": "keys:write",
};

/** One for the gateway, perhaps another for the API. */
const twoPaths = [
  "/orders/..%2fhealth",
  "/orders/%2e%2e/health",
  "/orders/../health",
  "/health/..%2forders",
  "/health/../orders",
  "//orders",
  "/health//../orders",
  "/orders%5c..%5chealth",
  "/health/.",
];

type Edit = (configuration: string) => string;

type Options = ServerOptions & { readonly edit?: Edit };

async function openProtectedApi(program: GatewayProgram, { edit, ...options }: Options = {}) {
  const katkey = await openServer({ ownScopes, ...options });
  const api = await anApi();
  const backends = { katkey: katkey.port, api: api.port, ...(edit && { edit }) };
  const { port, stop } = await program.start(backends);
  const organization = await anOrganization(katkey);
  const close = async () => {
    await stop();
    katkey.close();
    api.close();
  };
  return { katkey, api, port, organization, close };
}

type ProtectedApi = Awaited<ReturnType<typeof openProtectedApi>>;

/** With a key of its own, to an API that has received nothing. */
async function aClientOf({ katkey, api, port, organization }: ProtectedApi) {
  const { key, token } = await aKey(katkey, organization, { scopes: [...ownScopes] });
  api.received.length = 0;
  const call = (path: string, asking: Asking = {}) => ask(port, path, { token, ...asking });
  return { katkey, api, port, organization, key, token, call };
}

async function aProtectedApi(program: GatewayProgram, options?: Options) {
  const opened = await openProtectedApi(program, options);
  onTestFinished(opened.close);
  return aClientOf(opened);
}

async function exposure(katkey: TestServer, organization: TestOrganization, { id }: { readonly id: KeyId }) {
  const act = ownerAct(katkey, organization);
  return exposureOf(await findKey(katkey.services.desk, act, id), act.now);
}

const programs = [nginx, caddy];

const elsewhere: Edit = (text) =>
  text.replace("return 404;", "proxy_pass http://api;").replace("respond 404", "import katkey");

it.for(programs)("$name is here to be tried", ({ isThere, packageName }, { skip }) => {
  skip(!isThere, `not installed: apt-get install ${packageName}`);
  expect(isThere).toBe(true);
});

const installed = programs.filter(({ isThere }) => isThere);

describe.each(installed)("behind $name, as it is documented", (program) => {
  let shared: ProtectedApi;
  const aClient = () => aClientOf(shared);

  beforeAll(async () => {
    shared = await openProtectedApi(program);
  });
  afterAll(() => shared.close());

  it("a key gets in, and the API learns whose it is and not its token", async () => {
    const { api, organization, key, call } = await aClient();
    const { status, headers, text } = await call("/orders/7?page=2&scope=x");
    expect({ status, text }).toEqual({ status: 200, text: "served" });
    expect(headers).toMatchObject({
      ratelimit: expect.stringMatching(/^"account";r=\d+;t=60$/),
      "ratelimit-policy": '"account";q=6000;w=60',
    });
    expect(api.received).toMatchObject([{ method: "GET", url: "/orders/7?page=2&scope=x" }]);
    const [{ headers: got } = { headers: {} }] = api.received;
    expect(got).toMatchObject({
      "x-katkey-organization": organization.id,
      "x-katkey-key": key.id,
      "x-katkey-environment": "live",
      "x-katkey-scopes": "orders:read orders:write",
    });
    expect(got).not.toHaveProperty("authorization");
  });

  it("nobody gets in without a key, and is told how to ask", async () => {
    const { api, port } = await aClient();
    const { status, headers, text } = await ask(port, "/orders", { headers: { "X-Request-Id": "mine" } });
    expect(status).toBe(401);
    expect(headers).toMatchObject({
      "www-authenticate": 'Bearer realm="katkey"',
      "content-type": "application/problem+json",
      "x-request-id": expect.any(String),
    });
    expect(JSON.parse(text)).toMatchObject({ code: "missing_credentials", status: 401 });
    expect(api.received).toEqual([]);
  });

  it("a key is refused from the very next request on when it was revoked", async () => {
    const { katkey, api, organization, key, call } = await aClient();
    expect((await call("/orders")).status).toBe(200);
    const revocation = { keyId: key.id, reason: "compromised", text: null } as const;
    await revoke(katkey.services.desk, ownerAct(katkey, organization), revocation);
    const { status, headers, text } = await call("/orders");
    expect(status).toBe(401);
    expect(headers["www-authenticate"]).toBe('Bearer realm="katkey", error="invalid_token"');
    expect(JSON.parse(text)).toMatchObject({ code: "key_revoked", endedAt: expect.any(String) });
    expect(api.received).toHaveLength(1);
  });

  it("a key without the scope of the place is told which, whatever its client writes", async () => {
    const { katkey, api, organization, call } = await aClient();
    const { token } = await aKey(katkey, organization, { scopes: ["orders:read"] });
    expect((await call("/orders", { token })).status).toBe(200);
    const tricks = [
      "/orders",
      "/orders?scope=orders:read",
      "/orders/?scope=&route=evil&gateway=evil&uri=/health",
      "/orders?uri=/orders&scope=orders:read",
      "/%6Frders/1",
    ];
    for (const path of tricks) {
      const headers = {
        "X-Forwarded-Method": "GET",
        "X-Original-Method": "GET",
        "X-HTTP-Method-Override": "GET",
        "X-Forwarded-Uri": "/health",
        "X-Original-URI": "/health",
        "X-Original-URL": "/health",
        "X-Rewrite-URL": "/health",
      };
      const answer = await call(path, { token, method: "POST", body: "{}", headers });
      expect(answer.status).toBe(403);
      expect(answer.headers).toMatchObject({
        "www-authenticate": 'Bearer realm="katkey", error="insufficient_scope", scope="orders:write"',
        ratelimit: expect.stringContaining('"account";r='),
      });
      expect(JSON.parse(answer.text)).toMatchObject({ code: "insufficient_scope", status: 403 });
    }
    expect(api.received).toHaveLength(1);
  });

  it("what could be two paths is none", async () => {
    const { api, port, call } = await aClient();
    for (const path of twoPaths) {
      expect((await ask(port, path)).status).toBe(400);
      expect((await call(path)).status).toBe(400);
    }
    expect(api.received).toEqual([]);
  });

  it("nothing is there that the configuration does not name", async () => {
    const { api, call } = await aClient();
    for (const path of ["/", "/order", "/katkey", "/health/x", "/v1/user"]) {
      expect((await call(path)).status).toBe(404);
    }
    expect(api.received).toEqual([]);
  });

  it("whoever has used up the limit is told when to come again", async () => {
    const { katkey, api, call } = await aClient();
    const { limiter } = katkey.services;
    const wrapped = await aProtectedApi(program, {
      wrap: (services) => ({
        ...services,
        limiter: { ...limiter, take: () => ({ allowed: false, limit: 5, remaining: 0, resetSeconds: 17 }) },
      }),
    });
    expect((await call("/orders")).status).toBe(200);
    const { status, headers, text } = await wrapped.call("/orders");
    expect(status).toBe(429);
    expect(headers).toMatchObject({
      "retry-after": "17",
      ratelimit: '"account";r=0;t=17',
      "ratelimit-policy": '"account";q=5;w=60',
      "content-type": "application/problem+json",
    });
    expect(headers).not.toHaveProperty("www-authenticate");
    expect(JSON.parse(text)).toMatchObject({ code: "rate_limited", status: 429 });
    expect(wrapped.api.received).toEqual([]);
    expect(api.received).toHaveLength(1);
  });

  it("whoever guesses is slowed down by their own address, and no other client is", async () => {
    const { call } = await aProtectedApi(program, { failuresPerMinute: 2 });
    for (let i = 0; i < 2; i += 1) expect((await call("/orders", { token: "nonsense" })).status).toBe(401);
    const { status, headers } = await call("/orders", { token: "nonsense" });
    expect(status).toBe(429);
    expect(headers["retry-after"]).toBe("60");
    expect((await call("/orders", { token: "nonsense", from: "127.0.0.3" })).status).toBe(401);
    expect((await call("/orders")).status).toBe(200);
  });

  it.each(["/orders", "/health"])(
    "what a client writes into Katkey's headers never comes to %s",
    async (path) => {
      const { api, organization, call } = await aClient();
      expect((await call(path, { headers: spoofed })).status).toBe(200);
      const [{ headers } = { headers: {} }] = api.received;
      const ours = Object.entries(headers).filter(([name]) => /katkey/i.test(name));
      expect(ours.map(([, value]) => value)).not.toContain("evil");
      const known = path === "/health" ? [] : [["x-katkey-organization", organization.id]];
      expect(ours).toEqual(expect.arrayContaining(known));
      expect(ours).toHaveLength(path === "/health" ? 0 : 4);
    },
  );

  it("and no more where Katkey's own answer lacked the header", async () => {
    const [silent, api] = await Promise.all([aSilentKatkey(), anApi()]);
    const { port, stop } = await program.start({ katkey: silent.port, api: api.port });
    onTestFinished(async () => {
      await stop();
      silent.close();
      api.close();
    });
    expect((await ask(port, "/orders", { headers: spoofed })).status).toBe(200);
    const text = JSON.stringify(api.received[0]?.headers);
    expect(text).not.toContain("evil");
    expect(text).not.toContain("keys:write");
  });

  it("a client cannot have Katkey's headers taken away", async () => {
    const { api, organization, key, call } = await aClient();
    const ours = "X-Katkey-Organization, X-Katkey-Key, X-Katkey-Environment, X-Katkey-Scopes";
    const Connection = `close, ${ours}, X-Forwarded-For, X-Forwarded-Method, X-Forwarded-Uri`;
    expect((await call("/orders", { headers: { Connection } })).status).toBe(200);
    expect(api.received[0]?.headers).toMatchObject({
      "x-katkey-organization": organization.id,
      "x-katkey-key": key.id,
      "x-katkey-environment": "live",
      "x-katkey-scopes": "orders:read orders:write",
    });
  });

  it("bodies go to the API whole, and not to Katkey", async () => {
    const { api, call } = await aClient();
    const body = Buffer.alloc(300_000, "x");
    const sha256 = createHash("sha256").update(body).digest("hex");
    for (const chunked of [false, true]) {
      expect((await call("/orders", { method: "POST", body, chunked })).status).toBe(200);
    }
    expect(api.received).toMatchObject([
      { method: "POST", body: sha256 },
      { method: "POST", body: sha256 },
    ]);
  });

  it("requests count as what the client called, by its own method and address", async () => {
    const { katkey, organization, key, call } = await aClient();
    const { token: reader } = await aKey(katkey, organization, { scopes: ["usage:read", "keys:read"] });
    const headers = { "User-Agent": "warehouse/2" };
    const counts = async () => {
      const { body } = await katkey.send("/v1/usage?group_by=route", { token: reader });
      const rows = body.data.map(({ group, served }: Record<string, unknown>) => [group, served]);
      return Object.fromEntries(rows);
    };
    const before = await counts();
    await call("/orders", { headers, from: "127.0.0.7" });
    await call("/orders/7?x", { method: "DELETE", headers, from: "127.0.0.7" });
    await call("/orders", { method: "HEAD", headers, from: "127.0.0.7" });
    const after = await counts();
    for (const method of ["GET", "DELETE", "HEAD"]) {
      expect(after[`${method} orders`]).toBe((before[`${method} orders`] ?? 0) + 1);
    }
    const { lastUse } = (await katkey.send(`/v1/keys/${key.id}`, { token: reader })).body.secrets[0];
    expect(lastUse).toMatchObject({ address: "127.0.0.7", userAgent: "warehouse/2", route: "orders" });
  });

  it("a key's allow list is about the client, and a client cannot say it is another", async () => {
    const { katkey, organization, call } = await aClient();
    const { token } = await aKey(katkey, organization, { scopes: [...ownScopes], addresses: ["127.0.0.8"] });
    expect((await call("/orders", { token, from: "127.0.0.8" })).status).toBe(200);
    const headers = { "X-Forwarded-For": "127.0.0.8", "X-Real-IP": "127.0.0.8", Forwarded: "for=127.0.0.8" };
    const { status, text } = await call("/orders", { token, from: "127.0.0.9", headers });
    expect(status).toBe(403);
    expect(JSON.parse(text)).toMatchObject({ code: "ip_not_allowed" });
  });

  it("a gateway that is not trusted cannot say who its client is", async () => {
    const { katkey, organization, call } = await aProtectedApi(program, { trustedProxies: ["192.0.2.1"] });
    const { token } = await aKey(katkey, organization, { scopes: [...ownScopes], addresses: ["127.0.0.8"] });
    expect((await call("/orders", { token, from: "127.0.0.8" })).status).toBe(403);
  });

  it("a preflight is refused as every call of a browser, and a browser's key is exposed", async () => {
    const { katkey, api, organization, key, port, call } = await aClient();
    const origin = "https://shop.example";
    const headers = { Origin: origin, "Access-Control-Request-Method": "GET" };
    const preflight = await ask(port, "/orders", { method: "OPTIONS", headers });
    expect(preflight.status).toBe(403);
    expect(JSON.parse(preflight.text)).toMatchObject({ code: "browser_call_refused" });
    expect((await call("/orders", { headers: { Origin: origin } })).status).toBe(403);
    expect(await exposure(katkey, organization, key)).toMatchObject({ by: "browser", origin });
    expect(api.received).toEqual([]);
  });

  it("HEAD is answered as GET without a body, refused too", async () => {
    const { port, call } = await aClient();
    expect(await call("/orders", { method: "HEAD" })).toMatchObject({ status: 200, text: "" });
    expect(await ask(port, "/orders", { method: "HEAD" })).toMatchObject({ status: 401, text: "" });
  });

  it("a request with two keys gets in by neither", async () => {
    const { api, token, call } = await aClient();
    const Authorization = ["Bearer nonsense", `Bearer ${token}`];
    for (const headers of [{ Authorization }, { Authorization: Authorization.toReversed() }]) {
      expect([400, 401]).toContain((await call("/orders", { headers })).status);
    }
    expect(api.received).toEqual([]);
  });

  it("a token in the client's URL is exposed, and does not get in", async () => {
    const { katkey, api, organization, key, token, call } = await aClient();
    const { status, text } = await call(`/orders?anything=${token}`);
    expect(status).toBe(401);
    expect(JSON.parse(text)).toMatchObject({ code: "token_in_url" });
    expect(await exposure(katkey, organization, key)).toMatchObject({ by: "url", address: "127.0.0.2" });
    expect((await call("/orders?key=7&token=abc")).status).toBe(200);
    expect(api.received).toHaveLength(1);
  });

  it.each<[string, string, Edit]>([
    ["a scope that nobody declares", "/orders", (text) => text.replaceAll("orders:read", "order:read")],
    ["a place without a scope", "/elsewhere", elsewhere],
    ["a parameter that there is not", "/orders", (text) => text.replace("scope=", "scopes=")],
  ])("%s lets nobody in, and Katkey's log says so", async (_, path, edit) => {
    const { katkey, port, api, call } = await aProtectedApi(program, { edit });
    expect((await ask(port, path)).status).toBe(401);
    expect(katkey.logs()).not.toContain("the configuration of a gateway");
    expect((await call(path)).status).toBe(program === nginx ? 500 : 422);
    expect(katkey.logs()).toContain("the configuration of a gateway asks for what there is not");
    expect(api.received).toEqual([]);
  });

  it("nobody gets in when Katkey is down", async () => {
    const { katkey, api, call } = await aProtectedApi(program);
    katkey.server.closeAllConnections();
    katkey.server.close();
    expect((await call("/orders")).status).toBeGreaterThanOrEqual(500);
    expect(api.received).toEqual([]);
  });
});

const withoutQuery: Edit = (text) => text.replace(/forward-auth\?\S+/, "forward-auth");

it.for([caddy])(
  "$name asks with the client's query where there is none of its own",
  async (program, { skip }) => {
    skip(!program.isThere, `not installed: apt-get install ${program.packageName}`);
    const { katkey, api, organization, call } = await aProtectedApi(program, { edit: withoutQuery });
    const { token } = await aKey(katkey, organization, { scopes: [] });
    expect((await call("/orders", { token: "nonsense" })).status).toBe(401);
    expect((await call("/orders?uri=/", { token: "nonsense" })).status).toBe(401);
    expect((await call("/orders?scope=orders:write", { token })).status).toBe(403);
    expect((await call("/orders?page=2", { token })).status).toBe(422);
    expect(api.received).toEqual([]);
  },
);
