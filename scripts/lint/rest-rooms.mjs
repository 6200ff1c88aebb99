const inRest = "^apps/server/src/rest/";

/**
 * The rooms of the REST API from the top down, each with those below it that it may import, and its files where they
 * are no folder. A folder that does not stand here knows no other: reading, caller, books.
 * @type {[room: string, below: string[], files?: string][]}
 */
const rooms = [
  ["openapi", ["routes", "remote", "route", "reading"]],
  ["routes", ["remote", "resources", "route"], "(?:router|routes|scopes-of-route)\\.ts$"],
  ["remote", ["route", "caller", "books", "reading"]],
  ["resources", ["route", "reading"]],
  // What routes are made of.
  ["route", ["once", "caller", "books", "reading"], "[^/]+$"],
  ["once", ["reading"]],
  ["$1", [], "([^/]+)/"],
];

/** Their zones. In all else they are a part of `server`. */
export function restZonesIn({ imports, banned }) {
  return rooms.map(([room, below, files = `${room}/`]) => ({
    name: `rest/${room}`,
    files: new RegExp(inRest + files),
    imports: ["server", ...imports, ...below.map((name) => `rest/${name}`)],
    banned,
  }));
}
