import { Group } from "@mantine/core";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { KeyView, OrganizationId } from "../../../lib/api/api-types.ts";
import { lazyPart } from "../../../lib/lazy-part.ts";
import { useMembership } from "../../../lib/sign-in/session.ts";
import { PageHeader } from "../../../ui/page-header.tsx";
import { StatusBadge } from "../../../ui/status-badge.tsx";
import { EndedNotice } from "./ended-notice.tsx";
import { EnvironmentBadge } from "../environment-badge.tsx";
import { ExposureNotice } from "./exposure-notice.tsx";
import { KeyActions } from "./key-actions.tsx";
import { whyEnded, whyNotManaged, whyNotReleasing } from "../key-authority.ts";
import { KeyFacts } from "../facts/key-facts.tsx";
import { KeyHistory } from "./key-history.tsx";
import { KeyStatusBadge } from "../key-status-badge.tsx";
import { KeyTraffic } from "./key-traffic.tsx";
import { quarantinedSecretOf } from "../key-secrets.ts";
import { KeysLink } from "./keys-link.tsx";
import { SecretsPanel } from "../secrets/secrets-panel.tsx";
import { useKeyDialog } from "./use-key-dialog.ts";

// Its forms follow the page that they are about.
const KeyDialogs = lazyPart(async () => (await import("./key-dialogs.tsx")).KeyDialogs);

interface KeyDetailsProps {
  readonly organizationId: OrganizationId;
  readonly apiKey: KeyView;
}

export function KeyDetails({ organizationId, apiKey }: KeyDetailsProps) {
  const { t } = useTranslation("keys");
  const membership = useMembership(organizationId);
  const forbidden = whyNotManaged(membership, apiKey);
  const reason = forbidden ?? whyEnded(apiKey);
  const notReleasing = whyNotReleasing(membership, apiKey);
  const isHeld = quarantinedSecretOf(apiKey) !== null;
  const [dialog, setDialog, wishes] = useKeyDialog((wanted) => {
    if (wanted === "release") return notReleasing === null && isHeld;
    return wanted === "revoke" ? forbidden === null && apiKey.status !== "revoked" : reason === null;
  });
  return (
    <>
      <PageHeader
        title={apiKey.name}
        back={<KeysLink organizationId={organizationId} />}
        aside={
          <Group gap={6}>
            {isHeld && <StatusBadge tone="negative">{t("quarantined")}</StatusBadge>}
            {!(isHeld && apiKey.status === "active") && <KeyStatusBadge status={apiKey.status} />}
            <EnvironmentBadge environment={apiKey.environment} />
          </Group>
        }
        actions={<KeyActions apiKey={apiKey} membership={membership} onOpen={setDialog} />}
      />
      <EndedNotice apiKey={apiKey} />
      <ExposureNotice apiKey={apiKey} reason={reason} notReleasing={notReleasing} onOpen={setDialog} />
      <SecretsPanel
        organizationId={organizationId}
        apiKey={apiKey}
        reason={reason}
        onEndOverlap={() => setDialog("end_overlap")}
      />
      <KeyFacts organizationId={organizationId} apiKey={apiKey} />
      <KeyTraffic organizationId={organizationId} apiKey={apiKey} reason={reason} />
      {forbidden === null && <KeyHistory organizationId={organizationId} keyId={apiKey.id} />}
      <Suspense>
        <KeyDialogs
          organizationId={organizationId}
          apiKey={apiKey}
          opened={dialog}
          wishes={wishes}
          onClose={() => setDialog(null)}
        />
      </Suspense>
    </>
  );
}
