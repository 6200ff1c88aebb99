import { Alert, Group, Text } from "@mantine/core";
import { IconAlertOctagon } from "@tabler/icons-react";
import { Trans, useTranslation } from "react-i18next";
import type { KeyView } from "../../../lib/api-types.ts";
import { Mono } from "../../../ui/mono.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { exposureKey } from "./exposure-words.ts";
import { ReasonedButton } from "../reasoned-button.tsx";

interface ExposureNoticeProps {
  readonly apiKey: KeyView;
  /** Why this member cannot rotate it; `null` when they can. */
  readonly reason: string | null;
  readonly onRotate: () => void;
}

/** A secret was seen where others can read it: what happened, and what to do now. */
export function ExposureNotice({ apiKey, reason, onRotate }: ExposureNoticeProps) {
  const { t } = useTranslation("keys");
  const { exposure, status } = apiKey;
  if (exposure === null || status === "revoked" || status === "expired") return null;
  return (
    <Alert
      mb="lg"
      color="red"
      variant="light"
      role="alert"
      icon={<IconAlertOctagon size={18} />}
      title={t("exposure.title")}
    >
      <Text size="sm">
        <Trans
          t={t}
          i18nKey={exposureKey(exposure)}
          values={{ origin: exposure.origin ?? "", address: exposure.address ?? "" }}
          components={{ time: <RelativeTime at={exposure.at} />, code: <Mono>{null}</Mono> }}
        />{" "}
        {t("exposure.meaning")}
      </Text>
      <Text size="sm" mt={6}>
        {t("exposure.todo")}
      </Text>
      <Group mt="sm">
        <ReasonedButton size="xs" color="red" reason={reason} onClick={onRotate}>
          {t("exposure.action")}
        </ReasonedButton>
      </Group>
    </Alert>
  );
}
