import type { PartnerApp } from "../../../lib/api/api-types.ts";

/** The old one of a rotation whose overlap still runs. */
export function retiringSecretOf({ secrets }: Pick<PartnerApp, "secrets">) {
  return secrets.find(({ state }) => state === "retiring") ?? null;
}
