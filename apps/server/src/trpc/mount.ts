import { createExpressMiddleware } from "@trpc/server/adapters/express";
import { Router, type RequestHandler } from "express";
import { arrivalOf } from "../http/arrival.ts";
import { reportFault } from "../http/faults.ts";
import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { createContext } from "./context.ts";
import { appRouter } from "./router.ts";
import { isSameOrigin } from "./same-origin.ts";

const mostCalls = 10;
const mostBytes = 100 * 1024;

/** The dashboard's procedures: JSON, by POST, from pages of this installation, for a session and never for a key. */
export function createTrpcRouter(services: Services): Router {
  const router = Router();
  router.use(assertDashboardRequest(services.origin));
  router.use(
    createExpressMiddleware({
      router: appRouter,
      // Queries by POST too: what they ask for, such as an invitation's token, stays out of URLs.
      allowMethodOverride: true,
      maxBatchSize: mostCalls,
      maxBodySize: mostBytes,
      createContext: ({ req }) => createContext(services, { headers: req.headers, ...arrivalOf(req) }),
      onError({ error, req, path }) {
        const unexpected = error.code === "INTERNAL_SERVER_ERROR";
        if (unexpected) reportFault(services.log, req, error.cause ?? error);
        else services.log.debug({ ...arrivalOf(req), path, code: error.code }, "refused");
      },
    }),
  );
  return router;
}

/** Closes what tRPC leaves open: forms of other sites, GET, and bodies that need no preflight. */
function assertDashboardRequest(origin: string): RequestHandler {
  return (request, response, next) => {
    response.set({ "Cache-Control": "no-store", Vary: "Cookie" });
    if (request.method !== "POST") {
      throw new Problem("method_not_allowed", { headers: { Allow: "POST" } });
    }
    if (!/^application\/json\s*(?:;|$)/i.test(request.headers["content-type"] ?? "")) {
      throw new Problem("unsupported_media_type");
    }
    if (!isSameOrigin(request.headers, origin)) throw new Problem("origin_not_allowed");
    // Throws what the app answers with 404; tRPC would call it an error of ours.
    decodeURIComponent(request.path);
    next();
  };
}
