import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface SeenCall {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What the stub does with a call. */
export type Behaviour = (response: ServerResponse, call: SeenCall, request: IncomingMessage) => void;

export interface Stub {
  readonly url: string;
  readonly calls: readonly SeenCall[];
  /** From now on; the last one stays. */
  behave(...behaviours: readonly Behaviour[]): void;
}

/** Stands where Katkey would, on a port of its own, until the test is over. */
export async function aStub(...first: readonly Behaviour[]): Promise<Stub> {
  const calls: SeenCall[] = [];
  let behaviours = [...first];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = JSON.parse((await read(request)) || "{}");
    const { method, url: path, headers } = request;
    const call = { method, path, headers, body };
    calls.push(call);
    const behaviour = behaviours.length > 1 ? behaviours.shift() : behaviours[0];
    (behaviour ?? answering(admitted()))(response, call, request);
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    behave: (...next) => void (behaviours = [...next]),
  };
}

async function read(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text;
}

/** Answers 200 with this as JSON. */
export function answering(body: unknown): Behaviour {
  return (response) =>
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

/** Answers with a problem, as Katkey does when the call itself is wrong. */
export function failing(status: number, code: string, headers: Record<string, string> = {}): Behaviour {
  return (response) => {
    const body = { type: `https://keys.example/docs/errors#${code}`, title: code, status, detail: "…", code };
    response
      .writeHead(status, { "Content-Type": "application/problem+json", ...headers })
      .end(JSON.stringify(body));
  };
}

/** Takes the question, and hangs up. */
export const hangingUp: Behaviour = (response) => void response.socket?.destroy();

/** Takes the question, and says nothing. */
export const silent: Behaviour = () => {};

export const aLimit = { limit: 100, remaining: 99, resetSeconds: 60 };

export const aPrincipal = {
  key: {
    id: "key_0Rk3VvN2sQ7xYb5LmT9cHd",
    name: "Warehouse",
    environment: "live",
    scopes: ["orders:read"],
    expiresAt: null,
  },
  organization: { id: "org_0Rk0AbCdEfGhJkLmNpQrSt", name: "Acme", plan: "standard" },
  responsibleMember: { role: "owner" },
  secret: { publicKeyId: "0123456789abcdef", retiring: false },
};

export const anAppPrincipal = {
  key: null,
  app: {
    id: "app_0Rk3VvN2sQ7xYb5LmT9cHd",
    name: "Stockroom",
    environment: "live",
    scopes: ["orders:read"],
    expiresAt: "2026-11-21T13:00:00.000Z",
  },
  grant: { id: "grt_0Rk4VvN2sQ7xYb5LmT9cHd" },
  organization: aPrincipal.organization,
  responsibleMember: { role: "admin" },
  secret: null,
};

export function admitted(more: object = {}): object {
  const rest = { endedAt: null, retryAfterSeconds: null };
  return { valid: true, code: "valid", principal: aPrincipal, limit: aLimit, ...rest, ...more };
}

export function refused(code: string, more: object = {}): object {
  const rest = { endedAt: null, retryAfterSeconds: null };
  return { valid: false, code, principal: null, limit: null, ...rest, ...more };
}

export const aServiceToken = `kat_svc_${"a".repeat(16)}.${"b".repeat(49)}`;
export const aToken = `kat_live_${"c".repeat(16)}.${"d".repeat(49)}`;
