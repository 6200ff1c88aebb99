import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api-types.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";

const everyMinute = 60_000;

/** Reads the whole chain again and again while the page is open. */
export function ChainStatus({ organizationId }: { readonly organizationId: OrganizationId }) {
  const { t } = useTranslation("audit");
  const trpc = useTRPC();
  const check = useQuery({
    ...trpc.audit.verify.queryOptions({ organizationId }),
    refetchInterval: everyMinute,
  });
  if (check.isPending) return <Loader size="xs" aria-label={t("chain.checking")} />;
  if (check.isError) return <StatusBadge tone="attention">{t("chain.unchecked")}</StatusBadge>;
  const { data: chain } = check;
  return (
    <output>
      {chain.intact ? (
        <StatusBadge tone="positive">{t("chain.intact", { count: chain.entries })}</StatusBadge>
      ) : (
        <StatusBadge tone="negative">{t("chain.broken", { seq: chain.firstBrokenSeq })}</StatusBadge>
      )}
    </output>
  );
}
