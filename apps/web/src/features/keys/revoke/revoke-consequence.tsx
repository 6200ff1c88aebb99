import { Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { KeyView, OrganizationId } from "../../../lib/api/api-types.ts";
import { Notice } from "../../../ui/notice.tsx";
import { requestsOf } from "../key-secrets.ts";
import { LastUseFacts } from "../last-use-facts.tsx";
import { RevocationPreview } from "../preview/revocation-preview.tsx";

interface RevokeConsequenceProps {
  readonly organizationId: OrganizationId;
  readonly apiKey: KeyView;
  /** Used within a day. */
  readonly recent: boolean;
}

/** What revoking does, and to whom. */
export function RevokeConsequence({ organizationId, apiKey, recent }: RevokeConsequenceProps) {
  const { t } = useTranslation("keys");
  return (
    <Stack gap="sm">
      <Text>{t("revoke.consequence")}</Text>
      {recent && (
        <Notice tone="warning" title={t("revoke.inUseTitle")}>
          {t("revoke.inUse")}
        </Notice>
      )}
      <LastUseFacts lastUse={apiKey.lastUse} requests={requestsOf(apiKey)} />
      {/* What has expired refuses everything already. */}
      {apiKey.status !== "expired" && <RevocationPreview organizationId={organizationId} keyId={apiKey.id} />}
    </Stack>
  );
}
