import { once } from "node:events";
import { request as httpRequest, type IncomingHttpHeaders, type RequestListener } from "node:http";
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import express5 from "express";
import express4 from "express-4";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  createKatkey,
  KatkeyConfigurationError,
  type KatkeyOptions,
  type KatkeyUnavailableError,
} from "../index.ts";
import {
  admitted,
  answering,
  aPrincipal,
  aServiceToken,
  aStub,
  aToken,
  failing,
  hangingUp,
  refused,
  type Behaviour,
} from "../testing/stub.ts";
import { createRequireKey, findKatkey, katkeyOf, type RequireKey } from "./index.ts";
import type { GuardOptions } from "../incoming/guard.ts";

const versions = [
  ["Express 5", express5],
  ["Express 4", express4],
] as const;

interface Reply {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string | string[]>;
}

const showKey = (request: express5.Request, response: express5.Response) =>
  void response.json({ key: findKatkey(request)?.principal.key?.id ?? null });

const oneRoute: Mount = (app, requireKey) =>
  void app.all("/orders/:id", requireKey({ scope: "orders:read" }), showKey);

describe.each(versions)("%s", (_, express) => {
  async function aBackend(
    mount: Mount,
    { behaviour, ...options }: GuardOptions & Partial<KatkeyOptions> & { behaviour?: Behaviour } = {},
  ) {
    const stub = await aStub(...(behaviour ? [behaviour] : []));
    const katkey = createKatkey({ url: stub.url, serviceToken: aServiceToken, ...options });
    const app = express();
    mount(app, createRequireKey(katkey, options));
    return { stub, ...(await serve(app)) };
  }

  const withToken = { headers: { authorization: `Bearer ${aToken}` } };

  it("lets an admitted request on, with whose it is and how its limit stands", async () => {
    const { send } = await aBackend(oneRoute);
    const reply = await send("/orders/7", withToken);
    expect(reply).toMatchObject({ status: 200, text: JSON.stringify({ key: aPrincipal.key.id }) });
    expect(reply.headers).toMatchObject({
      ratelimit: '"account";r=99;t=60',
      "ratelimit-policy": '"account";q=100;w=60',
    });
  });

  it("tells Katkey what is asked for, by the pattern, and from where", async () => {
    const { stub, send } = await aBackend((app, requireKey) => {
      const router = express.Router();
      router.get("/:id", requireKey({ scope: ["orders:read", "orders:write"] }), showKey);
      app.use("/orders", router);
    });
    const headers = { ...withToken.headers, "user-agent": "acme/1.0", "x-request-id": "abc-1" };
    await send("/orders/7?full=1", { headers });
    expect(stub.calls).toMatchObject([
      {
        headers: { "x-request-id": "abc-1" },
        body: {
          token: aToken,
          scopes: ["orders:read", "orders:write"],
          address: "127.0.0.1",
          method: "GET",
          route: "/orders/:id",
          userAgent: "acme/1.0",
        },
      },
    ]);
  });

  it("knows no pattern before a route has matched, or when it is no text, unless it is named", async () => {
    const { stub, send } = await aBackend((app, requireKey) => {
      app.get(/^\/odd/, requireKey(), showKey);
      app.use("/named", requireKey({ route: "/named/*", cost: 4 }), showKey);
      app.use(requireKey(), showKey);
    });
    for (const path of ["/odd", "/named/7", "/any"]) await send(path, withToken);
    expect(stub.calls.map(({ body }) => body["route"])).toEqual([undefined, "/named/*", undefined]);
    expect(stub.calls.map(({ body }) => body["cost"])).toEqual([undefined, 4, undefined]);
    expect(stub.calls.map(({ body }) => body["scopes"])).toEqual([undefined, undefined, undefined]);
  });

  it("tells the address that the app trusts its proxies for", async () => {
    const { stub, send } = await aBackend((app, requireKey) => {
      app.set("trust proxy", "loopback");
      oneRoute(app, requireKey);
    });
    await send("/orders/7", { headers: { ...withToken.headers, "x-forwarded-for": "203.0.113.7" } });
    expect(stub.calls[0]?.body).toMatchObject({ address: "203.0.113.7" });
  });

  it("tells no address where the client could write one that is none", async () => {
    const { stub, send } = await aBackend((app, requireKey) => {
      app.set("trust proxy", true);
      oneRoute(app, requireKey);
    });
    await send("/orders/7", { headers: { ...withToken.headers, "x-forwarded-for": "unknown" } });
    expect(stub.calls[0]?.body).not.toHaveProperty("address");
  });

  it("refuses as Katkey's own API does", async () => {
    const limit = { limit: 100, remaining: 40, resetSeconds: 12 };
    const { send } = await aBackend(oneRoute, {
      behaviour: answering(refused("insufficient_scope", { principal: aPrincipal, limit })),
      publicUrl: "https://keys.example",
    });
    const reply = await send("/orders/7", { headers: { ...withToken.headers, "x-request-id": "abc-1" } });
    expect(reply.status).toBe(403);
    expect(reply.headers).toMatchObject({
      "www-authenticate": 'Bearer realm="katkey", error="insufficient_scope", scope="orders:read"',
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ratelimit: '"account";r=40;t=12',
      "x-request-id": "abc-1",
    });
    expect(JSON.parse(reply.text)).toEqual({
      type: "https://keys.example/docs/errors#insufficient_scope",
      title: "The key lacks a scope",
      status: 403,
      detail: "This needs a key with orders:read.",
      instance: "abc-1",
      code: "insufficient_scope",
    });
  });

  it("has no body for HEAD", async () => {
    const { send } = await aBackend(oneRoute, { behaviour: answering(refused("invalid_token")) });
    expect(await send("/orders/7", { ...withToken, method: "HEAD" })).toMatchObject({
      status: 401,
      text: "",
    });
  });

  const bare = 'Bearer realm="katkey"';
  const malformed = `${bare}, error="invalid_request"`;
  const form = "application/x-www-form-urlencoded";

  it.each([
    ["no header", {}, 401, "missing_credentials", bare],
    ["another scheme", { authorization: "Basic eDp5" }, 401, "missing_credentials", bare],
    ["a glued scheme", { authorization: `Bearer${aToken}` }, 401, "missing_credentials", bare],
    ["a cookie", { cookie: `token=${aToken}` }, 401, "missing_credentials", bare],
    ["another header", { "x-api-key": aToken, "content-type": form }, 401, "missing_credentials", bare],
    ["no token", { authorization: "Bearer" }, 400, "invalid_request", malformed],
    ["two words", { authorization: `Bearer ${aToken} x` }, 400, "invalid_request", malformed],
    ["quotes", { authorization: `Bearer "${aToken}"` }, 400, "invalid_request", malformed],
    ["a tab", { authorization: `Bearer\t${aToken}` }, 400, "invalid_request", malformed],
    ["a hyphen", { authorization: `Bearer ${aToken}-` }, 400, "invalid_request", malformed],
  ] as [string, Record<string, string>, number, string, string][])(
    "refuses %s without asking",
    async (__, headers, status, code, challenge) => {
      const { stub, send } = await aBackend(oneRoute);
      const reply = await send("/orders/7", { headers });
      expect(reply.status).toBe(status);
      expect(reply.headers["www-authenticate"]).toBe(challenge);
      expect(JSON.parse(reply.text)).toMatchObject({ code, status, instance: reply.headers["x-request-id"] });
      expect(stub.calls).toEqual([]);
    },
  );

  it.each(["bearer ", "BEARER ", "Bearer    "])("takes the scheme %j", async (scheme) => {
    const { send } = await aBackend(oneRoute);
    expect((await send("/orders/7", { headers: { authorization: scheme + aToken } })).status).toBe(200);
  });

  it.each([
    [`Bearer ${aToken}`, "Bearer bad"],
    ["Bearer bad", `Bearer ${aToken}`],
    [`Bearer ${aToken}`, `Bearer ${aToken}`],
    ["Basic eDp5", `Bearer ${aToken}`],
  ])("takes two Authorization headers for a malformed request: %s, %s", async (...lines) => {
    const { stub, port } = await aBackend(oneRoute);
    const text = lines.map((line) => `Authorization: ${line}\r\n`).join("");
    const reply = await raw(port, `GET /orders/7 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${text}\r\n`);
    expect(reply).toMatch(/^HTTP\/1\.1 400 /);
    expect(reply).toContain('"invalid_request"');
    expect(stub.calls).toEqual([]);
  });

  it.each([
    `/orders/7?access_token=${aToken}`,
    "/orders/7?api_key=x",
    "/orders/7?a=1&TOKEN=",
    "/orders/7??key=x",
    `/orders/${aToken}`,
    `/orders/7?note=${aToken.replace(".", "%2e")}`,
    `/orders/7?note=${aToken.replace("_live_", "_svc_")}`,
  ])("refuses a token in the URL, also beside a good header: %s", async (path) => {
    const { stub, send } = await aBackend(oneRoute);
    const reply = await send(path, withToken);
    expect(reply).toMatchObject({ status: 400, headers: { "www-authenticate": malformed } });
    expect(reply.text).toContain('"token_in_url"');
    expect(stub.calls).toEqual([]);
  });

  const ofBrowser: [string, Sent][] = [
    ["an Origin", { headers: { ...withToken.headers, origin: "https://shop.example" } }],
    ["Sec-Fetch-Site", { headers: { ...withToken.headers, "sec-fetch-site": "cross-site" } }],
    ["Sec-Fetch-Mode: navigate", { headers: { ...withToken.headers, "sec-fetch-mode": "navigate" } }],
    [
      "a preflight",
      { method: "OPTIONS", headers: { origin: "https://a", "access-control-request-method": "GET" } },
    ],
  ];

  it.each(ofBrowser)("refuses what a browser sends, known by %s", async (__, sent) => {
    const { stub, send } = await aBackend(oneRoute);
    const reply = await send("/orders/7", sent);
    expect(reply.status).toBe(403);
    expect(reply.text).toContain('"browser_call_refused"');
    expect(stub.calls).toEqual([]);
  });

  it("lets browsers on where that is wanted, and Node's fetch always", async () => {
    const origin = { headers: { ...withToken.headers, origin: "https://shop.example" } };
    const open = await aBackend(oneRoute, { browsers: "admit" });
    expect((await open.send("/orders/7", origin)).status).toBe(200);
    const strict = await aBackend(oneRoute);
    const cors = { headers: { ...withToken.headers, "sec-fetch-mode": "cors" } };
    expect((await strict.send("/orders/7", cors)).status).toBe(200);
  });

  describe("when Katkey cannot decide", () => {
    it("refuses with 503 and when to come back", async () => {
      const { send } = await aBackend(oneRoute, { behaviour: hangingUp });
      const reply = await send("/orders/7", withToken);
      expect(reply).toMatchObject({ status: 503, headers: { "retry-after": "2" } });
      expect(JSON.parse(reply.text)).toMatchObject({ code: "verification_unavailable", status: 503 });
      expect(reply.headers["www-authenticate"]).toBeUndefined();
    });

    it("says when Katkey said, in whole seconds", async () => {
      const behaviour = failing(503, "busy", { "Retry-After": "30" });
      const { send } = await aBackend(oneRoute, { behaviour });
      expect((await send("/orders/7", withToken)).headers["retry-after"]).toBe("30");
    });

    it("asks the hook, which may let the request pass, and knows why", async () => {
      const seen: KatkeyUnavailableError[] = [];
      const { send } = await aBackend(oneRoute, {
        behaviour: hangingUp,
        onUnavailable(error) {
          seen.push(error);
          return error.reason === "connection_lost" ? "pass" : "refuse";
        },
      });
      expect(await send("/orders/7", withToken)).toMatchObject({ status: 200, text: '{"key":null}' });
      expect(seen).toMatchObject([{ reason: "connection_lost" }]);
    });

    it("goes to the app's own error handler when the hook fails", async () => {
      const { send } = await aBackend(withErrorHandler(oneRoute), {
        behaviour: hangingUp,
        onUnavailable: () => Promise.reject(new Error("the hook")),
      });
      expect(await send("/orders/7", withToken)).toMatchObject({ status: 500, text: "the hook" });
    });
  });

  it("gives what is set up wrongly to the app, and never calls it the client's fault", async () => {
    const behaviour = failing(401, "invalid_token");
    const handled = await aBackend(withErrorHandler(oneRoute), { behaviour });
    expect(await handled.send("/orders/7", withToken)).toMatchObject({
      status: 500,
      text: "KatkeyConfigurationError service_token_refused",
    });
    const unhandled = await aBackend(
      (app, requireKey) => {
        app.set("env", "test");
        oneRoute(app, requireKey);
      },
      { behaviour },
    );
    const reply = await unhandled.send("/orders/7", withToken);
    expect(reply.status).toBe(500);
    expect(reply.headers["www-authenticate"]).toBeUndefined();
  });

  it("does not ask twice because of a handler that throws", async () => {
    const { stub, send } = await aBackend(
      withErrorHandler((app, requireKey) => {
        app.get("/orders/:id", requireKey(), () => {
          throw new Error("the handler");
        });
      }),
    );
    expect(await send("/orders/7", withToken)).toMatchObject({ status: 500, text: "the handler" });
    expect(stub.calls).toHaveLength(1);
  });

  it("names nobody for a request that it has not admitted", async () => {
    const { send } = await aBackend(
      withErrorHandler((app) => {
        app.get("/orders/:id", (request, response) => void response.json(katkeyOf(request)));
      }),
    );
    expect(await send("/orders/7", withToken)).toMatchObject({ status: 500 });
  });

  it("names the one who was admitted", async () => {
    const { send } = await aBackend(
      (app, requireKey) => {
        app.get(
          "/",
          requireKey(),
          (request, response) => void response.json(katkeyOf(request).principal.organization),
        );
      },
      { behaviour: answering(admitted()) },
    );
    expect(JSON.parse((await send("/", withToken)).text)).toEqual(aPrincipal.organization);
  });
});

type Mount = (app: ReturnType<typeof express5>, requireKey: RequireKey) => void;

const handle: express5.ErrorRequestHandler = (error, _request, response, _next) => {
  const known = error instanceof KatkeyConfigurationError;
  response.status(500).send(known ? `${error.name} ${error.code}` : String(error.message));
};

function withErrorHandler(mount: Mount): Mount {
  return (app, requireKey) => {
    mount(app, requireKey);
    app.use(handle);
  };
}

async function serve(listener: RequestListener) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { port, send: (path: string, sent: Sent = {}) => exchange(port, path, sent) };
}

async function exchange(port: number, path: string, sent: Sent): Promise<Reply> {
  const request = httpRequest({ host: "127.0.0.1", port, path, ...sent }).end();
  const [response] = await once(request, "response");
  let text = "";
  for await (const chunk of response.setEncoding("utf8")) text += chunk;
  return { status: response.statusCode, headers: response.headers, text };
}

async function raw(port: number, text: string): Promise<string> {
  const socket = connect(port, "127.0.0.1").setEncoding("utf8");
  let received = "";
  socket.on("data", (chunk) => (received += chunk));
  socket.write(text);
  await once(socket, "close");
  return received;
}
