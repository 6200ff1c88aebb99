import type { KeyView, OrganizationId } from "../../lib/api-types.ts";
import { Card } from "../../ui/card.tsx";
import { Facts } from "../../ui/facts.tsx";
import { Panel } from "../../ui/panel.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { AddressList } from "./address-list.tsx";
import { IdFact } from "./id-fact.tsx";
import { NoteFact } from "./note-fact.tsx";
import { ResponsibleFact } from "./responsible-fact.tsx";
import { ScopesFact } from "./scopes-fact.tsx";
import { useMembers } from "./use-members.ts";

interface KeyFactsProps {
  readonly organizationId: OrganizationId;
  readonly apiKey: KeyView;
}

/** What the key is and may do. */
export function KeyFacts({ organizationId, apiKey }: KeyFactsProps) {
  const members = useMembers(organizationId);
  const responsible = members.find(({ id }) => id === apiKey.responsibleMemberId);
  const known = members.length > 0;
  return (
    <Panel title="Details">
      <Card>
        <Facts
          facts={[
            { label: "Id", value: <IdFact id={apiKey.id} /> },
            {
              label: "Issued",
              value: (
                <>
                  <RelativeTime at={apiKey.createdAt} /> by {apiKey.createdBy.type === "key" && "the key "}
                  <bdi>{apiKey.createdBy.label}</bdi>
                </>
              ),
            },
            {
              label: "Responsible member",
              value: known ? <ResponsibleFact member={responsible} /> : "…",
            },
            endFact(apiKey),
            {
              label: "Scopes",
              value: <ScopesFact apiKey={apiKey} responsible={known ? responsible : null} />,
            },
            { label: "Allowed addresses", value: <AddressList addresses={apiKey.addresses} /> },
            { label: "Note", value: <NoteFact note={apiKey.note} /> },
          ]}
        />
      </Card>
    </Panel>
  );
}

/** When the key ended, or will. */
function endFact({ status, revocation, expiresAt }: KeyView) {
  if (revocation !== null) return { label: "Revoked", value: <RelativeTime at={revocation.at} /> };
  const value = expiresAt === null ? "Never" : <RelativeTime at={expiresAt} />;
  return { label: status === "expired" ? "Expired" : "Expires", value };
}
