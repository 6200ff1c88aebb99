import type { IncomingMessage } from "node:http";
import type { EventEmitter } from "node:events";
import type { ErrorOut, errors, KoaContextWithOIDC, Provider } from "oidc-provider";
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

/** Slows down whoever guesses secrets, and says when a busy server may be asked again. */
export function refineRefusals(
  provider: Provider,
  { onClientRefused }: Pick<OAuthSettings, "onClientRefused">,
): void {
  provider.use(async (ctx, next) => {
    await next();
    if (ctx.status === 503) ctx.set("Retry-After", "2");
    if (ctx.status !== 401 || !isRefusedClient(ctx.body)) return;
    const seconds = await onClientRefused(ctx.req);
    if (seconds === null) return;
    ctx.status = 429;
    ctx.set("Retry-After", String(seconds));
    ctx.body = { error: "too_many_failures", error_description: `Try again in ${seconds} seconds.` };
  });
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
