import { Stack } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { OrganizationId } from "../../lib/api-types.ts";
import { useMembership } from "../../lib/session.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { IssueKeyButton } from "./issue-key-button.tsx";
import { IssueKeyDialog } from "./issue-key-dialog.tsx";
import { KeyList } from "./key-list.tsx";
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
  const navigate = route.useNavigate();
  const [issuing, setIssuing] = useState(false);
  const issueButton = (
    <IssueKeyButton reason={whyNotIssuing(membership) ?? whyFull(quota)} onClick={() => setIssuing(true)} />
  );

  return (
    <>
      <PageHeader title="API keys" description={quotaWords(quota)} actions={issueButton} />
      <Stack gap="md">
        <QuotaNotice quota={quota} />
        <KeyList
          organizationId={organizationId}
          search={search}
          onSearch={(next) => void navigate({ search: next, replace: true })}
          issueButton={issueButton}
        />
      </Stack>
      <IssueKeyDialog
        organizationId={organizationId}
        role={membership.role}
        opened={issuing}
        onClose={() => setIssuing(false)}
      />
    </>
  );
}
