import { Navigate, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OrganizationId } from "../../lib/api/api-types.ts";
import { useOwnScopes } from "../../lib/keys/own-scopes.ts";
import { isManager } from "../../lib/organization/roles.ts";
import { scopesForApps } from "../../lib/keys/scopes.ts";
import { useMembership } from "../../lib/sign-in/session.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { useOnce } from "../../lib/api/use-once.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { ShownOnceDialog } from "../../ui/shown-once-dialog.tsx";
import { AppForm } from "./form/app-form.tsx";
import { noValues, requestOf } from "./form/app-values.ts";
import { ManagersOnly } from "./managers-only.tsx";
import { AppsLink } from "./own-app.tsx";
import { SecretOnce } from "./secrets/secret-once.tsx";
import { usePartnerAppsChanged } from "./use-partner-apps-changed.ts";

const list = "/o/$organizationId/settings/partner-apps";

interface RegisterAppPageProps {
  readonly organizationId: OrganizationId;
}

export function RegisterAppPage({ organizationId }: RegisterAppPageProps) {
  const { t } = useTranslation("partnerApps");
  const { role } = useMembership(organizationId);
  if (!isManager(role)) return <ManagersOnly title={t("register.title")} />;
  return (
    <>
      <PageHeader
        back={<AppsLink organizationId={organizationId} />}
        title={t("register.title")}
        description={t("register.description")}
      />
      <Registration organizationId={organizationId} />
    </>
  );
}

function Registration({ organizationId }: RegisterAppPageProps) {
  const { t } = useTranslation("partnerApps");
  const trpc = useTRPC();
  const navigate = useNavigate();
  const own = useOwnScopes();
  const [stored, setStored] = useState(false);
  // The secret lives in this mutation's result and nowhere else: gone as soon as the page is.
  const register = useOnce(
    trpc.partnerApps.register.mutationOptions({ gcTime: 0, onSuccess: usePartnerAppsChanged() }),
  );
  const { data } = register;
  if (data !== undefined && (stored || data.secret === null)) {
    return <Navigate to={`${list}/$appId`} params={{ organizationId, appId: data.app.id }} replace />;
  }
  return (
    <>
      <AppForm
        values={noValues}
        isNew
        offered={scopesForApps(own)}
        action={t("register.action")}
        pending={register.isPending}
        error={register.error}
        onSubmit={(values) => register.mutate({ organizationId, ...requestOf(values) })}
        onCancel={() => void navigate({ to: list, params: { organizationId } })}
      />
      {data?.secret && (
        <ShownOnceDialog
          title={t("register.done", { name: data.app.name })}
          pending={false}
          shown={<SecretOnce app={data.app} secret={data.secret} onClose={() => setStored(true)} />}
          onClose={() => setStored(true)}
        >
          {null}
        </ShownOnceDialog>
      )}
    </>
  );
}
