import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { OrganizationId } from "../../lib/api-types.ts";
import { plural } from "../../lib/plural.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";

const everyMinute = 60_000;

/** Reads the whole chain again and again while the page is open. */
export function ChainStatus({ organizationId }: { readonly organizationId: OrganizationId }) {
  const trpc = useTRPC();
  const check = useQuery({
    ...trpc.audit.verify.queryOptions({ organizationId }),
    refetchInterval: everyMinute,
  });
  if (check.isPending) return <Loader size="xs" aria-label="Checking the chain" />;
  if (check.isError) return <StatusBadge tone="attention">Chain not checked</StatusBadge>;
  const { data: chain } = check;
  return (
    <output>
      {chain.intact ? (
        <StatusBadge tone="positive">Chain intact, {plural(chain.entries, "entry", "entries")}</StatusBadge>
      ) : (
        <StatusBadge tone="negative">Chain broken at entry {chain.firstBrokenSeq}</StatusBadge>
      )}
    </output>
  );
}
