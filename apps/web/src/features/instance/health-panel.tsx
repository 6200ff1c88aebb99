import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useTRPC } from "../../lib/trpc.ts";
import { Card } from "../../ui/card.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Panel } from "../../ui/panel.tsx";
import { TextSkeleton } from "../../ui/text-skeleton.tsx";
import { HealthFacts } from "./health-facts.tsx";
import { TroubleNotice } from "./trouble-notice.tsx";

export function HealthPanel() {
  const { t } = useTranslation("instance");
  const trpc = useTRPC();
  const health = useQuery(trpc.instance.health.queryOptions());
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
        <>
          <TroubleNotice troubles={health.data.troubles} />
          <Card>
            <HealthFacts health={health.data} />
          </Card>
        </>
      )}
    </Panel>
  );
}
