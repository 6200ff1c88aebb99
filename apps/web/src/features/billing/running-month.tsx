import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { amountWords } from "../../lib/words/amount-words.ts";
import type { OrganizationId, RunningBill } from "../../lib/api/api-types.ts";
import { countWords } from "../../lib/words/count-words.ts";
import { monthWords } from "../../lib/words/month-words.ts";
import { planName } from "../../lib/organization/plans.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { Card } from "../../ui/card.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { FigureTiles } from "../../ui/figure-tiles.tsx";
import { MeterBar } from "../../ui/meter-bar.tsx";
import { Panel } from "../../ui/panel.tsx";
import { TableSkeleton } from "../../ui/table-skeleton.tsx";
import { forecastWords, usedWords } from "./billing-words.ts";

const everyMinute = 60_000;

export function RunningMonth({ organizationId }: { readonly organizationId: OrganizationId }) {
  const { t } = useTranslation("billing");
  const trpc = useTRPC();
  const bill = useQuery({
    ...trpc.billing.show.queryOptions({ organizationId }),
    refetchInterval: everyMinute,
  });
  if (bill.data !== undefined) return <Bill bill={bill.data} />;
  if (bill.isPending) return <TableSkeleton label={t("loading")} rows={4} />;
  return <ErrorNotice error={bill.error} title={t("notLoaded")} onRetry={() => void bill.refetch()} />;
}

function Bill({ bill }: { readonly bill: RunningBill }) {
  const { t } = useTranslation("billing");
  const { month, price, requests, forecast } = bill;
  return (
    <Panel title={t("soFar", { month: monthWords(month) })}>
      <Stack gap="md">
        <BillTiles bill={bill} />
        <Card>
          <Stack gap="xs">
            <Text fw={600}>{forecastWords(bill)}</Text>
            <MeterBar value={requests} full={price.includedRequests} expected={forecast.requests} />
            <Text size="sm" c="dimmed">
              {usedWords(bill)} {t("forecastIsNoBill")}
            </Text>
          </Stack>
        </Card>
      </Stack>
    </Panel>
  );
}

function BillTiles({ bill }: { readonly bill: RunningBill }) {
  const { t } = useTranslation("billing");
  const { month, plan, price, requests, requestsBeyond, amounts } = bill;
  const tiles = [
    {
      label: t("cost"),
      value: amountWords(amounts.total),
      description: t("costMeans", {
        fee: amountWords(amounts.fee),
        beyond: amountWords(amounts.requestsBeyond),
      }),
    },
    { label: t("requests"), value: countWords(requests), description: t("requestsMean") },
    {
      label: t("included"),
      value: countWords(price.includedRequests),
      description: t("includedMeans", { plan: planName(plan), fee: amountWords(price.fee) }),
    },
    {
      label: t("beyond"),
      value: countWords(requestsBeyond),
      description: t("beyondMeans", { price: amountWords(price.perThousandRequests) }),
    },
  ];
  return <FigureTiles label={t("soFar", { month: monthWords(month) })} tiles={tiles} />;
}
