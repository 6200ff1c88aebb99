import { Alert, Group, Text } from "@mantine/core";
import { IconAlertOctagon } from "@tabler/icons-react";
import { Trans, useTranslation } from "react-i18next";
import type { KeyView } from "../../../lib/api/api-types.ts";
import { Mono } from "../../../ui/mono.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import type { KeyDialog } from "./key-dialogs.tsx";
import { exposureKey } from "./exposure-words.ts";
import { FoundAt } from "./found-at.tsx";
import { QuarantineActions } from "./quarantine-actions.tsx";
import { QuarantineText } from "./quarantine-text.tsx";
import { quarantinedSecretOf } from "../key-secrets.ts";
import { ReasonedButton } from "../reasoned-button.tsx";

interface ExposureNoticeProps {
  readonly apiKey: KeyView;
  /** Why this member cannot change the key; `null` when they can. */
  readonly reason: string | null;
  /** Why this member cannot release what is in quarantine; `null` when they can. */
  readonly notReleasing: string | null;
  readonly onOpen: (dialog: KeyDialog) => void;
}

/** A secret was seen where others can read it: what happened, and what to do now. */
export function ExposureNotice({ apiKey, reason, notReleasing, onOpen }: ExposureNoticeProps) {
  const { t } = useTranslation("keys");
  const { exposure, status } = apiKey;
  if (exposure === null || status === "revoked" || status === "expired") return null;
  const isReport = exposure.by === "report";
  const held = quarantinedSecretOf(apiKey);
  return (
    <Alert
      mb="lg"
      color="red"
      variant="light"
      role="alert"
      icon={<IconAlertOctagon size={18} />}
      title={t(held === null ? "exposure.title" : "exposure.quarantinedTitle")}
    >
      <Text size="sm">
        <Trans
          t={t}
          i18nKey={exposureKey(exposure)}
          values={{
            origin: exposure.origin ?? "",
            address: exposure.address ?? "",
            source: exposure.source ?? "",
          }}
          components={{ time: <RelativeTime at={exposure.at} />, code: <Mono>{null}</Mono> }}
        />{" "}
        {held === null && t(isReport ? "exposure.reportedMeaning" : "exposure.meaning")}
      </Text>
      <FoundAt url={exposure.url} />
      <QuarantineText apiKey={apiKey} />
      <Text size="sm" mt={6}>
        {t(held !== null ? "exposure.quarantinedTodo" : isReport ? "exposure.reportedTodo" : "exposure.todo")}
      </Text>
      <Group mt="sm" gap="xs">
        <ReasonedButton size="xs" color="red" reason={reason} onClick={() => onOpen("rotate")}>
          {t("exposure.action")}
        </ReasonedButton>
        {held !== null && <QuarantineActions reason={reason} notReleasing={notReleasing} onOpen={onOpen} />}
      </Group>
    </Alert>
  );
}
