import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OrganizationSurvey } from "../../lib/api/api-types.ts";
import { planName } from "../../lib/organization/plans.ts";
import { exactTime } from "../../lib/words/time-words.ts";
import { Card } from "../../ui/card.tsx";
import { Decision } from "../../ui/decision.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ApiAccessDialog } from "./api-access-dialog.tsx";
import { LimitDialog } from "./limit-dialog.tsx";
import { PlanDialog } from "./plan-dialog.tsx";
import { ResumeDialog } from "./resume-dialog.tsx";
import { SuspendDialog } from "./suspend-dialog.tsx";

const dialogs = {
  plan: PlanDialog,
  limit: LimitDialog,
  api: ApiAccessDialog,
  suspend: SuspendDialog,
  resume: ResumeDialog,
} as const;

/** What the operator decides about an organization, each with its present state and the way to change it. */
export function Decisions({ organization }: { readonly organization: OrganizationSurvey }) {
  const { t } = useTranslation("instance");
  const [deciding, decide] = useState<keyof typeof dialogs | null>(null);
  const Dialog = deciding === null ? null : dialogs[deciding];
  const { apiAccess, suspension, ownRequestsPerMinute, requestsPerMinute: count } = organization;
  const since = suspension && { time: exactTime(suspension.at), reason: suspension.reason };
  return (
    <Panel title={t("decisions")} description={t("decisionsMeans")}>
      <Card>
        <Decision name={t("plan")} means={planName(organization.plan)}>
          <Button variant="default" onClick={() => decide("plan")}>
            {t("changePlan.open")}
          </Button>
        </Decision>
        <Decision
          name={t("limit.name")}
          means={t(ownRequestsPerMinute === null ? "limit.ofPlan" : "limit.own", { count })}
        >
          <Button variant="default" onClick={() => decide("limit")}>
            {t("limit.open")}
          </Button>
        </Decision>
        <Decision name={t("api.name")} means={t(apiAccess ? "api.on" : "api.off")}>
          <Button variant="default" onClick={() => decide("api")}>
            {t(apiAccess ? "api.turnOff" : "api.turnOn")}
          </Button>
        </Decision>
        <Decision
          name={t("suspension.name")}
          means={since ? t("suspension.since", since) : t("suspension.none")}
        >
          {since === null ? (
            <Button variant="light" color="red" onClick={() => decide("suspend")}>
              {t("suspension.open")}
            </Button>
          ) : (
            <Button variant="default" onClick={() => decide("resume")}>
              {t("suspension.resume")}
            </Button>
          )}
        </Decision>
      </Card>
      {Dialog && <Dialog organization={organization} onClose={() => decide(null)} />}
    </Panel>
  );
}
