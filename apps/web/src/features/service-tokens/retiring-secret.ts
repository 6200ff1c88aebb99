import type { ServiceToken } from "./service-token-types.ts";

/** The old one of a rotation whose overlap still runs. */
export function retiringSecretOf({ secrets }: Pick<ServiceToken, "secrets">) {
  return secrets.find(({ state }) => state === "retiring") ?? null;
}
