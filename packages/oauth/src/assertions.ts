import { errors, type UnknownObject } from "oidc-provider";
import type { OAuthSettings } from "./settings.ts";

/** How far ahead an assertion may expire: as long is kept which were used, and good for who finds one that was not. */
const longestSeconds = 600;

/**
 * Judges by our own clock what a client signed to prove itself (RFC 7523 §3): the library asks the machine's alone.
 * @throws InvalidClientAuth
 */
export async function assertShortLived(
  { now }: Pick<OAuthSettings, "now">,
  { exp }: UnknownObject,
): Promise<void> {
  const left = typeof exp === "number" ? exp - now() / 1000 : Number.NaN;
  if (left > 0 && left <= longestSeconds) return;
  throw new errors.InvalidClientAuth(`the client_assertion must expire within ${longestSeconds} seconds`);
}
