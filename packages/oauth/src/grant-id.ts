import { isId, type GrantId } from "@katkey/keys";
import type { UnknownObject } from "oidc-provider";

interface OfGrant {
  readonly grantId?: string | undefined;
  readonly extra?: UnknownObject | undefined;
}

/** The grant that an artifact is of: what an app asked for itself names it among its claims. */
export function grantIdOf({ grantId, extra }: OfGrant): GrantId | null {
  const id = grantId ?? extra?.["grant"];
  return typeof id === "string" && isId("grt", id) ? id : null;
}
