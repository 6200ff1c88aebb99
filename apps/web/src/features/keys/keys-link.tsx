import type { OrganizationId } from "../../lib/api-types.ts";
import { BackLink } from "../../ui/back-link.tsx";

export function KeysLink({ organizationId }: { readonly organizationId: OrganizationId }) {
  return (
    <BackLink to="/o/$organizationId/settings/keys" params={{ organizationId }}>
      API keys
    </BackLink>
  );
}
