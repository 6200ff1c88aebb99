import { KeyError, type KeyErrorCode } from "@katkey/keys";
import { errors, type Adapter, type AdapterFactory } from "oidc-provider";
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
    upsert: (...wanted) => adapter.upsert(...wanted).catch(sayBusy),
    find: (id) => adapter.find(id).catch(sayBusy),
    findByUid: (uid) => adapter.findByUid(uid).catch(sayBusy),
    findByUserCode: (code) => adapter.findByUserCode(code).catch(sayBusy),
    consume: (id) => adapter.consume(id).catch(sayBusy),
    destroy: (id) => adapter.destroy(id).catch(sayBusy),
    revokeByGrantId: (id) => adapter.revokeByGrantId(id).catch(sayBusy),
  };
}

const temporary: ReadonlySet<KeyErrorCode> = new Set<KeyErrorCode>([
  "busy",
  "storage_full",
  "storage_unavailable",
  "storage_damaged",
]);

function sayBusy(cause: unknown): never {
  if (!(cause instanceof KeyError) || !temporary.has(cause.code)) throw cause;
  const status = cause.code === "storage_full" ? 507 : 503;
  const busy = new errors.OIDCProviderError(status, "temporarily_unavailable", { cause });
  busy.error_description = cause.message;
  busy.expose = true;
  throw busy;
}
