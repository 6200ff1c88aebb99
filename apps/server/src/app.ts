import { clientAddressHeader } from "@katkey/identity";
import { mountPath } from "@katkey/oauth";
import type { RequestListener } from "node:http";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import { createGithubAlerts } from "./alerts/github-alerts.ts";
import { createConnectRoutes } from "./connect/connect-routes.ts";
import { createOAuthRoutes } from "./connect/oauth-routes.ts";
import { createWellKnown } from "./connect/well-known.ts";
import { arrivalOf, rememberArrival } from "./http/arrival.ts";
import type { AddressOf, IsProxied } from "./http/client-address.ts";
import { createAnswerError, type AnswerError } from "./http/error-handler.ts";
import { answerHealth } from "./http/health.ts";
import { Problem } from "./http/problem.ts";
import { assertRawHeaders } from "./http/raw-headers.ts";
import { requestIdOf } from "./http/request-id.ts";
import { pageHeaders } from "./http/security-headers.ts";
import { createDocs } from "./pages/docs/docs.ts";
import { createSecurityText } from "./pages/security-text.ts";
import { createWebApp } from "./pages/web-app.ts";
import { answerOpenApi } from "./rest/openapi/answer-openapi.ts";
import { createForwardAuth } from "./rest/remote/forward-auth.ts";
import { createJudge } from "./rest/remote/judge.ts";
import { createRestListener } from "./rest/router.ts";
import type { Services } from "./services.ts";
import { createTrpcRouter } from "./trpc/mount.ts";

interface AppOptions {
  readonly addressOf: AddressOf;
  readonly isProxied: IsProxied;
  /** False while the server stops. */
  readonly isReady: () => boolean;
  /** The built web app. */
  readonly webDirectory: string;
}

/** What is answered where. The REST API comes first, past Express: it is the one that has to be fast. */
export function createApp(
  services: Services,
  { addressOf, isProxied, ...options }: AppOptions,
): RequestListener {
  const answerError = createAnswerError(services);
  const judge = createJudge(services);
  const alerts = createGithubAlerts(services, services.githubKeys);
  const rest = createRestListener(services, judge);
  const forwardAuth = createForwardAuth(services, { judge, isProxied });
  const others = createOthers(services, { ...options, answerError });
  return (request, response) => {
    const requestId = requestIdOf(request.headers["x-request-id"]);
    rememberArrival(request, { requestId, address: addressOf(request) });
    const decided = forwardAuth(request, response);
    if (decided !== null) {
      decided.catch((error: unknown) => answerError(error, request, response));
      return;
    }
    try {
      assertRawHeaders(request);
    } catch (error) {
      return answerError(error, request, response);
    }
    const answered = alerts(request, response) ?? rest(request, response);
    if (answered === null) return others(request, response);
    answered.catch((error: unknown) => answerError(error, request, response));
  };
}

interface OtherOptions extends Omit<AppOptions, "addressOf" | "isProxied"> {
  readonly answerError: AnswerError;
}

function createOthers(services: Services, { isReady, webDirectory, answerError }: OtherOptions): Express {
  const { identity, origin } = services;
  const app = express();
  app.disable("x-powered-by").disable("etag").set("query parser", false);

  app.get("/openapi.json", answerOpenApi(services));
  app.get(
    "/healthz",
    answerHealth(() => true, services),
  );
  app.get("/readyz", answerHealth(isReady, services));

  app.use(nameRequest, pageHeaders(origin));
  app.use("/auth", (request, response) => {
    // Identity believes this header, so whatever the client wrote into it goes.
    request.headers[clientAddressHeader] = arrivalOf(request).address;
    return identity.handler(request, response);
  });
  app.use("/trpc", createTrpcRouter(services));
  app.use(mountPath, createOAuthRoutes(services));
  app.use("/connect", createConnectRoutes(services));
  app.use(createWellKnown(services));
  app.use(createDocs(services));
  app.use(createSecurityText(services));
  app.use(["/auth", "/trpc", mountPath, "/docs", "/healthz", "/readyz"], findNothing);
  app.use(createWebApp(webDirectory, origin));
  app.use(findNothing);
  // Express knows it by its four parameters.
  app.use(((error, request, response, _next) =>
    answerError(error, request, response)) satisfies ErrorRequestHandler);
  return app;
}

const nameRequest: RequestHandler = (request, response, next) => {
  response.setHeader("X-Request-Id", arrivalOf(request).requestId);
  next();
};

const findNothing: RequestHandler = () => {
  throw new Problem("not_found");
};
