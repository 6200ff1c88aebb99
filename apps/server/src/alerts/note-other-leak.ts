import { parseTokenOf, verifyAppToken, verifyServiceToken } from "@katkey/keys";
import type { Services } from "../services.ts";

interface Found {
  readonly token: string;
  readonly source: string;
}

/**
 * For a token that is no key's: the operator reads of it in the log, and decides. No organization has settled what
 * becomes of a service token, and those of apps end within the hour or with their connection. `null`: it has the form
 * of one of ours, and nobody can say whether it is.
 */
export async function noteOtherLeak(
  services: Services,
  { token, source }: Found,
  requestId: string,
): Promise<boolean | null> {
  const { desk, appTokens, clock, log } = services;
  const about = { brand: desk.brand, now: clock.now() };
  const service = await verifyServiceToken(desk.serviceTokens, token, about);
  if (service.valid) {
    const { id, name, publicKeyId } = service.record;
    const serviceToken = { id, name, publicKeyId };
    log.warn({ requestId, source, serviceToken }, "a service token was reported as leaked: rotate it");
    return true;
  }
  if (service.reason !== "malformed") return service.reason !== "unknown";
  const access = await verifyAppToken(appTokens, token, about);
  if ("record" in access) {
    const { app, grant } = access.record;
    log.warn({ requestId, source, app: app.id, grant: grant.id }, "a token of an app was reported as leaked");
    return true;
  }
  if (access.reason !== "malformed") return false;
  const kind = (["ocs", "ort"] as const).find((one) => parseTokenOf(desk.brand, one, token) !== null);
  if (kind === undefined) return false;
  log.warn({ requestId, source, kind }, "a secret of an app was reported as leaked, perhaps one of here");
  return null;
}
