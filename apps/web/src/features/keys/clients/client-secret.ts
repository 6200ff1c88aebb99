import type { KeyClients, KeyView } from "../../../lib/api/api-types.ts";
import { newestSecretOf, retiringSecretOf } from "../key-secrets.ts";

export type ClientView = KeyClients["clients"][number];

/** With which secret of a rotation a client has come since; `earlier`: not since. */
export type ClientSecret = "old" | "new" | "both" | "earlier";

/** `null`: no rotation is under way. */
export function clientSecretOf(
  { secrets }: Pick<ClientView, "secrets">,
  apiKey: Pick<KeyView, "secrets">,
): ClientSecret | null {
  const [current, retiring] = [newestSecretOf(apiKey), retiringSecretOf(apiKey)];
  if (current === null || retiring === null) return null;
  const rotatedAt = Date.parse(current.createdAt);
  const cameWith = (secretId: string) =>
    secrets.some(({ publicKeyId, lastAt }) => publicKeyId === secretId && Date.parse(lastAt) >= rotatedAt);
  const [old, fresh] = [cameWith(retiring.publicKeyId), cameWith(current.publicKeyId)];
  if (old) return fresh ? "both" : "old";
  return fresh ? "new" : "earlier";
}
