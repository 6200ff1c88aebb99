import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Explanation, OrganizationId } from "../../lib/api/api-types.ts";
import { wordsOf } from "../../lib/language/i18n.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { TextSkeleton } from "../../ui/text-skeleton.tsx";
import { ExplanationFound } from "./explanation-found.tsx";
import { UnknownRequest } from "./unknown-request.tsx";
import { verdictOf } from "./verdict.ts";

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
  return (
    <>
      <output className="visually-hidden">{data !== undefined && outcome(data)}</output>
      {data === null && <UnknownRequest requestId={requestId} />}
      {data && <ExplanationFound organizationId={organizationId} explanation={data} />}
      {data === undefined && error === null && <TextSkeleton label={t("loading")} lines={8} />}
      {data === undefined && error !== null && (
        <ErrorNotice error={error} title={t("notLoaded")} onRetry={() => void refetch()} />
      )}
    </>
  );
}

/** What is found, in a sentence for those who do not see it appear. */
function outcome(explanation: Explanation | null): string {
  const t = wordsOf("refusals");
  return explanation === null ? t("unknown.title") : t(`verdict.${verdictOf(explanation)}`);
}

/** Milliseconds until a used-up limit has room; `false` where there is nothing to wait for. */
function roomIn(explanation: Explanation | null | undefined): number | false {
  const full = explanation?.obstacles.find(({ code }) => code === "rate_limited");
  return full !== undefined && "limit" in full && full.limit.resetSeconds * 1_000;
}
