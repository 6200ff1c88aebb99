import type { Page } from "../page.ts";
import type { ServiceDesk } from "./service-token-change.ts";
import type { ServiceTokenQuery } from "./service-token-store.ts";
import type { ServiceToken } from "./service-token.ts";

/** A page of the installation's service tokens, newest first. */
export function listServiceTokens(
  { serviceTokens }: Pick<ServiceDesk, "serviceTokens">,
  query: ServiceTokenQuery,
): Promise<Page<ServiceToken>> {
  return serviceTokens.list(query);
}
