import { clientAddressHeader } from "@katkey/identity";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import { send } from "./http/answer.ts";
import { arrivalOf, rememberArrival } from "./http/arrival.ts";
import type { AddressOf } from "./http/client-address.ts";
import { reportFault } from "./http/faults.ts";
import { answerOf, Problem } from "./http/problem.ts";
import { assertRawHeaders } from "./http/raw-headers.ts";
import { requestIdOf } from "./http/request-id.ts";
import { apiHeaders, pageHeaders } from "./http/security-headers.ts";
import { showErrors } from "./pages/errors-page.ts";
import { createWebApp } from "./pages/web-app.ts";
import { createRestRouter } from "./rest/router.ts";
import type { Services } from "./services.ts";
import { createTrpcRouter } from "./trpc/mount.ts";

interface AppOptions {
  readonly addressOf: AddressOf;
  /** False while the server stops. */
  readonly isReady: () => boolean;
  /** The built web app. */
  readonly webDirectory: string;
}

/** What is answered where. The REST API comes first: it is the one that has to be fast. */
export function createApp(services: Services, { addressOf, isReady, webDirectory }: AppOptions): Express {
  const { identity, origin } = services;
  const app = express();
  app.disable("x-powered-by").disable("etag").set("query parser", false);

  app.use(receive(addressOf));
  app.use(createRestRouter(services));
  app.get(
    "/healthz",
    answerStatus(() => true),
  );
  app.get("/readyz", answerStatus(isReady));

  app.use(nameRequest, pageHeaders(origin));
  app.use("/auth", (request, response) => {
    // Identity believes this header, so whatever the client wrote into it goes.
    request.headers[clientAddressHeader] = arrivalOf(request).address;
    return identity.handler(request, response);
  });
  app.use("/trpc", createTrpcRouter(services));
  app.get("/docs/errors", showErrors);
  app.use(["/auth", "/trpc", "/docs", "/healthz", "/readyz"], findNothing);
  app.use(createWebApp(webDirectory));
  app.use(findNothing);
  app.use(answerErrors(services));
  return app;
}

function receive(addressOf: AddressOf): RequestHandler {
  return (request, _response, next) => {
    const requestId = requestIdOf(request.headers["x-request-id"]);
    rememberArrival(request, { requestId, address: addressOf(request) });
    assertRawHeaders(request);
    next();
  };
}

function answerStatus(isGood: () => boolean): RequestHandler {
  return (request, response) => {
    const good = isGood();
    const headers = { "Cache-Control": "no-store", "X-Request-Id": arrivalOf(request).requestId };
    send(response, { status: good ? 200 : 503, headers, body: { status: good ? "ok" : "stopping" } });
  };
}

const nameRequest: RequestHandler = (request, response, next) => {
  response.setHeader("X-Request-Id", arrivalOf(request).requestId);
  next();
};

const findNothing: RequestHandler = () => {
  throw new Problem("not_found");
};

/** Express knows an error handler by its four parameters. */
function answerErrors({ log, origin }: Services): ErrorRequestHandler {
  const constant = apiHeaders(origin);
  return (error, request, response, _next) => {
    const { requestId } = arrivalOf(request);
    const problem = problemOf(error);
    if (problem.code === "internal_error") reportFault(log, request, error);
    else log.debug({ requestId, code: problem.code }, "refused");
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const answer = answerOf(problem, { origin, requestId });
    send(response, { ...answer, headers: { ...constant, ...answer.headers, "X-Request-Id": requestId } });
  };
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  // Express could not decode the path: it names nothing.
  if (error instanceof URIError) return new Problem("not_found");
  return new Problem("internal_error", { cause: error });
}
