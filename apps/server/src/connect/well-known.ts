import { mountPath } from "@katkey/oauth";
import { Router, type RequestHandler } from "express";
import type { Services } from "../services.ts";

/** What clients find by themselves: the authorization server's metadata (RFC 8414 §3.1), and the API's (RFC 9728 §3.1). */
export function createWellKnown({ oauth }: Services): Router {
  const router = Router();
  router.get(`/.well-known/oauth-authorization-server${mountPath}`, tell(oauth.metadata));
  router.get("/.well-known/oauth-protected-resource/v1", tell(oauth.protectedResource));
  return router;
}

function tell(document: object): RequestHandler {
  return (_request, response) => {
    // Apps in browsers read it too.
    response.set({ "Cache-Control": "public, max-age=300", "Access-Control-Allow-Origin": "*" });
    response.json(document);
  };
}
