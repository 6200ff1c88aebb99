import { KeyError, retryAfterOfRefusal } from "@katkey/keys";
import { errors, Provider, type Adapter, type AdapterFactory } from "oidc-provider";
import { retryAfter } from "../errors.ts";
import type { OAuthSettings } from "../settings.ts";
import { artifactAdapter } from "./artifact-adapter.ts";
import { clientView } from "./client-view.ts";
import { grantView } from "./grant-view.ts";

/** Where the library keeps what it keeps: artifacts in a table of their own, grants and clients in those they are of. */
export function createAdapter(settings: OAuthSettings): AdapterFactory {
  return (model) => patient(adapterOf(model, settings));
}

function adapterOf(model: string, settings: OAuthSettings): Adapter {
  if (model === "Client") return clientView(settings);
  return model === "Grant" ? grantView(settings) : artifactAdapter(model, settings);
}

/** A database that another process holds for too long, or a full disk, is no fault of ours, and the client may come again. */
function patient(adapter: Adapter): Adapter {
  return {
    upsert: (...wanted) => adapter.upsert(...wanted).catch(sayWhen),
    find: (id) => adapter.find(id).catch(sayWhen),
    findByUid: (uid) => adapter.findByUid(uid).catch(sayWhen),
    findByUserCode: (code) => adapter.findByUserCode(code).catch(sayWhen),
    consume: (id) => adapter.consume(id).catch(sayWhen),
    destroy: (id) => adapter.destroy(id).catch(sayWhen),
    revokeByGrantId: (id) => adapter.revokeByGrantId(id).catch(sayWhen),
  };
}

/** In the protocol's words to whom the library answers. Who calls the library themselves is told as by our own stores. */
function sayWhen(cause: unknown): never {
  const seconds = cause instanceof KeyError ? retryAfterOfRefusal(cause.code) : null;
  const { ctx } = Provider;
  if (ctx === undefined || seconds === null || !(cause instanceof KeyError)) throw cause;
  ctx.state[retryAfter] = seconds;
  const status = cause.code === "storage_full" ? 507 : 503;
  const later = new errors.OIDCProviderError(status, "temporarily_unavailable", { cause });
  later.error_description = cause.message;
  later.expose = true;
  throw later;
}
