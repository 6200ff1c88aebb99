import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OrganizationId, PartnerApp } from "../../lib/api/api-types.ts";
import { useOwnScopes } from "../../lib/keys/own-scopes.ts";
import { scopesForApps } from "../../lib/keys/scopes.ts";
import { useTRPC } from "../../lib/api/trpc.ts";
import { useOnce } from "../../lib/api/use-once.ts";
import { BackLink } from "../../ui/back-link.tsx";
import { Notice } from "../../ui/notice.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { toastDone } from "../../ui/toast.ts";
import { AppForm } from "./form/app-form.tsx";
import { patchOf, valuesOf, type AppValues } from "./form/app-values.ts";
import { OwnApp, type OwnAppProps } from "./own-app.tsx";
import { usePartnerAppsChanged } from "./use-partner-apps-changed.ts";

export function EditAppPage(props: Pick<OwnAppProps, "organizationId" | "appId">) {
  return <OwnApp {...props}>{(app) => <Editing organizationId={props.organizationId} app={app} />}</OwnApp>;
}

interface EditingProps {
  readonly organizationId: OrganizationId;
  readonly app: PartnerApp;
}

function Editing({ organizationId, app }: EditingProps) {
  const { t } = useTranslation("partnerApps");
  const trpc = useTRPC();
  const navigate = useNavigate();
  const declared = scopesForApps(useOwnScopes());
  // As it was when the page opened: somebody else's edit in between must be noticed.
  const [before] = useState(app);
  const withdrawn = before.scopes.filter((scope) => !declared.includes(scope));
  const page = {
    to: "/o/$organizationId/settings/partner-apps/$appId",
    params: { organizationId, appId: app.id },
  } as const;
  const edit = useOnce(trpc.partnerApps.edit.mutationOptions({ onSettled: usePartnerAppsChanged() }));
  const save = (values: AppValues) => {
    const patch = patchOf(before, values);
    const onSuccess = () => {
      toastDone(t("edit.done", { name: values.name.trim() }));
      void navigate(page);
    };
    edit.mutate({ organizationId, appId: app.id, revision: before.revision, patch }, { onSuccess });
  };
  return (
    <>
      <PageHeader
        back={<BackLink {...page}>{before.name}</BackLink>}
        title={t("edit.title", { name: before.name })}
      />
      {before.approval === "approved" && <Notice tone="info">{t("edit.approved")}</Notice>}
      <AppForm
        values={valuesOf(before)}
        isNew={false}
        offered={[...declared, ...withdrawn]}
        action={t("edit.action")}
        pending={edit.isPending}
        error={edit.error}
        onSubmit={save}
        onCancel={() => void navigate(page)}
      />
    </>
  );
}
