import type { IncomingMessage } from "node:http";
import type { EventEmitter } from "node:events";
import { errors, type ErrorOut, type KoaContextWithOIDC, type Provider } from "oidc-provider";
import type { OAuthSettings } from "./settings.ts";

/** Where people are told that a request to connect cannot go on. */
const errorPage = "/connect/error";

const routesOfPeople: readonly string[] = ["authorization", "resume"];

/**
 * What is answered where nothing may be sent back to the app, because nobody knows whose request it is: to people a page
 * that says it by a code, to programs the code. Nothing of the request is repeated.
 */
export function renderError(ctx: KoaContextWithOIDC, { error, error_description }: ErrorOut): void {
  if (routesOfPeople.includes(ctx.oidc.route)) return tellWhoAsks(ctx, { error, error_description });
  ctx.body = { error, error_description };
}

type Answering = Pick<KoaContextWithOIDC, "get" | "status" | "body" | "redirect">;

/** What is answered at an address that people are sent to. */
export function tellWhoAsks(ctx: Answering, out: ErrorOut): void {
  if (!ctx.get("accept").includes("text/html")) {
    ctx.body = out;
    return;
  }
  ctx.status = 303;
  ctx.redirect(`${errorPage}?code=${encodeURIComponent(out.error)}`);
}

const refusedClient = "invalid_client";

/** In the state of a request: after how many seconds it may come again. */
export const retryAfter = "retryAfter";

/** Slows down whoever guesses secrets, and says when a busy server may be asked again. */
export function refineRefusals(
  provider: Provider,
  { onClientRefused }: Pick<OAuthSettings, "onClientRefused">,
): void {
  provider.use(async (ctx, next) => {
    await answerLate(ctx, next);
    if (ctx.status >= 500 && retryAfter in ctx.state) ctx.set("Retry-After", String(ctx.state[retryAfter]));
    if (ctx.status !== 401 || !isRefusedClient(ctx.body)) return;
    const seconds = await onClientRefused(ctx.req);
    if (seconds === null) return;
    ctx.status = 429;
    ctx.set("Retry-After", String(seconds));
    ctx.body = { error: "too_many_failures", error_description: `Try again in ${seconds} seconds.` };
  });
}

type Middleware = Parameters<Parameters<Provider["use"]>[0]>[0];

/** Some of what the library writes it writes once it has answered, and lets what is thrown then pass. */
async function answerLate(ctx: Middleware, next: () => Promise<void>): Promise<void> {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof errors.OIDCProviderError) || !(retryAfter in ctx.state)) throw error;
    ctx.remove("location");
    ctx.status = error.statusCode;
    const { error: code, error_description: description = "" } = error;
    tellWhoAsks(ctx, { error: code, error_description: description });
  }
}

function isRefusedClient(body: unknown): boolean {
  return typeof body === "object" && body !== null && "error" in body && body.error === refusedClient;
}

/**
 * What went wrong on our side reaches the log of the server, and not the terminal; and where the library lets it pass,
 * the answer keeps the headers of our pages, which its framework would take away.
 */
export function reportFaults(provider: Provider, { onFault }: Pick<OAuthSettings, "onFault">): void {
  provider.use(async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      onFault(ctx.req, error);
      ctx.status = 500;
      ctx.body = { error: "server_error", error_description: "Something went wrong on our side." };
    }
  });
  provider.on("server_error", (ctx, error) => onFault(ctx.req, error));
  const app: EventEmitter = provider;
  app.on("error", (error: Partial<errors.OIDCProviderError>, ctx?: { readonly req: IncomingMessage }) => {
    if (error.expose !== true && ctx !== undefined && !hungUp(error)) onFault(ctx.req, error);
  });
}

/** The client went while it was answered. */
function hungUp(error: object): boolean {
  return "code" in error && (error.code === "ECONNRESET" || error.code === "EPIPE");
}
