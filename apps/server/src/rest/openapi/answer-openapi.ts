import type { RequestHandler } from "express";
import { arrivalOf } from "../../http/arrival.ts";
import { apiHeaders } from "../../http/security-headers.ts";
import type { Services } from "../../services.ts";
import { openApiDocument } from "./openapi-document.ts";

/** Answers the document to everybody: it says nothing that the code and the settings do not. Written once, when the app is made. */
export function answerOpenApi({ origin, desk }: Pick<Services, "origin" | "desk">): RequestHandler {
  // As in the guides, which are written of tokens of this brand.
  const text = JSON.stringify(openApiDocument(origin, desk.scopes)).replaceAll(/\bkat_/g, `${desk.brand}_`);
  const { Vary: _, ...constant } = apiHeaders(origin);
  const headers = {
    ...constant,
    "Cache-Control": "public, max-age=300",
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": String(Buffer.byteLength(text)),
  };
  return (request, response) => {
    response.writeHead(200, { ...headers, "X-Request-Id": arrivalOf(request).requestId }).end(text);
  };
}
