import { routes } from "@katkey/oauth";
import { Router, type RequestHandler } from "express";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { spendOnStrangers } from "./spend-on-strangers.ts";

const methodsOf: readonly (readonly [path: string, methods: readonly string[]])[] = [
  [routes.authorization, ["GET", "HEAD"]],
  // Where the browser comes back to from the dashboard.
  [`${routes.authorization}/:uid`, ["GET", "HEAD"]],
  [routes.pushed_authorization_request, ["POST", "OPTIONS"]],
  [routes.token, ["POST", "OPTIONS"]],
  [routes.revocation, ["POST", "OPTIONS"]],
  [routes.introspection, ["POST", "OPTIONS"]],
];

/** The protocol's own addresses, and no others that its library may know. To be mounted before any body parser. */
export function createOAuthRoutes(services: Services): Router {
  const { oauth } = services;
  const router = Router({ caseSensitive: true, strict: true });
  router.use(noStore);
  router.get(routes.authorization, slowDownStrangers(services));
  for (const [path, methods] of methodsOf) {
    router.all(path, (request, response) => {
      if (methods.includes(request.method)) return oauth.answer(request, response);
      throw new Problem("method_not_allowed", { headers: { Allow: methods.join(", ") } });
    });
  }
  return router;
}

function slowDownStrangers(services: Services): RequestHandler {
  return async (request, _response, next) => {
    const seconds = await spendOnStrangers(services, request);
    if (seconds === null) return next();
    const detail = "Too many requests to connect an app came from this address.";
    throw new Problem("too_many_failures", { detail, headers: { "Retry-After": String(seconds) } });
  };
}

const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader("Cache-Control", "no-store");
  next();
};
