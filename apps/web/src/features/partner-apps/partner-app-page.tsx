import { useTranslation } from "react-i18next";
import type { OrganizationId, PartnerApp } from "../../lib/api/api-types.ts";
import { LinkButton } from "../../ui/link-button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { EnabledBadge } from "./app-badges.tsx";
import { AppDecisions } from "./app-decisions.tsx";
import { AppFacts } from "./app-facts.tsx";
import { ConnectFacts } from "./connect-facts.tsx";
import { CustomersPanel } from "./customers-panel.tsx";
import { DisableDialog } from "./disable-dialog.tsx";
import { EnableDialog } from "./enable-dialog.tsx";
import { EndOverlapDialog } from "./secrets/end-overlap-dialog.tsx";
import { KeysPanel } from "./secrets/keys-panel.tsx";
import { MakeSecretDialog } from "./secrets/make-secret-dialog.tsx";
import { OfferDialog } from "./offer-dialog.tsx";
import { AppsLink, OwnApp, type OwnAppProps } from "./own-app.tsx";
import { RotateDialog } from "./secrets/rotate-dialog.tsx";
import { SecretsPanel } from "./secrets/secrets-panel.tsx";
import { useAppDialog } from "./use-app-dialog.ts";
import { WithdrawOfferDialog } from "./withdraw-offer-dialog.tsx";

/** One app that the organization builds for others. */
export function PartnerAppPage({ organizationId, appId }: Pick<OwnAppProps, "organizationId" | "appId">) {
  return (
    <OwnApp organizationId={organizationId} appId={appId}>
      {(app) => <Shown organizationId={organizationId} app={app} />}
    </OwnApp>
  );
}

interface ShownProps {
  readonly organizationId: OrganizationId;
  readonly app: PartnerApp;
}

const dialogs = {
  rotate: RotateDialog,
  make_secret: MakeSecretDialog,
  end_overlap: EndOverlapDialog,
  offer: OfferDialog,
  withdraw_offer: WithdrawOfferDialog,
  disable: DisableDialog,
  enable: EnableDialog,
} as const;

function Shown({ organizationId, app }: ShownProps) {
  const { t } = useTranslation("partnerApps");
  const [opened, open] = useAppDialog(app);
  const Dialog = opened && dialogs[opened];
  return (
    <>
      <PageHeader
        back={<AppsLink organizationId={organizationId} />}
        title={app.name}
        aside={<EnabledBadge app={app} />}
        description={app.description ?? undefined}
        actions={
          <LinkButton
            variant="default"
            to="/o/$organizationId/settings/partner-apps/$appId/edit"
            params={{ organizationId, appId: app.id }}
          >
            {t("edit.open")}
          </LinkButton>
        }
      />
      <AppFacts app={app} />
      <ConnectFacts app={app} />
      {app.publicKeys.length > 0 && <KeysPanel app={app} onOpen={open} />}
      {app.secrets.length > 0 && <SecretsPanel app={app} onOpen={open} />}
      <AppDecisions app={app} onOpen={open} />
      <CustomersPanel organizationId={organizationId} app={app} />
      {Dialog && <Dialog organizationId={organizationId} app={app} onClose={() => open(null)} />}
    </>
  );
}
