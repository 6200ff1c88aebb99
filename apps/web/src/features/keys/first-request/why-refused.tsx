import { useQuery } from "@tanstack/react-query";
import { Trans, useTranslation } from "react-i18next";
import type { KeyId, OrganizationId } from "../../../lib/api/api-types.ts";
import { problemName } from "../../../lib/api/problem-name.ts";
import { useTRPC } from "../../../lib/api/trpc.ts";
import { NewTabLink } from "../../../ui/new-tab-link.tsx";

interface WhyRefusedProps {
  readonly organizationId: OrganizationId;
  readonly keyId: KeyId;
  readonly publicKeyId: string;
}

/** Why a secret was refused last, with the way to the whole explanation. In a new tab: the token may still be shown. */
export function WhyRefused({ organizationId, keyId, publicKeyId }: WhyRefusedProps) {
  const { t } = useTranslation("keys");
  const trpc = useTRPC();
  const { data = [] } = useQuery(trpc.refusals.latest.queryOptions({ organizationId, keyId }));
  const refusal = data.find((one) => one.publicKeyId === publicKeyId);
  if (refusal === undefined) return null;
  const { requestId, code } = refusal;
  return (
    <>
      {" "}
      <Trans
        t={t}
        i18nKey="firstRequest.why"
        values={{ problem: problemName(code) }}
        components={{ a: <NewTabLink href={hrefOf(organizationId, requestId)}>{null}</NewTabLink> }}
      />
    </>
  );
}

function hrefOf(organizationId: OrganizationId, requestId: string): string {
  return `/o/${organizationId}/refusals?${new URLSearchParams({ request: requestId }).toString()}`;
}
