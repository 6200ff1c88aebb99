import { Box, Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { KeyView } from "../../../lib/api/api-types.ts";
import { toldReason } from "../../../lib/keys/revocation-reasons.ts";
import { Notice } from "../../../ui/notice.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";

/** Says of a key that works no more when and why it ended. */
export function EndedNotice({ apiKey }: { readonly apiKey: KeyView }) {
  const { t } = useTranslation("keys");
  const { status, revocation, expiresAt } = apiKey;
  if (status === "revoked" && revocation !== null) {
    return (
      <Box mb="lg">
        <Notice tone="info" title={t("ended.revokedTitle")}>
          <Trans
            t={t}
            i18nKey="ended.revoked"
            values={{ reason: toldReason(revocation.reason) }}
            components={{ time: <RelativeTime at={revocation.at} /> }}
          />
          {revocation.text !== null && (
            <Text mt={4} dir="auto" style={{ whiteSpace: "pre-wrap" }}>
              {t("ended.quoted", { text: revocation.text })}
            </Text>
          )}
        </Notice>
      </Box>
    );
  }
  if (status !== "expired" || expiresAt === null) return null;
  return (
    <Box mb="lg">
      <Notice tone="warning" title={t("ended.expiredTitle")}>
        <Trans t={t} i18nKey="ended.expired" components={{ time: <RelativeTime at={expiresAt} /> }} />
      </Notice>
    </Box>
  );
}
