import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { Agent, request as httpRequest, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { catalogMigrations, createSqliteCatalogStore } from "@katkey/catalog/sqlite";
import { templateEngine } from "@katkey/catalog/template";
import {
  createBanCheck,
  createIdentity,
  createOperatorCheck,
  createPeople,
  identityMigrations,
} from "@katkey/identity";
import { createId, createScopeRules, defaultPrices, type Scope } from "@katkey/keys";
import { createMemoryRateLimiter } from "@katkey/keys/memory";
import { createSqliteAppTokenStore, createSqliteArtifactStore, oauthMigrations } from "@katkey/oauth/sqlite";
import {
  createSqliteAppStore,
  createSqliteAuditLog,
  createSqliteGrantStore,
  createSqliteKeyStore,
  createSqlitePersonLog,
  createSqliteServiceTokenStore,
  createSqliteServiceUseLog,
  createSqliteStatementStore,
  createSqliteTenancyStore,
  createSqliteTrafficLog,
  createSqliteUsageLog,
  inspectDatabase,
  keysMigrations,
  createWrite,
  openDatabase,
  storageOf,
  usageMigrations,
} from "@katkey/keys/sqlite";
import { onTestFinished } from "vitest";
import { createApp } from "../src/app.ts";
import { openOAuth } from "../src/connect/open-oauth.ts";
import { clientAddressBy, proxiedBy } from "../src/http/client-address.ts";
import { createDrain } from "../src/http/drain.ts";
import { createHttpServer, type HttpLimits } from "../src/http/server.ts";
import { createLog } from "../src/log.ts";
import { createCursors } from "../src/rest/reading/cursor.ts";
import type { Services } from "../src/services.ts";
import { createWhose } from "../src/start/whose.ts";
import { createHealth } from "../src/start/create-health.ts";
import { auditSigns } from "../src/person-audit.ts";
import { assertDocumented } from "./openapi/assert-documented.ts";

const secret = "0123456789abcdefghijklmnopqrstuvwxyzABCDEF";

/** A Saturday in November 2026, noon UTC. */
const noon = Date.UTC(2026, 10, 21, 12);

export interface ServerOptions {
  readonly origin?: string;
  readonly trustedProxies?: readonly string[];
  readonly failuresPerMinute?: number;
  /** What the installation declares. */
  readonly ownScopes?: readonly Scope[];
  readonly limits?: Partial<HttpLimits>;
  readonly patience?: { readonly idle: number; readonly most: number };
  readonly webDirectory?: string;
  readonly githubKeys?: Services["githubKeys"];
  readonly wrap?: (services: Services) => Services;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** Whatever JSON it was; the expectations say what it should be. */
  readonly body: ReturnType<JSON["parse"]>;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: unknown;
  readonly token?: string;
}

export type TestServer = Awaited<ReturnType<typeof openServer>>;

/** The real app on a real server and a database of its own, with clocks that stand still. */
export async function aServer(options: ServerOptions = {}) {
  const server = await openServer(options);
  onTestFinished(() => server.close());
  return server;
}

/** As `aServer`, for whoever closes it themselves. */
export async function openServer(options: ServerOptions = {}) {
  const { origin = "http://katkey.test", trustedProxies = ["127.0.0.1"] } = options;
  const clock = createClock();
  const logged: string[] = [];
  const log = createLog("debug", { write: (line: string) => void logged.push(line) });
  const parts = openServices(origin, clock, { ...options, log });
  const services = options.wrap ? options.wrap(parts.services) : parts.services;

  const drain = createDrain(options.patience);
  const app = createApp(services, {
    addressOf: clientAddressBy(trustedProxies),
    isProxied: proxiedBy(trustedProxies),
    isReady: () => !drain.draining,
    webDirectory: options.webDirectory ?? "/nonexistent",
  });
  const limits = options.limits ? { limits: options.limits } : {};
  const server = createHttpServer(app, { origin, drain, ...limits });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });

  const send = (path: string, sent: Sent = {}) => exchange({ port, path, agent }, sent);
  return {
    services,
    database: parts.database,
    clock,
    origin,
    port,
    url: `http://127.0.0.1:${port}`,
    drain,
    server,
    logs: () => logged.join(""),
    send,
    raw: (text: string | Buffer) => rawExchange(port, text),
    /** The parts of a request, and what happens after the first has arrived. */
    rawInParts: (parts: readonly string[], between: () => Promise<unknown>) =>
      rawInParts({ server, port }, parts, between),
    close() {
      agent.destroy();
      server.closeAllConnections();
      server.close();
      parts.close();
    },
  };
}

function openServices(
  origin: string,
  clock: Services["clock"],
  {
    log,
    failuresPerMinute = 1_000_000,
    ownScopes = [],
    githubKeys = null,
  }: ServerOptions & { log: Services["log"] },
) {
  const migrations = [...keysMigrations, ...identityMigrations, ...catalogMigrations, ...oauthMigrations];
  const database = openDatabase({ path: ":memory:", migrations, now: noon });
  const usageDatabase = openDatabase({ path: ":memory:", migrations: usageMigrations, now: noon });
  const isOperator = createOperatorCheck(database);
  const tenancy = createSqliteTenancyStore(database, isOperator, createBanCheck(database));
  const audit = createSqliteAuditLog(database);
  const usage = createSqliteUsageLog(usageDatabase, (err) => log.error({ err }, "uses cannot be counted"));
  const traffic = createSqliteTrafficLog(usageDatabase, (err) => log.error({ err }, "traffic"));
  const serviceUses = createSqliteServiceUseLog(usageDatabase, (err) => log.error({ err }, "service uses"));
  const identity = createIdentity({
    database,
    write: createWrite(database),
    origin,
    secret,
    now: () => clock.now(),
    random: randomBytes,
    ...auditSigns({ tenancy, audit }),
    onSignInFailed: (address) => log.info({ address }, "a sign-in failed"),
    onFault: (message, cause) => log.error({ err: cause }, message),
  });
  const scopes = createScopeRules(ownScopes);
  const store = createSqliteKeyStore(database, scopes);
  const desk = {
    store,
    tenancy,
    serviceTokens: createSqliteServiceTokenStore(database, isOperator),
    apps: createSqliteAppStore(database, isOperator),
    grants: createSqliteGrantStore(database),
    random: randomBytes,
    brand: "kat",
    scopes,
  };
  const statements = createSqliteStatementStore(database);
  const catalog = {
    store: createSqliteCatalogStore(database, createWrite(database)),
    engine: templateEngine,
    newId: (at: number) => createId("prd", at, randomBytes),
  };
  const disk = storageOf(database);
  const limiter = createMemoryRateLimiter();
  const cursors = createCursors(secret);
  const databases = [database, usageDatabase].map((one) => ({
    path: `/nowhere/${one.name}`,
    inspect: () => inspectDatabase(one),
    isGone: () => false,
  }));
  const services = {
    desk,
    appTokens: createSqliteAppTokenStore(database, scopes),
    serviceUses,
    catalog,
    audit,
    usage,
    traffic,
    billing: { tenancy, usage, statements, prices: defaultPrices },
    limiter,
    identity,
    people: createPeople(database, createSqlitePersonLog(database, isOperator)),
    cursors,
    running: new Set<string>(),
    githubKeys,
    disk,
    whose: createWhose({ secret, path: import.meta.filename }),
    health: createHealth({
      databases,
      usage,
      disk,
      config: { processes: 1, sealKeys: null, backups: null },
      lostUsage: () => [],
      isSound: () => true,
      isAsMade: () => true,
      clock: { ...clock, troubles: () => [] },
    }),
    clock,
    log,
    origin,
    securityContact: null,
    failuresPerMinute,
  };
  const close = () => {
    traffic.close();
    serviceUses.close();
    usage.close();
    database.close();
  };
  const artifacts = createSqliteArtifactStore(database, createWrite(database));
  const oauth = openOAuth(services, { secret, artifacts, isBanned: createBanCheck(database) });
  return { services: { ...services, oauth }, database, close };
}

function createClock() {
  // Sessions are also judged by better-auth, which knows the real time only.
  let now = Date.now();
  let at = 0;
  return {
    now: () => now,
    monotonic: () => at,
    advance(milliseconds: number) {
      now += milliseconds;
      at += milliseconds;
    },
    /** As when somebody sets the clock on the wall. */
    jump(milliseconds: number) {
      now += milliseconds;
    },
  };
}

async function exchange(
  { port, path, agent }: { port: number; path: string; agent: Agent },
  { method = "GET", headers = {}, body, token }: Sent,
): Promise<Reply> {
  const isText = typeof body === "string" || Buffer.isBuffer(body);
  const payload = body === undefined || isText ? body : JSON.stringify(body);
  const request = httpRequest({
    host: "127.0.0.1",
    port,
    path,
    method,
    agent,
    headers: {
      ...(body !== undefined && !isText && { "content-type": "application/json" }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
  });
  request.end(payload);
  const [response] = await once(request, "response");
  let text = "";
  for await (const chunk of response.setEncoding("utf8")) text += chunk;
  const isJson = /json/.test(response.headers["content-type"] ?? "") && text !== "";
  const reply = {
    status: response.statusCode,
    headers: response.headers,
    text,
    body: isJson ? JSON.parse(text) : undefined,
  };
  assertDocumented(method, path, reply);
  return reply;
}

/** Waits for the request's head to arrive before the rest is sent; without a rest the client hangs up. */
async function rawInParts(
  { server, port }: { server: Server; port: number },
  [first = "", rest]: readonly string[],
  between: () => Promise<unknown>,
): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let received = "";
  socket.setEncoding("utf8").on("data", (chunk) => (received += chunk));
  const closed = new Promise((resolve) => socket.on("error", () => {}).once("close", resolve));
  const arrived = once(server, "request");
  socket.write(first);
  await arrived;
  // One turn more, in which what the server does at once with a head is done.
  await new Promise((resolve) => setTimeout(resolve, 50));
  await between();
  if (rest === undefined) socket.destroy();
  else socket.write(rest);
  await closed;
  return received;
}

/** Sends bytes as they are and returns everything that comes back until the server hangs up or falls silent. */
async function rawExchange(port: number, text: string | Buffer): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let received = "";
  socket.setEncoding("utf8").on("data", (chunk) => (received += chunk));
  socket.on("error", () => {});
  socket.write(text);
  await new Promise<void>((resolve) => {
    socket.setTimeout(700, resolve);
    socket.once("close", () => resolve());
  });
  socket.destroy();
  return received;
}
