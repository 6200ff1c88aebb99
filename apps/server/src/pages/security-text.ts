import { Router } from "express";
import type { Services } from "../services.ts";
import { timeOf } from "../view/time.ts";

const path = "/.well-known/security.txt";

/** The standard wants less than a year: whoever does not restart for so long has not updated either. */
const lifetimeMs = 364 * 24 * 60 * 60 * 1_000;

/** Where faults of security can be reported (RFC 9116); nothing is there when nobody has said where. */
export function createSecurityText({ securityContact, origin, clock }: Services): Router {
  const router = Router();
  if (securityContact === null) return router;
  const fields = [
    `Contact: ${securityContact}`,
    `Expires: ${timeOf(clock.now() + lifetimeMs)}`,
    "Preferred-Languages: en",
    // The standard knows canonical addresses over TLS only.
    ...(origin.startsWith("https:") ? [`Canonical: ${origin}${path}`] : []),
  ];
  const text = `${fields.join("\n")}\n`;
  router.get(path, (_request, response) => {
    response.set("Cache-Control", "public, max-age=86400").type("text").send(text);
  });
  return router;
}
