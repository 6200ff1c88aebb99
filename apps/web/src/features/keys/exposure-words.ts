import type { KeyView } from "../../lib/api-types.ts";

/** "Its token was used by a web page of https://…": how Katkey learned of a leak. */
export function whereExposed({ by, origin }: NonNullable<KeyView["exposure"]>): string {
  if (by === "url") return "Its token was sent in a URL, where logs and browser histories keep it";
  return origin === null || origin === "null"
    ? "Its token was used by a web page in a browser"
    : `Its token was used by a web page of ${origin}`;
}
