import type { PendingRequest } from "@katkey/oauth";
import { Router, type Request, type RequestHandler, type Response } from "express";
import { arrivalOf } from "../http/arrival.ts";
import { Problem } from "../http/problem.ts";
import { readBody } from "../rest/reading/body.ts";
import { parseInput } from "../rest/reading/input.ts";
import type { Services } from "../services.ts";
import { isSameOrigin } from "../trpc/same-origin.ts";
import { decide, decisionInput } from "./decide.ts";
import { detailsOf } from "./details.ts";

/**
 * Where the dashboard and the protocol meet: people whom an app sent here, and what they answer. Below `/connect/<uid>`,
 * because the cookie that ties a request to its browser goes nowhere else.
 */
export function createConnectRoutes(services: Services): Router {
  const router = Router();
  router.use(noStore);
  router.get("/:uid", goOnIfSignedIn(services));
  router.get("/:uid/details", tellDetails(services));
  router.post("/:uid/decision", assertOwnPage(services), takeDecision(services));
  return router;
}

type UidHandler = RequestHandler<{ uid: string }>;

/** Whoever is signed in to the dashboard already has nothing to do before deciding. */
function goOnIfSignedIn({ oauth, identity }: Services): UidHandler {
  return async (request, response, next) => {
    if (request.headers.accept?.includes("text/html") !== true) return next();
    const pending = await oauth.pending(request, response, request.params.uid);
    if (pending?.waitsFor !== "login") return next();
    const session = await identity.sessionOf(request.headers);
    if (session === null) return next();
    response.redirect(303, await pending.signIn(session.user.id));
  };
}

function tellDetails(services: Services): UidHandler {
  return async (request, response) => {
    const pending = await pendingOf(services, request, response);
    const session = await services.identity.sessionOf(request.headers);
    response.json(await detailsOf(services, pending, session));
  };
}

function takeDecision(services: Services): UidHandler {
  return async (request, response) => {
    // First, because it may take half a minute to arrive.
    const decision = parseInput(decisionInput, await readBody(request));
    const pending = await pendingOf(services, request, response);
    const session = await services.identity.sessionOf(request.headers);
    const redirectTo = await decide(services, { pending, session, ...arrivalOf(request) }, decision);
    response.json({ redirectTo });
  };
}

async function pendingOf(
  { oauth }: Services,
  request: Request<{ uid: string }>,
  response: Response,
): Promise<PendingRequest> {
  const pending = await oauth.pending(request, response, request.params.uid);
  if (pending === null) throw new Problem("connect_request_over");
  return pending;
}

function assertOwnPage({ origin }: Services): UidHandler {
  return ({ headers }, _response, next) => {
    if (!isSameOrigin(headers, origin)) throw new Problem("origin_not_allowed");
    next();
  };
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set({ "Cache-Control": "no-store", Vary: "Cookie" });
  next();
};
