import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Card } from "../../ui/card.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Panel } from "../../ui/panel.tsx";
import { TextSkeleton } from "../../ui/text-skeleton.tsx";
import { HealthFacts } from "./health-facts.tsx";
import { useHealth } from "./use-health.ts";

export function HealthPanel() {
  const { t } = useTranslation("instance");
  const health = useHealth();
  return (
    <Panel
      title={t("health.title")}
      description={t("health.means")}
      actions={
        <Button variant="default" loading={health.isRefetching} onClick={() => void health.refetch()}>
          {t("health.refresh")}
        </Button>
      }
    >
      {health.isPending && <TextSkeleton label={t("health.loading")} lines={8} />}
      {health.isLoadingError && (
        <ErrorNotice
          error={health.error}
          title={t("health.notLoaded")}
          onRetry={() => void health.refetch()}
        />
      )}
      {health.data && (
        <Card>
          <HealthFacts health={health.data} />
        </Card>
      )}
    </Panel>
  );
}
