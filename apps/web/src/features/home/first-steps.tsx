import { useTranslation } from "react-i18next";
import type { Membership } from "../../lib/api/api-types.ts";
import { documentation } from "../../lib/documentation.ts";
import { LinkButton } from "../../ui/link-button.tsx";
import { NewTabLink } from "../../ui/new-tab-link.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Needs } from "./needs.tsx";
import { Step, Steps } from "./steps.tsx";
import type { HomeView } from "./use-home.ts";

interface FirstStepsProps {
  readonly membership: Membership;
  readonly home: HomeView;
}

/** The page of an organization that never sent a request: the way to the first. */
export function FirstSteps({ membership, home }: FirstStepsProps) {
  const { t } = useTranslation("home");
  const { organization, needs } = home;
  const params = { organizationId: membership.id };
  const hasKey = organization.keysInUse > 0;
  const to = "/o/$organizationId/settings/keys";
  return (
    <>
      <Panel title={t("first.title")} description={t("first.description")}>
        <Steps>
          <Step
            title={t("first.key")}
            done={hasKey}
            action={
              !hasKey &&
              membership.role !== "viewer" && (
                <LinkButton to={to} params={params} search={{ open: "issue" }}>
                  {t("first.keyAction")}
                </LinkButton>
              )
            }
          >
            {hasKey ? t("first.keyDone") : t("first.keyText")}{" "}
            {!hasKey && membership.role === "viewer" && t("first.viewers")}
          </Step>
          <Step
            title={t("first.request")}
            done={false}
            action={
              hasKey && (
                <LinkButton to={to} params={params}>
                  {t("first.requestAction")}
                </LinkButton>
              )
            }
          >
            {t("first.requestText")}{" "}
            <NewTabLink href={documentation.start}>{t("first.requestRead")}</NewTabLink>
          </Step>
        </Steps>
      </Panel>
      {needs.length > 0 && <Needs membership={membership} needs={needs} />}
    </>
  );
}
