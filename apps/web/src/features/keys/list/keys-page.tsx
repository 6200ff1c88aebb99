import { Stack } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../../lib/api/api-types.ts";
import type { KeyListSearch } from "../../../lib/search/key-list-search.ts";
import { useMembership } from "../../../lib/sign-in/session.ts";
import { PageHeader } from "../../../ui/page-header.tsx";
import { isFiltered } from "./is-filtered.ts";
import { IssueKeyButton } from "../issue/issue-key-button.tsx";
import { IssueKeyDialog } from "../issue/issue-key-dialog.tsx";
import { useIssuing } from "../issue/use-issuing.ts";
import { whyNotIssuing } from "../key-authority.ts";
import { KeyList } from "./key-list.tsx";
import { NoKeys } from "./no-keys.tsx";
import { QuotaNotice } from "./quota-notice.tsx";
import { quotaWords, whyFull } from "./quota.ts";
import { useKeyList } from "./use-key-list.ts";
import { useKeyQuota } from "./use-key-quota.ts";

const route = getRouteApi("/signed-in/o/$organizationId/settings/keys");

/** Settings, API keys: which there are, and the way to a new one. */
export function KeysPage({ organizationId }: { readonly organizationId: OrganizationId }) {
  const { t } = useTranslation("keys");
  const membership = useMembership(organizationId);
  const quota = useKeyQuota(organizationId);
  const search = route.useSearch();
  const list = useKeyList(organizationId, search);
  const navigate = route.useNavigate();
  const reason = whyNotIssuing(membership) ?? whyFull(quota);
  const [issuing, setIssuing] = useIssuing(reason === null);
  const issueButton = <IssueKeyButton reason={reason} onClick={() => setIssuing(true)} />;

  // Without a key there is one thing to do, so one button: where the explanation is.
  const bare = list.isSuccess && !list.isStale && list.keys.length === 0 && !isFiltered(search);
  const showOnly = (next: KeyListSearch) => void navigate({ search: next, replace: true });

  return (
    <>
      <PageHeader
        title={t("title")}
        description={quotaWords(quota)}
        actions={bare ? undefined : issueButton}
      />
      {bare ? (
        <NoKeys issueButton={issueButton} onShowAll={() => showOnly({ status: "all" })} />
      ) : (
        <Stack gap="md">
          <QuotaNotice quota={quota} />
          <KeyList membership={membership} list={list} search={search} onSearch={showOnly} />
        </Stack>
      )}
      {issuing && (
        <IssueKeyDialog
          organizationId={organizationId}
          role={membership.role}
          onClose={() => setIssuing(false)}
        />
      )}
    </>
  );
}
