import { Stack } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { OrganizationId } from "../../lib/api-types.ts";
import { useMembership } from "../../lib/session.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { IssueKeyButton } from "./issue-key-button.tsx";
import { IssueKeyDialog } from "./issue-key-dialog.tsx";
import { KeyList } from "./key-list.tsx";
import { isFiltered, type KeysSearch } from "./keys-search.ts";
import { NoKeys } from "./no-keys.tsx";
import { useKeyList } from "./use-key-list.ts";
import { QuotaNotice } from "./quota-notice.tsx";
import { quotaWords, whyFull } from "./quota.ts";
import { useKeyQuota } from "./use-key-quota.ts";
import { whyNotIssuing } from "./key-authority.ts";

const route = getRouteApi("/signed-in/o/$organizationId/settings/keys");

/** Settings, API keys: which there are, and the way to a new one. */
export function KeysPage({ organizationId }: { readonly organizationId: OrganizationId }) {
  const membership = useMembership(organizationId);
  const quota = useKeyQuota(organizationId);
  const search = route.useSearch();
  const list = useKeyList(organizationId, search);
  const navigate = route.useNavigate();
  const [issuing, setIssuing] = useState(false);
  const issueButton = (
    <IssueKeyButton reason={whyNotIssuing(membership) ?? whyFull(quota)} onClick={() => setIssuing(true)} />
  );

  // Without a key there is one thing to do, so one button: where the explanation is.
  const bare = list.isSuccess && !list.isStale && list.keys.length === 0 && !isFiltered(search);
  const showOnly = (next: KeysSearch) => void navigate({ search: next, replace: true });

  return (
    <>
      <PageHeader title="API keys" description={quotaWords(quota)} actions={bare ? undefined : issueButton} />
      {bare ? (
        <NoKeys issueButton={issueButton} onShowAll={() => showOnly({ status: "all" })} />
      ) : (
        <Stack gap="md">
          <QuotaNotice quota={quota} />
          <KeyList organizationId={organizationId} list={list} search={search} onSearch={showOnly} />
        </Stack>
      )}
      <IssueKeyDialog
        organizationId={organizationId}
        role={membership.role}
        opened={issuing}
        onClose={() => setIssuing(false)}
      />
    </>
  );
}
