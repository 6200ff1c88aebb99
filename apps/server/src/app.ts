import { clientAddressHeader } from "@katkey/identity";
import express, { type Express, type RequestHandler } from "express";
import { arrivalOf, rememberArrival } from "./http/arrival.ts";
import type { AddressOf } from "./http/client-address.ts";
import { answerErrors } from "./http/error-handler.ts";
import { answerHealth } from "./http/health.ts";
import { Problem } from "./http/problem.ts";
import { assertRawHeaders } from "./http/raw-headers.ts";
import { requestIdOf } from "./http/request-id.ts";
import { pageHeaders } from "./http/security-headers.ts";
import { createDocs } from "./pages/docs/docs.ts";
import { createSecurityText } from "./pages/security-text.ts";
import { createWebApp } from "./pages/web-app.ts";
import { answerOpenApi } from "./rest/openapi/answer-openapi.ts";
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
  app.get("/openapi.json", answerOpenApi(origin));
  app.get(
    "/healthz",
    answerHealth(() => true),
  );
  app.get("/readyz", answerHealth(isReady));

  app.use(nameRequest, pageHeaders(origin));
  app.use("/auth", (request, response) => {
    // Identity believes this header, so whatever the client wrote into it goes.
    request.headers[clientAddressHeader] = arrivalOf(request).address;
    return identity.handler(request, response);
  });
  app.use("/trpc", createTrpcRouter(services));
  app.use(createDocs(services));
  app.use(createSecurityText(services));
  app.use(["/auth", "/trpc", "/docs", "/healthz", "/readyz"], findNothing);
  app.use(createWebApp(webDirectory, origin));
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

const nameRequest: RequestHandler = (request, response, next) => {
  response.setHeader("X-Request-Id", arrivalOf(request).requestId);
  next();
};

const findNothing: RequestHandler = () => {
  throw new Problem("not_found");
};
