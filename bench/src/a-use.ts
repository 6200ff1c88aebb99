import type { UsageLog } from "@katkey/keys";

/** A use of one of many secrets. */
export function aUse(secret: number): Parameters<UsageLog["record"]>[0] {
  return {
    publicKeyId: `p${secret}`,
    keyId: `key_${secret}`,
    organizationId: "org_1",
    environment: "live",
    requests: 1,
    at: Date.now(),
    address: "192.0.2.1",
    userAgent: "curl/8.5.0",
    method: "GET",
    route: "/v1/user",
    status: 200,
    refused: false,
    cause: "none",
    retiring: false,
  };
}
