import type { Incoming } from "../incoming/incoming.ts";
import type { ExpressRequest } from "./express-like.ts";

/** What the guard has to know of Express's request. */
export function incomingOf(request: ExpressRequest): Incoming {
  const { method, originalUrl, ip } = request;
  return {
    method,
    url: originalUrl,
    authorization: authorizationOf(request),
    header: (name) => headerOf(request, name),
    address: ip || null,
    route: routeOf(request),
  };
}

function headerOf({ headers }: ExpressRequest, name: string): string | null {
  const value = headers[name];
  return value === undefined ? null : String(value);
}

/** All of them: Node keeps the first of several and says nothing. Names and values take turns in `rawHeaders`. */
function authorizationOf({ rawHeaders }: ExpressRequest): readonly string[] {
  return rawHeaders.filter((_, index) => {
    return index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === "authorization";
  });
}

/** Known once a route has matched, not in `app.use`. A pattern that is no text has no name. */
function routeOf({ baseUrl, route }: ExpressRequest): string | null {
  const path = route?.path;
  return typeof path === "string" ? `${baseUrl}${path}` : null;
}
