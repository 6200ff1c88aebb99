import { useQuery } from "@tanstack/react-query";
import type { OrganizationId } from "../../../lib/api/api-types.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import type { ExpiryRules } from "./expiry-rules.ts";

/** What the organization demands of new keys, and what their allow list begins with. */
export interface KeyRules {
  readonly expiry: ExpiryRules;
  readonly addresses: readonly string[];
}

/** `undefined` until they are known. */
export function useKeyRules(organizationId: OrganizationId): KeyRules | undefined {
  const trpc = useTRPC();
  const { data: organization } = useQuery(trpc.organizations.get.queryOptions({ organizationId }));
  if (organization === undefined) return undefined;
  const { defaultAddresses, ...rules } = organization.keyRules;
  return { expiry: { ...rules, organization: organization.name }, addresses: defaultAddresses };
}
