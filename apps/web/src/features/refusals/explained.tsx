import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Explanation, OrganizationId } from "../../lib/api-types.ts";
import { useTRPC } from "../../lib/trpc.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { TextSkeleton } from "../../ui/text-skeleton.tsx";
import { ExplanationFound } from "./explanation-found.tsx";
import { UnknownRequest } from "./unknown-request.tsx";

interface ExplainedProps {
  readonly organizationId: OrganizationId;
  readonly requestId: string;
}

/** What is known of a refused request, as things stand now. */
export function Explained({ organizationId, requestId }: ExplainedProps) {
  const { t } = useTranslation("refusals");
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery({
    ...trpc.refusals.explain.queryOptions({ organizationId, requestId }),
    // Whoever comes back from settling it wants to see that it is settled.
    refetchOnMount: "always",
    refetchInterval: ({ state }) => roomIn(state.data),
  });
  if (data === null) return <UnknownRequest requestId={requestId} />;
  if (data !== undefined) return <ExplanationFound organizationId={organizationId} explanation={data} />;
  if (error === null) return <TextSkeleton label={t("loading")} lines={8} />;
  return <ErrorNotice error={error} title={t("notLoaded")} onRetry={() => void refetch()} />;
}

/** Milliseconds until a used-up limit has room; `false` where there is nothing to wait for. */
function roomIn(explanation: Explanation | null | undefined): number | false {
  const full = explanation?.obstacles.find(({ code }) => code === "rate_limited");
  return full !== undefined && "limit" in full && full.limit.resetSeconds * 1_000;
}
