import { getRouteApi } from "@tanstack/react-router";
import type { KeyView, OrganizationId } from "../../../lib/api/api-types.ts";
import type { KeyPageSearch } from "../../../lib/search/key-page-search.ts";
import { ClientsPanel } from "../clients/clients-panel.tsx";
import { ScopesPanel } from "../scopes/scopes-panel.tsx";
import { KeyUsagePanel } from "../usage/key-usage-panel.tsx";

const route = getRouteApi("/signed-in/o/$organizationId/settings/keys/$keyId");

interface KeyTrafficProps {
  readonly organizationId: OrganizationId;
  readonly apiKey: KeyView;
  /** Why this member cannot edit the key; `null` when they can. */
  readonly reason: string | null;
}

/** What the key is used for, by whom, and which of its scopes that needs. */
export function KeyTraffic({ organizationId, apiKey, reason }: KeyTrafficProps) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const show = (next: KeyPageSearch) => void navigate({ search: next, replace: true, resetScroll: false });
  return (
    <>
      <KeyUsagePanel organizationId={organizationId} keyId={apiKey.id} search={search} onSearch={show} />
      <ClientsPanel organizationId={organizationId} apiKey={apiKey} />
      <ScopesPanel organizationId={organizationId} apiKey={apiKey} reason={reason} />
    </>
  );
}
