import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { KeyError } from "@katkey/keys";
import { createWrite, openDatabase } from "@katkey/keys/sqlite";
import type { Database } from "better-sqlite3";
import { onTestFinished } from "vitest";
import { createHashQueue } from "../hashing/hash-queue.ts";
import { createPasswords } from "../hashing/passwords.ts";
import { type IdentitySettings, createIdentity } from "../identity.ts";
import { identityMigrations } from "../migrations.ts";
import { hashThread } from "./hash-thread.ts";

export const ada = {
  name: "Ada Lovelace",
  email: "ada@example.com",
  password: "correct horse battery staple",
  operator: false,
} as const;

interface Installation extends Partial<IdentitySettings> {
  readonly path?: string;
}

let addresses = 0;

/** A database of its own, identity on it, and a server in front that answers 500 and its code to what identity throws. */
export async function openInstallation({ path = ":memory:", ...settings }: Installation = {}) {
  const database = settings.database ?? openTestDatabase(path);
  const origin = settings.origin ?? "http://localhost:3000";
  const now = settings.now ?? Date.now;
  const identity = createIdentity({
    passwords: createPasswords(hashThread, createHashQueue()),
    secret: "0123456789abcdefghijklmnopqrstuvwxyzABCDEF",
    random: randomBytes,
    write: createWrite(database),
    ...settings,
    database,
    origin,
    now,
  });
  const server = createServer((request, response) => {
    identity.handler(request, response).catch((error: unknown) => response.writeHead(500).end(codeOf(error)));
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(portOf(server.address())));
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    database.close();
  });

  // better-auth counts attempts per process, so every test comes from an address of its own.
  addresses += 1;
  const address = `10.0.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`;
  const url = `http://127.0.0.1:${port}`;
  const headers = { origin, "x-katkey-client-address": address };

  async function post(route: string, body: object, more: Record<string, string> = {}) {
    const response = await fetch(`${url}/auth${route}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers, ...more },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    const [setCookie = ""] = response.headers.getSetCookie();
    const [cookie = ""] = setCookie.split(";", 1);
    return {
      status: response.status,
      headers: response.headers,
      text,
      setCookie,
      cookie,
      ...jarOf(response),
    };
  }

  return {
    identity,
    database,
    url,
    address,
    post,
    signIn: ({ email, password }: { email: string; password: string }, more?: Record<string, string>) =>
      post("/sign-in/email", { email, password }, more),
    signedIn: (cookie: string) => identity.sessionOf({ cookie }),
  };
}

/** Every cookie that was set, as a browser would send them back. */
function jarOf({ headers }: Response) {
  const pairs = headers.getSetCookie().map((header) => header.split(";", 1)[0] ?? "");
  return { jar: pairs.filter((pair) => !pair.endsWith("=")).join("; ") };
}

export function openTestDatabase(path: string): Database {
  return openDatabase({ path, migrations: identityMigrations, now: Date.now() });
}

function codeOf(error: unknown): string {
  return error instanceof KeyError ? error.code : "";
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === "object" && address !== null ? address.port : 0;
}
