import type { AuditEntry, OrganizationId } from "../../lib/api-types.ts";
import { isKeyId } from "../../lib/ids.ts";
import { TextLink } from "../../ui/text-link.tsx";

interface AuditObjectProps {
  readonly organizationId: OrganizationId | null;
  readonly object: AuditEntry["object"];
}

/** What it was done to; a key leads to its page. */
export function AuditObject({ organizationId, object: { id, label } }: AuditObjectProps) {
  if (organizationId === null || !isKeyId(id)) return label;
  return (
    <TextLink to="/o/$organizationId/settings/keys/$keyId" params={{ organizationId, keyId: id }}>
      {label}
    </TextLink>
  );
}
