import type { KeyView } from "../../lib/api-types.ts";

/** "a web page at https://… used its token": how Katkey learned of a leak. */
export function whereExposed({ by, origin }: NonNullable<KeyView["exposure"]>): string {
  if (by === "url") return "its token was sent in a URL, where logs and browser histories keep it";
  return origin === null || origin === "null"
    ? "its token was used by a web page in a browser"
    : `its token was used by a web page of ${origin}`;
}
