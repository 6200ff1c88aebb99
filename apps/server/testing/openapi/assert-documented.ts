import { openApiDocument } from "../../src/rest/openapi/openapi-document.ts";
import { documentedRoutes, type DocumentedRoute } from "../../src/rest/openapi/documented-route.ts";
import type { Reply } from "../server.ts";
import { documentedBy, type Documented } from "./documented.ts";

let documented: Documented | undefined;

/** @throws Error when the answer to a documented operation is not as the OpenAPI document says, in whatever test it comes */
export function assertDocumented(method: string, url: string, reply: Reply): void {
  // What nginx is answered is said in words: what it does not hand on stands in headers.
  if (url.includes("gateway=nginx")) return;
  const route = routeOf(method, url);
  if (route === undefined) return;
  documented ??= documentedBy(openApiDocument("http://katkey.test"));
  const faults = documented.faultsOf(route, reply);
  if (faults.length === 0) return;
  const asked = `${method} ${route.path} → ${reply.status} ${reply.body?.code ?? ""}`;
  throw new Error(`${asked} is not as /openapi.json says: ${faults.join("; ")}`);
}

function routeOf(method: string, url: string): DocumentedRoute | undefined {
  const [path = ""] = url.split("?", 1);
  // A path that cannot be decoded names nothing.
  if (!isDecodable(path)) return undefined;
  return patterns.find(([pattern, route]) => route.method === method && pattern.test(path))?.[1];
}

const patterns = documentedRoutes.map((route) => {
  const path = route.path.replaceAll(/\{\w+\}/g, "[^/]+");
  const pattern = route.isExact ? new RegExp(`^${path}$`) : new RegExp(`^${path}/?$`, "i");
  return [pattern, route] as const;
});

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
