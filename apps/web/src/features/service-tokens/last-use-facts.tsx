import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Facts } from "../../ui/facts.tsx";
import { Mono } from "../../ui/mono.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import type { ServiceToken } from "./service-token-types.ts";

/** Whether a service would notice, before its token is refused. */
export function LastUseFacts({ lastUse }: Pick<ServiceToken, "lastUse">) {
  const { t } = useTranslation("serviceTokens");
  if (lastUse === null) return <Text c="dimmed">{t("lastUse.never")}</Text>;
  return (
    <Facts
      facts={[
        { label: t("lastUse.at"), value: <RelativeTime at={lastUse.at} /> },
        { label: t("lastUse.from"), value: <Mono>{lastUse.address}</Mono> },
      ]}
    />
  );
}
