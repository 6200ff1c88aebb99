import { Router, type ErrorRequestHandler } from "express";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import type { KeyHandler, Route } from "./route.ts";
import { routes } from "./routes.ts";
import { withKeyOf, type WithKey } from "./with-key.ts";

/** Everything below one of these needs a key, whether there is something or not. */
const roots = ["/v1", "/api"];

/** Express routes of the table, and for each path the methods that it does not have. */
export function createRestRouter(services: Services): Router {
  const router = Router();
  const withKey = withKeyOf(services);
  for (const { method, path, scopes, handler } of routes) {
    const at = router.route(expressPathOf(path));
    const protectedHandler = withKey({ scopes, route: path }, handler);
    if (method === "GET") at.get(protectedHandler);
    if (method === "POST") at.post(protectedHandler);
    if (method === "PATCH") at.patch(protectedHandler);
    if (method === "DELETE") at.delete(protectedHandler);
  }
  for (const [path, allowed] of methodsByPath(routes)) {
    router.all(expressPathOf(path), withKey({ scopes: [], route: path }, answerOtherMethods(allowed)));
  }
  const nowhere = withKey({ scopes: [], route: "(unknown path)" }, () => {
    throw new Problem("not_found");
  });
  router.use(roots, nowhere);
  router.use(roots, undecodable(nowhere));
  return router;
}

/** What is registered first answers first: the routes' own methods never come here. */
function answerOtherMethods(allowed: string): KeyHandler {
  return (_principal, { request }) => {
    if (request.method === "OPTIONS") return { status: 204, headers: { Allow: allowed } };
    throw new Problem("method_not_allowed", { headers: { Allow: allowed } });
  };
}

function methodsByPath(all: readonly Route[]): ReadonlyMap<string, string> {
  const paths = Map.groupBy(all, ({ path }) => path);
  return new Map([...paths].map(([path, of]) => [path, allowOf(of.map(({ method }) => method))]));
}

function allowOf(methods: readonly string[]): string {
  return [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
}

// A path such as /v1/keys/%zz names nothing; without a key not even that is said.
function undecodable(nowhere: ReturnType<WithKey>): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (error instanceof URIError) return nowhere(request, response, next);
    next(error);
  };
}

function expressPathOf(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ":$1");
}
