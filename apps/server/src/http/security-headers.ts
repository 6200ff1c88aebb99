import helmet from "helmet";

const oneYear = 365 * 24 * 60 * 60;

/** Whether people reach this installation over TLS, wherever that ends. */
function isSecure(origin: string): boolean {
  return origin.startsWith("https:");
}

/** For answers to programs: constant, because a header library costs 10 µs per request. */
export function apiHeaders(origin: string): Readonly<Record<string, string>> {
  return {
    "Cache-Control": "no-store",
    Vary: "Authorization",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(isSecure(origin) && { "Strict-Transport-Security": `max-age=${oneYear}; includeSubDomains` }),
  };
}

/** For everything that a browser shows. */
export function pageHeaders(origin: string) {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: pagePolicy },
    strictTransportSecurity: isSecure(origin) && { maxAge: oneYear },
    xFrameOptions: { action: "deny" },
  });
}

const pagePolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  // Mantine sets style attributes and elements.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", "data:"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};
