import { Stack } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { documentation } from "../../lib/documentation.ts";
import { BackLink } from "../../ui/back-link.tsx";
import { NewTabLink } from "../../ui/new-tab-link.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Explained } from "./explained.tsx";
import { LatestRefusals } from "./latest-refusals.tsx";
import { RequestForm } from "./request-form.tsx";

const route = getRouteApi("/signed-in/o/$organizationId/refusals");

/** Why a request was refused, by its id, and what would make it pass. */
export function RefusalsPage({ organizationId }: { readonly organizationId: OrganizationId }) {
  const { t } = useTranslation("refusals");
  const { request, key } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHeader
        title={t("title")}
        back={
          request === undefined ? undefined : (
            <BackLink to="/o/$organizationId/refusals" params={{ organizationId }}>
              {t("latest.title")}
            </BackLink>
          )
        }
        description={
          <>
            {t("description")} <NewTabLink href={documentation.errors}>{t("documentation")}</NewTabLink>
          </>
        }
      />
      <Stack gap="md">
        <RequestForm
          key={request}
          requestId={request}
          onAsk={(id) => void navigate({ search: { request: id } })}
        />
        {request === undefined ? (
          <LatestRefusals organizationId={organizationId} keyId={key} />
        ) : (
          <Explained organizationId={organizationId} requestId={request} />
        )}
      </Stack>
    </>
  );
}
