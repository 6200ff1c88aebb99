import type { IncomingMessage, ServerResponse } from "node:http";
import type { RandomBytes } from "@katkey/keys";
import { AuthRefusal } from "./auth-refusal.ts";
import { basePath } from "./auth-paths.ts";
import { IdentityError } from "../errors.ts";
import { createOneATurn } from "./one-a-turn.ts";

/** What a route answers: better-auth's cookies, and of its body only what a page needs. */
export interface AuthAnswer {
  readonly cookies: readonly string[];
  readonly body: object;
}

export type AuthRoute = (request: IncomingMessage) => Promise<AuthAnswer>;
export type AuthHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Answers `POST /auth/…` for the given routes and 404 for all else. Rejects on
 * what is not a refusal, before anything is sent: the server's error handler answers that.
 */
export function createAuthHandler(routes: ReadonlyMap<string, AuthRoute>, random: RandomBytes): AuthHandler {
  const turn = createOneATurn();
  return async (request, response) => {
    try {
      const route = request.method === "POST" ? routes.get(pathOf(request)) : undefined;
      if (route === undefined) throw new AuthRefusal("not_found", "There is nothing here.");
      await turn();
      const answer = await route(request);
      if (answer.cookies.length > 0) response.setHeader("set-cookie", answer.cookies);
      send(response, 200, answer.body);
    } catch (error) {
      refuse(request, response, refusalOf(error, random));
    }
  };
}

function pathOf(request: IncomingMessage): string {
  // Express cuts the mount path off `url` and keeps the whole in `originalUrl`.
  const whole = "originalUrl" in request ? request.originalUrl : request.url;
  const [path = ""] = String(whole).split("?", 1);
  return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : "";
}

function refusalOf(error: unknown, random: RandomBytes): AuthRefusal {
  if (error instanceof AuthRefusal) return error;
  if (!(error instanceof IdentityError)) throw error;
  return new AuthRefusal(error.code, error.message, error.code === "too_busy" ? jitter(random) : null);
}

// One to eight seconds: clients that were refused together must not return together.
function jitter(random: RandomBytes): number {
  const [byte = 0] = random(1);
  return 1 + (byte % 8);
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: AuthRefusal): void {
  const { code, message, retryAfterSeconds } = refusal;
  if (retryAfterSeconds !== null) response.setHeader("retry-after", retryAfterSeconds);
  // What was not read of the body would be taken for the next request.
  if (!request.complete) response.setHeader("connection", "close");
  send(response, refusal.status, { code, message });
}

function send(response: ServerResponse, status: number, body: object): void {
  response.statusCode = status;
  response.setHeader("cache-control", "no-store");
  response.setHeader("content-type", "application/json; charset=utf-8");
  response.end(JSON.stringify(body));
}
