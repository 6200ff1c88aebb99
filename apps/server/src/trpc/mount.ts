import { KeyError, retryAfterOfRefusal } from "@katkey/keys";
import type { TRPCError } from "@trpc/server";
import { createExpressMiddleware } from "@trpc/server/adapters/express";
import { Router, type RequestHandler } from "express";
import { arrivalOf } from "../http/arrival.ts";
import { reportFault } from "../http/faults.ts";
import { Problem } from "../http/problem.ts";
import { readBytes } from "../http/read-bytes.ts";
import type { Services } from "../services.ts";
import { createContext } from "./context.ts";
import { appRouter } from "./router.ts";
import { isSameOrigin } from "./same-origin.ts";

const mostCalls = 10;

/** The dashboard's procedures: JSON, by POST, from pages of this installation, for a session and never for a key. */
export function createTrpcRouter(services: Services): Router {
  const router = Router();
  router.use(assertDashboardRequest(services.origin), readWholeBody);
  router.use(
    createExpressMiddleware({
      router: appRouter,
      // Queries by POST too: what they ask for, such as an invitation's token, stays out of URLs.
      allowMethodOverride: true,
      maxBatchSize: mostCalls,
      createContext: ({ req }) => createContext(services, { headers: req.headers, ...arrivalOf(req) }),
      responseMeta({ data, errors }) {
        // tRPC has no word for it, and answers a batch with one status only where all are alike.
        const isFull = data.length > 0 && errors.filter(isOfFullDisk).length === data.length;
        return { ...(isFull && { status: 507 }), headers: new Headers(retryAfterIn(errors)) };
      },
      onError({ error, req, path }) {
        const unexpected = error.code === "INTERNAL_SERVER_ERROR";
        if (unexpected) reportFault(services.log, req, error.cause ?? error);
        else services.log.debug({ ...arrivalOf(req), path, code: error.code }, "refused");
      },
    }),
  );
  return router;
}

/** Of a batch: when all of it is worth asking again. */
function retryAfterIn(errors: readonly TRPCError[]): Record<string, string> {
  const waits = errors
    .filter(({ code }) => code === "SERVICE_UNAVAILABLE")
    .map(({ cause }) => retryAfterOfRefusal(cause instanceof KeyError ? cause.code : "busy") ?? 0);
  const longest = Math.max(0, ...waits);
  return longest === 0 ? {} : { "Retry-After": String(longest) };
}

function isOfFullDisk({ cause }: TRPCError): boolean {
  return cause instanceof KeyError && cause.code === "storage_full";
}

/**
 * tRPC would ask for the session first and wait for the body then: whoever was signed in
 * half a minute ago could hold a request back, lose the session, and still have it executed.
 */
const readWholeBody: RequestHandler = async (request, _response, next) => {
  const bytes = await readBytes(request);
  // As a text tRPC takes it as it is.
  request.body = bytes.toString("utf8");
  next();
};

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
