import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { KeyId, OrganizationId } from "../../../lib/api/api-types.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { ErrorNotice } from "../../../ui/error-notice.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { TextSkeleton } from "../../../ui/text-skeleton.tsx";
import { KeyDetails } from "./key-details.tsx";
import { KeysLink } from "./keys-link.tsx";

interface KeyPageProps {
  readonly organizationId: OrganizationId;
  readonly keyId: KeyId;
}

/** During a rotation people watch who still uses the old secret. */
const watchEvery = 10_000;

export function KeyPage({ organizationId, keyId }: KeyPageProps) {
  const { t } = useTranslation("keys");
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery({
    ...trpc.keys.get.queryOptions({ organizationId, keyId }),
    refetchInterval: ({ state }) => (state.data?.status === "rotating" ? watchEvery : false),
  });
  if (data !== undefined) return <KeyDetails organizationId={organizationId} apiKey={data} />;
  return (
    <>
      <PageHeader title={t("key")} back={<KeysLink organizationId={organizationId} />} />
      {error === null ? (
        <TextSkeleton label={t("loadingKey")} lines={8} />
      ) : (
        <ErrorNotice error={error} title={t("keyNotShown")} onRetry={() => void refetch()} />
      )}
    </>
  );
}
