import { Problem } from "../http/problem.ts";
import type { Services } from "../services.ts";
import { createPathTable, type Found, type PathTable } from "./path-table.ts";
import { allowOf, type Place } from "./place.ts";
import type { Judge } from "./remote/judge.ts";
import { servicePlacesOf } from "./remote/service-places.ts";
import type { RestListener } from "./rest-listener.ts";
import { unknownPath, type KeyHandler, type Route } from "./route.ts";
import { routes } from "./routes.ts";
import { withKeyOf, type ProtectedHandler, type WithKey } from "./with-key.ts";

/** Everything below one of these needs a key, whether there is something or not. */
const roots = /^\/(?:v1|api)(?:\/|$)/i;

/**
 * Finds the route by itself: a table of two dozen paths needs none of what a framework does for every request, which
 * would cost a fifth of what such a request costs in all.
 */
export function createRestListener(services: Services, judge: Judge): RestListener {
  const withKey = withKeyOf(services);
  const places = createPathTable([...placesOf(routes, withKey), ...servicePlacesOf(services, judge)]);
  const nowhere = withKey({ scopes: [], route: unknownPath }, () => {
    throw new Problem("not_found");
  });
  return (request, response) => {
    const path = pathOf(request.url ?? "");
    if (!roots.test(path)) return null;
    const found = findDecoded(places, path);
    if (found === null) return nowhere(request, response, {});
    const { methods, others } = found.value;
    const handler = methods.get(request.method ?? "") ?? others;
    return handler(request, response, found.parameters);
  };
}

/** A path such as /v1/keys/%zz names nothing; without a key not even that is said. */
function findDecoded<Value>(places: PathTable<Value>, path: string): Found<Value> | null {
  try {
    return places.find(path);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

function pathOf(url: string): string {
  const end = url.indexOf("?");
  return end === -1 ? url : url.slice(0, end);
}

function* placesOf(all: readonly Route[], withKey: WithKey): Iterable<readonly [string, Place]> {
  for (const [path, those] of Map.groupBy(all, (route) => route.path)) {
    const methods = new Map(
      those.map(({ method, scopes, handler }) => [method, withKey({ scopes, route: path }, handler)]),
    );
    const get = methods.get("GET");
    const allowed = allowOf(those.map(({ method }) => method));
    yield [
      path,
      {
        methods: new Map<string, ProtectedHandler>([...methods, ...(get ? [["HEAD", get] as const] : [])]),
        others: withKey({ scopes: [], route: path }, answerOtherMethods(allowed)),
      },
    ];
  }
}

function answerOtherMethods(allowed: string): KeyHandler {
  return (_principal, { request }) => {
    if (request.method === "OPTIONS") return { status: 204, headers: { Allow: allowed } };
    throw new Problem("method_not_allowed", { headers: { Allow: allowed } });
  };
}
