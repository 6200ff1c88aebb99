import type { AuditEntry, OrganizationId } from "../../../lib/api/api-types.ts";
import { isAppId, isGrantId, isKeyId } from "../../../lib/organization/ids.ts";
import { isMonth, monthWords } from "../../../lib/words/month-words.ts";
import { TextLink } from "../../../ui/text-link.tsx";

interface AuditObjectProps {
  readonly organizationId: OrganizationId | null;
  readonly object: AuditEntry["object"];
}

/** What it was done to; a key, an app and a connection lead to their pages. */
export function AuditObject({ organizationId, object: { type, id, label } }: AuditObjectProps) {
  if (organizationId === null) return label;
  if (type === "statement" && isMonth(label)) return monthWords(label);
  if (isKeyId(id)) {
    return (
      <TextLink to="/o/$organizationId/settings/keys/$keyId" params={{ organizationId, keyId: id }}>
        {label}
      </TextLink>
    );
  }
  if (isAppId(id)) {
    return (
      <TextLink to="/o/$organizationId/settings/partner-apps/$appId" params={{ organizationId, appId: id }}>
        {label}
      </TextLink>
    );
  }
  if (!isGrantId(id)) return label;
  return (
    <TextLink to="/o/$organizationId/apps" params={{ organizationId }} search={{ grant: id }}>
      {label}
    </TextLink>
  );
}
