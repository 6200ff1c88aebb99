import { Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { KeyView } from "../../../lib/api/api-types.ts";
import { RelativeTime } from "../../../ui/relative-time.tsx";

/** Since when what leaked is refused, or since when it no longer is. */
export function QuarantineText({ apiKey }: { readonly apiKey: KeyView }) {
  const { t } = useTranslation("keys");
  const accepted = apiKey.secrets.filter(({ state }) => state === "current" || state === "retiring");
  const quarantine = accepted.find((secret) => secret.quarantine !== null)?.quarantine ?? null;
  if (quarantine === null) return null;
  const { at, releasedAt } = quarantine;
  return (
    <Text size="sm" mt={4}>
      <Trans
        t={t}
        i18nKey={releasedAt === null ? "exposure.quarantined" : "exposure.released"}
        components={{ time: <RelativeTime at={releasedAt ?? at} /> }}
      />
    </Text>
  );
}
