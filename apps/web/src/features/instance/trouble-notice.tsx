import { List } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { HealthView } from "../../lib/api-types.ts";
import { Notice } from "../../ui/notice.tsx";

/** Why the installation is degraded, and what to do about it; nothing while it is well. */
export function TroubleNotice({ troubles }: Pick<HealthView, "troubles">) {
  const { t } = useTranslation("instance");
  if (troubles.length === 0) return null;
  return (
    <Notice tone="warning" title={t("health.degraded")}>
      <List spacing="xs">
        {troubles.map((trouble) => (
          <List.Item key={trouble}>{t(`health.troubles.${trouble}`)}</List.Item>
        ))}
      </List>
    </Notice>
  );
}
