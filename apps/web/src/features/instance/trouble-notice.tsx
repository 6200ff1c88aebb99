import { Stack, Text } from "@mantine/core";
import { Trans, useTranslation } from "react-i18next";
import type { HealthView } from "../../lib/api/api-types.ts";
import { Mono } from "../../ui/mono.tsx";
import { Notice } from "../../ui/notice.tsx";
import { troubleSections } from "./trouble-sections.ts";
import { useHealth } from "./use-health.ts";

/** Why the installation is degraded, and what to do about it; nothing while it is well. */
export function TroubleNotice() {
  const { t } = useTranslation("instance");
  const troubles = useHealth().data?.troubles ?? [];
  if (troubles.length === 0) return null;
  return (
    <Notice tone="warning" title={t("health.degraded")}>
      <Stack gap="sm" mt={4}>
        {troubles.map((trouble) => (
          <TroubleText key={trouble} trouble={trouble} />
        ))}
      </Stack>
    </Notice>
  );
}

function TroubleText({ trouble }: { readonly trouble: HealthView["troubles"][number] }) {
  const { t } = useTranslation("instance");
  const components = { code: <Mono>{null}</Mono> };
  return (
    <div>
      <Text size="sm" fw={600}>
        {t(`health.troubles.${trouble}.title`)}
      </Text>
      <Text size="sm">
        <Trans t={t} i18nKey={`health.troubles.${trouble}.text`} components={components} />{" "}
        <Trans
          t={t}
          i18nKey="health.readMore"
          values={{ section: troubleSections[trouble] }}
          components={components}
        />
      </Text>
    </div>
  );
}
