import type { KeyView } from "../../../lib/api/api-types.ts";

/** Which sentence tells how Katkey learned of a leak. */
export function exposureKey({ by, origin, address }: NonNullable<KeyView["exposure"]>) {
  if (by === "report") return "exposure.reported";
  if (by === "url") return address === null ? "exposure.inUrl" : "exposure.inUrlFrom";
  if (origin === null || origin === "null")
    return address === null ? "exposure.inBrowser" : "exposure.inBrowserFrom";
  return address === null ? "exposure.onPage" : "exposure.onPageFrom";
}
